package millrace.operator;

import java.util.List;
import java.util.Optional;

/**
 * A log: append-only partitions that several groups read, each from a place of its own. Output {@code i} is what group
 * {@code i} reads. All times in milliseconds.
 *
 * @param type of what is appended, and of every output
 * @param begin processing time at which the run begins
 * @param watermark the strategy, one for each partition and group: ascending, bounded or none
 * @param idleAfter processing time without an event after which a partition is idle to a group; 0 = never
 * @param holds whether it stays open when its input has ended
 */
public record Log(StreamType type, int partitions, Assign assign, long begin, WatermarkSpec watermark, long idleAfter,
        boolean holds, Retention retention, Optional<Compaction> compaction, List<LogGroup> groups)
        implements Operator {
    public Log {
        groups = List.copyOf(groups);
    }

    /** Which partition an event is appended to. */
    public sealed interface Assign {
        /** By a stable hash of a field, {@link StreamType#UNKEYED} = of none; events without a value take turns. */
        record Hashed(int field) implements Assign {}

        /** By the number in a field, which may be written "1" or "P1". */
        record Numbered(int field) implements Assign {}
    }

    /** @param age and {@code records} in each partition above which the oldest go; 0 = no such limit */
    public record Retention(long age, long records) {}

    /**
     * Keeps the last record of each key.
     *
     * @param segment records to a segment; the last one is active and never cleaned
     * @param every the cleaner runs at {@code begin + every}, and so on; 0 = only when told
     * @param at when it runs besides; ascending
     * @param keepTombstones how long a tombstone is kept after the run that first met it
     */
    public record Compaction(int segment, long every, List<Long> at, long keepTombstones) {
        public Compaction {
            at = List.copyOf(at);
        }

        /** The first run at or after {@code now}; {@link Long#MAX_VALUE} = none. */
        long next(long begin, long now) {
            long told = at.stream().mapToLong(Long::longValue).filter(t -> t >= now).min().orElse(Long.MAX_VALUE);
            if (every == 0) return told;
            long runs = Math.max(1, Math.ceilDiv(now - begin, every));
            return Math.min(told, begin + runs * every);
        }
    }

    @Override
    public Processor start() {
        return new LogProcessor(this);
    }
}
