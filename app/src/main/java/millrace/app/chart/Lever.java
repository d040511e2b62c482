package millrace.app.chart;

/** A setting that the hand can drag on the chart. Its word is the text "chart.lever." and the name in small letters. */
public enum Lever {
    /** How much older than the newest an event may be: the watermark's distance from it. */
    BOUND,
    SIZE,
    OFFSET,
    GAP,
    LATENESS
}
