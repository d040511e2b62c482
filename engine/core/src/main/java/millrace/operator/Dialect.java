package millrace.operator;

import java.util.Set;

/**
 * The choices in which real engines differ.
 *
 * @param name of the dialect, as in a design's {@code settings.dialect}
 * @param rules the choices that it makes; what is not among them is done as the reference says
 */
public record Dialect(String name, Set<Rule> rules) {
    /** One choice. Where Beam is named, it is what its runners' core does; Flink, its DataStream windows. */
    public enum Rule {
        /** Sessions exactly one gap apart are one: Flink, Kafka Streams, and the book "Streaming Systems". */
        TOUCHING_SESSIONS_MERGE,
        /** An on-time pane leaves though nothing is new since the last pane: Beam's usual on-time behaviour. */
        UNCHANGED_ON_TIME,
        /** A late event's own session decides whether it is dropped, not the merged one: Beam. */
        SESSION_DROPPED_BEFORE_MERGE,
        /** A processing-time trigger fires 1 ms after its due time: Beam. */
        FIRES_AFTER_DUE,
        /** Before its offset an aligned period is counted towards zero, and so is due one period later: Beam's alignment. */
        ALIGNS_TOWARDS_ZERO,
        /** Pane numbers begin again when sessions merge: Beam. */
        INDEX_RESTARTS_AT_MERGE,
        /**
         * A pane's timing is judged by watermarks alone, whatever trigger fired it: Beam's PaneInfo. Early before the input's
         * watermark has passed the window, late once the output's has, or after a pane that was not early; else on time.
         */
        TIMING_BY_WATERMARK,
        /** What is unfired when a window expires leaves in a last pane: Beam. */
        FLUSH_AT_EXPIRY,
        /** Where one watermark passes end and expiry of a window, only its last pane leaves, trigger or not: Beam. */
        EXPIRES_AT_ONCE,
        /** A late event counts as dropped once for each of its windows that has expired: Beam; else once, if all have. */
        DROPS_BY_WINDOW,
        /**
         * A window node goes by the greatest timestamp that it has seen, whatever watermark comes: Kafka Streams' stream time. It
         * moves with the event itself, and stays where it is when the input ends.
         */
        STREAM_TIME,
        /** No sliding window begins before time zero: Kafka Streams' hopping windows. */
        WINDOWS_FROM_ZERO,
        /**
         * A session that was closed can still be joined, as long as the joined one is not past its grace: Kafka Streams, which
         * keeps sessions in a store and counts the gap as part of them.
         */
        REOPENS_SESSIONS,
        /**
         * At a join of windows a late event still takes part in its windows that are open: Flink and Beam, whose joins are windows;
         * else it is late, as at any join.
         */
        JOINS_WHILE_WINDOW_OPEN,
        /** In a table that is written by events, one without any value but its key removes the row: Kafka Streams' tombstones. */
        TOMBSTONES
    }

    public static final Dialect MILLRACE = new Dialect("millrace",
            Set.of(Rule.TOUCHING_SESSIONS_MERGE, Rule.UNCHANGED_ON_TIME, Rule.FLUSH_AT_EXPIRY));
    public static final Dialect BEAM = new Dialect("beam",
            Set.of(Rule.UNCHANGED_ON_TIME, Rule.SESSION_DROPPED_BEFORE_MERGE, Rule.FIRES_AFTER_DUE,
                    Rule.ALIGNS_TOWARDS_ZERO,
                    Rule.INDEX_RESTARTS_AT_MERGE, Rule.TIMING_BY_WATERMARK, Rule.FLUSH_AT_EXPIRY,
                    Rule.EXPIRES_AT_ONCE, Rule.DROPS_BY_WINDOW, Rule.JOINS_WHILE_WINDOW_OPEN));
    public static final Dialect FLINK = new Dialect("flink",
            Set.of(Rule.TOUCHING_SESSIONS_MERGE, Rule.JOINS_WHILE_WINDOW_OPEN));

    public static final Dialect KAFKA_STREAMS = new Dialect("kafka-streams",
            Set.of(Rule.TOUCHING_SESSIONS_MERGE, Rule.FLUSH_AT_EXPIRY, Rule.DROPS_BY_WINDOW, Rule.STREAM_TIME,
                    Rule.WINDOWS_FROM_ZERO, Rule.REOPENS_SESSIONS, Rule.TOMBSTONES));

    public boolean has(Rule rule) {
        return rules.contains(rule);
    }
}
