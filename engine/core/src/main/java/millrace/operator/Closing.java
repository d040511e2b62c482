package millrace.operator;

/** Whether a last pane leaves as a window expires (Beam's closing behaviour). */
public enum Closing {
    /** Only if events came since the last pane. */
    IF_NEW,
    ALWAYS
}
