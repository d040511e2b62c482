package millrace.operator;

/** Whether a pane leaves as the watermark passes the end of its window. */
public enum OnTime {
    ALWAYS,
    /** Only if events came since the last pane. */
    IF_NEW,
    NEVER
}
