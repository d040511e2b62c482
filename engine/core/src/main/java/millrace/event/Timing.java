package millrace.event;

/** When a pane left, relative to the watermark: before it, as it passed the window's end, after it. */
public enum Timing {
    EARLY("early"),
    ON_TIME("on time"),
    LATE("late");

    private final String word;

    Timing(String word) {
        this.word = word;
    }

    /** The word used in design files and on the screen. */
    public String word() {
        return word;
    }
}
