package millrace.operator;

/** Which clock a window or timer follows. */
public enum TimeDomain {
    EVENT,
    PROCESSING
}
