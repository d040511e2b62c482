package millrace.operator;

/** How events are grouped by time or number. All times in milliseconds; windows are [start, end). */
public sealed interface WindowSpec {
    record Tumbling(long size, long offset) implements WindowSpec {}

    record Sliding(long size, long slide, long offset) implements WindowSpec {}

    /**
     * For each event of a key at t the last {@code difference} before it, [t - difference, t + 1), and, once there is an event in
     * it, what follows: [t + 1, t + difference + 2). Both bounds count, so that two events are in one window if they are no further
     * apart than that (Kafka Streams' SlidingWindows).
     */
    record EventSliding(long difference) implements WindowSpec {}

    /** [t, t + gap) per event; windows of one key that overlap or touch merge. */
    record Session(long gap) implements WindowSpec {}

    /**
     * One window for ever. Its panes begin at {@link Long#MIN_VALUE} (which shows as absent) and end at
     * {@link Long#MAX_VALUE}; it is passed as the input ends, whichever clock it follows.
     */
    record Global() implements WindowSpec {}

    /**
     * The last {@code size} events of the key, every {@code slide} events. Bounds are numbers of events of the key, from 0:
     * its first three events are [0, 3). The rest leaves as the input ends.
     */
    record Count(long size, long slide) implements WindowSpec {}

    /** Windows that share a start and grow by {@code step} up to {@code max} (Flink's CUMULATE). */
    record Cumulate(long max, long step, long offset) implements WindowSpec {}
}
