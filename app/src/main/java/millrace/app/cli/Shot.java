package millrace.app.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a picture or a clip is to show.
 *
 * @param view the part of the designer that is pictured, by its word
 * @param format the ending of the file: png, svg, gif, mp4 or html
 * @param node the node to select, or that the time chart follows
 * @param width in pixels, as {@code height}
 */
public record Shot(Path design, String view, String format, Part part, boolean dark, int width, int height,
        Optional<String> node) {
    /**
     * The part of the run, in ms of processing time; a moment if both ends are the same.
     *
     * @param speed ms of the run in each of play
     */
    public record Part(long from, long to, double speed) {}
}
