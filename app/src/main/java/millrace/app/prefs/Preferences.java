package millrace.app.prefs;

import java.util.List;

/**
 * What a person chose once for all designs.
 *
 * @param scale of letters, and of what holds them: 1 as designed, 1.5 for a projector
 * @param reducedMotion nothing moves that need not
 * @param autosave whether side files are written while one works
 * @param reopen whether the program begins with the files that were open when it ended
 * @param recentTypes the node types that were added last, the latest first
 */
public record Preferences(Look look, double scale, boolean reducedMotion, boolean autosave, boolean reopen,
        List<String> recentTypes) {
    public static final double LEAST_SCALE = 0.8;
    public static final double MOST_SCALE = 2;
    public static final Preferences USUAL = new Preferences(Look.SYSTEM, 1, false, true, true, List.of());

    /** The colours of the window. */
    public enum Look {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST
    }

    public Preferences {
        recentTypes = List.copyOf(recentTypes);
        scale = scale >= LEAST_SCALE && scale <= MOST_SCALE ? scale : 1;
    }

    public Preferences with(Look next) {
        return new Preferences(next, scale, reducedMotion, autosave, reopen, recentTypes);
    }

    public Preferences scaled(double next) {
        return new Preferences(look, next, reducedMotion, autosave, reopen, recentTypes);
    }

    public Preferences withReducedMotion(boolean next) {
        return new Preferences(look, scale, next, autosave, reopen, recentTypes);
    }

    public Preferences withAutosave(boolean next) {
        return new Preferences(look, scale, reducedMotion, next, reopen, recentTypes);
    }

    public Preferences withReopen(boolean next) {
        return new Preferences(look, scale, reducedMotion, autosave, next, recentTypes);
    }

    public Preferences withRecentTypes(List<String> next) {
        return new Preferences(look, scale, reducedMotion, autosave, reopen, next);
    }
}
