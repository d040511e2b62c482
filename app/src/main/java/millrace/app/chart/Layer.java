package millrace.app.chart;

import millrace.app.text.Texts;

/** What the chart draws, one row of its legend each. */
public enum Layer {
    WATERMARK,
    IDEAL,
    HORIZON,
    EVENTS,
    LATE_EVENTS,
    DROPPED,
    OTHER_INPUT,
    LOST,
    PAIRS,
    UNMATCHED,
    WAITING,
    FUTURE,
    EARLY,
    ON_TIME,
    LATE,
    FILLING,
    KEPT,
    TAKEN_BACK,
    MERGES,
    IDLE,
    DOWN;

    public String words() {
        return Texts.of("chart.layer." + this);
    }
}
