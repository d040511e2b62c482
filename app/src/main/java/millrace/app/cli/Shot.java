package millrace.app.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a picture is to show.
 *
 * @param at processing time of the playhead, ms
 * @param node the node to select, or that the time chart follows
 * @param width in pixels, as {@code height}
 */
public record Shot(Path design, long at, View view, boolean dark, int width, int height, Optional<String> node) {
    /** The part of the designer that is pictured. */
    public enum View {
        WINDOW,
        CANVAS,
        TIME_CHART,
        LANES,
        TABLES,
        BROKERS
    }
}
