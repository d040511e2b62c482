package millrace.app.prefs;

/**
 * What a person chose once for all designs.
 *
 * @param scale of letters, and of what holds them: 1 as designed, 1.5 for a projector
 * @param reducedMotion nothing moves that need not
 * @param autosave whether side files are written while one works
 * @param reopen whether the program begins with the files that were open when it ended
 */
public record Preferences(Look look, double scale, boolean reducedMotion, boolean autosave, boolean reopen) {
    public static final double LEAST_SCALE = 0.8;
    public static final double MOST_SCALE = 2;
    public static final Preferences USUAL = new Preferences(Look.SYSTEM, 1, false, true, true);

    /** The colours of the window. */
    public enum Look {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST
    }

    public Preferences {
        scale = scale >= LEAST_SCALE && scale <= MOST_SCALE ? scale : 1;
    }

    public Preferences with(Look next) {
        return new Preferences(next, scale, reducedMotion, autosave, reopen);
    }

    public Preferences scaled(double next) {
        return new Preferences(look, next, reducedMotion, autosave, reopen);
    }

    public Preferences withReducedMotion(boolean next) {
        return new Preferences(look, scale, next, autosave, reopen);
    }

    public Preferences withAutosave(boolean next) {
        return new Preferences(look, scale, reducedMotion, next, reopen);
    }

    public Preferences withReopen(boolean next) {
        return new Preferences(look, scale, reducedMotion, autosave, next);
    }
}
