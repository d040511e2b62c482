package millrace.operator;

import java.util.Arrays;
import millrace.event.Watermark;

/**
 * The watermark of one group of a log. Each partition has its own, by the log's strategy, as far as the group has read; the
 * group's is the minimum over the inputs that are not idle, and never goes back. A reader without a partition is an input
 * that never has an event: it stands behind the partitions.
 */
final class GroupClock {
    private static final long NEVER = Long.MAX_VALUE;

    private final Log log;
    private final long[] stated;
    /** Processing time of the last event; of the beginning before the first. */
    private final long[] heard;
    private final boolean[] idle;
    private long watermark = Watermark.NONE;

    GroupClock(Log log, int readers, long start) {
        this.log = log;
        int inputs = Math.max(log.partitions(), readers);
        stated = new long[inputs];
        heard = new long[inputs];
        idle = new boolean[inputs];
        Arrays.fill(stated, Watermark.NONE);
        Arrays.fill(heard, start);
    }

    private GroupClock(GroupClock other) {
        this(other, other.log);
    }

    private GroupClock(GroupClock other, Log log) {
        this.log = log;
        stated = other.stated.clone();
        heard = other.heard.clone();
        idle = other.idle.clone();
        watermark = other.watermark;
    }

    /** The same under another configuration of its log. */
    GroupClock under(Log next) {
        return new GroupClock(this, next);
    }

    GroupClock copy() {
        return new GroupClock(this);
    }

    /** As it was, but what has been silent is so from {@code now} on: nobody is idle for having been down. */
    GroupClock revived(long now) {
        GroupClock clock = new GroupClock(this);
        Arrays.fill(clock.heard, now);
        Arrays.fill(clock.idle, false);
        return clock;
    }

    long watermark() {
        return watermark;
    }

    int inputs() {
        return stated.length;
    }

    boolean idle(int input) {
        return idle[input];
    }

    /** Whether all inputs are idle. */
    boolean idle() {
        for (boolean one : idle)
            if (!one) return false;
        return true;
    }

    /** An event of this partition is about to be passed on. True if the partition was idle. */
    boolean wake(int partition, long now) {
        heard[partition] = now;
        boolean was = idle[partition];
        idle[partition] = false;
        return was;
    }

    /** An event of this partition has been passed on. */
    void observe(int partition, long time) {
        long states = switch (log.watermark()) {
            case WatermarkSpec.Ascending a -> time;
            case WatermarkSpec.Bounded b -> time - b.maxOutOfOrderness();
            case WatermarkSpec.None n -> Watermark.NONE;
            case WatermarkSpec.Perfect p -> throw new IllegalStateException("a log does not know the future");
            case WatermarkSpec.Script s -> throw new IllegalStateException("a log has no script");
        };
        stated[partition] = Math.max(stated[partition], states);
        combine();
    }

    private void combine() {
        long least = NEVER;
        for (int p = 0; p < stated.length; p++)
            if (!idle[p]) least = Math.min(least, stated[p]);
        if (least != NEVER) watermark = Math.max(watermark, least);
    }

    void end() {
        watermark = Watermark.FINAL;
    }

    /** When the next input goes idle; {@link Long#MAX_VALUE} = none does. */
    long due() {
        long due = NEVER;
        for (int p = 0; log.idleAfter() > 0 && p < idle.length; p++)
            if (!idle[p]) due = Math.min(due, Numbers.plus(heard[p], log.idleAfter()));
        return due;
    }

    /** The first input that goes idle at {@code now}; -1 = none. */
    int rest(long now) {
        for (int p = 0; log.idleAfter() > 0 && p < idle.length; p++) {
            if (idle[p] || Numbers.plus(heard[p], log.idleAfter()) > now) continue;
            idle[p] = true;
            combine();
            return p;
        }
        return -1;
    }

    long hash() {
        long hash = Numbers.mix(watermark, stated.length);
        hash = Numbers.mix(hash, Numbers.hash(stated, stated.length));
        hash = Numbers.mix(hash, Numbers.hash(heard, heard.length));
        for (boolean one : idle)
            hash = Numbers.mix(hash, one ? 1 : 0);
        return hash;
    }
}
