package millrace.app.prefs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How the windows stood, and what of each file was in sight.
 *
 * @param views by file, those looked at last at the end
 */
public record Session(List<Window> windows, SequencedMap<String, View> views) {
    public static final Session NONE = new Session(List.of(), new LinkedHashMap<>());
    private static final int MOST_VIEWS = 100;

    /**
     * A window.
     *
     * @param files open in it, in the order of the tabs
     * @param selected the tab in front, or -1 where the gallery was
     * @param divider how much of the height the canvas has
     */
    public record Window(Frame frame, boolean maximized, List<String> files, int selected, double divider) {
        public static final double DIVIDER = 0.48;

        public Window {
            files = List.copyOf(files);
        }
    }

    /** What of a canvas is in sight: its upper left corner and the zoom. */
    public record View(double x, double y, double zoom) {}

    public Session {
        windows = List.copyOf(windows);
    }

    public Optional<View> view(String file) {
        return Optional.ofNullable(views.get(file));
    }

    public Session with(List<Window> next) {
        return new Session(next, views);
    }

    /** Remembers the view of a file; empty forgets it, since all of it was in sight. */
    public Session with(String file, Optional<View> view) {
        SequencedMap<String, View> next = new LinkedHashMap<>(views);
        next.remove(file);
        view.ifPresent(v -> next.put(file, v));
        while (next.size() > MOST_VIEWS)
            next.pollFirstEntry();
        return new Session(windows, next);
    }
}
