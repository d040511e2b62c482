package millrace.app.chart;

/** What the chart draws, one row of its legend each. */
public enum Layer {
    WATERMARK("watermark"),
    IDEAL("ideal: no delay"),
    EVENTS("event"),
    LATE_EVENTS("late event"),
    DROPPED("dropped event"),
    FUTURE("still to come"),
    EARLY("early result"),
    ON_TIME("on-time result"),
    LATE("late result"),
    FILLING("window filling"),
    KEPT("kept for late events");

    private final String words;

    Layer(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
