package millrace.app.chart;

/** What the chart draws, one row of its legend each. */
public enum Layer {
    WATERMARK("watermark"),
    IDEAL("ideal: no delay"),
    HORIZON("lateness horizon"),
    EVENTS("event"),
    LATE_EVENTS("late event"),
    DROPPED("dropped event"),
    OTHER_INPUT("second input"),
    LOST("lost in a crash"),
    PAIRS("pair"),
    UNMATCHED("no partner"),
    WAITING("waits for a partner"),
    FUTURE("still to come"),
    EARLY("early result"),
    ON_TIME("on-time result"),
    LATE("late result"),
    FILLING("window filling"),
    KEPT("kept for late events"),
    TAKEN_BACK("taken back"),
    MERGES("sessions merge"),
    IDLE("input idle"),
    DOWN("down");

    private final String words;

    Layer(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
