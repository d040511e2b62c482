package millrace.operator;

/** How events are grouped by time or number. All times in milliseconds; windows are [start, end). */
public sealed interface WindowSpec {
    record Tumbling(long size, long offset) implements WindowSpec {}

    record Sliding(long size, long slide, long offset) implements WindowSpec {}

    /** [t, t + gap) per event; windows of one key that overlap or touch merge. */
    record Session(long gap) implements WindowSpec {}

    /** One window for ever. */
    record Global() implements WindowSpec {}

    /** The last {@code size} events of the key, every {@code slide} events. */
    record Count(long size, long slide) implements WindowSpec {}

    /** Windows that share a start and grow by {@code step} up to {@code max} (Flink's CUMULATE). */
    record Cumulate(long max, long step, long offset) implements WindowSpec {}
}
