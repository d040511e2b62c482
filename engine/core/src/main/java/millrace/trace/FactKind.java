package millrace.trace;

/** The kinds of {@link Fact}, one for each record there, in the same order. */
public enum FactKind {
    EMITTED,
    REJECTED,
    DELIVERED,
    DERIVED,
    LEFT_OUT,
    FAILED,
    ADDED,
    MERGED,
    FIRED,
    DROPPED,
    EXPIRED,
    ADVANCED,
    INPUT_ADVANCED,
    WENT_IDLE,
    ENDED,
    REACHED,
    NOTED
}
