package millrace.simulation;

import java.util.Arrays;
import millrace.event.Watermark;
import millrace.operator.SourceTiming;
import millrace.operator.WatermarkSpec;

/**
 * The watermark and the idleness of one source. Each partition has its own watermark, by the source's strategy; the source's
 * is the minimum over the partitions that are not idle, and never goes back. While all are idle it stays.
 *
 * <p>Whoever drives the source (1) makes the clock from a feed that stands before its first row; (2) for each row:
 * {@link #wake}, sends {@code Idle.ACTIVE} if that is true, sends the event, then calls {@link #observe} and sends the
 * {@link #watermark} if it moved; (3) calls {@link #fire} when {@link #due} has come, after the arrivals of that instant,
 * and sends the watermark if it moved and then {@code Idle.IDLE} if {@link #idle} became true; (4) as the source ends:
 * {@link #end}, then the final watermark and {@code End}.
 *
 * <p>Perfect with ingestion time is ascending: nobody can know a stamp before it is given.
 */
final class WatermarkClock {
    /** Hears of single partitions, as they change. */
    interface Listener {
        void advanced(int partition, long watermark);

        void idle(int partition, boolean idle);
    }

    private static final long NEVER = Long.MAX_VALUE;
    private final WatermarkSpec strategy;
    private final long start;
    private final long period;
    private final long idleAfter;
    /** One partition that never goes idle, after every event: then {@link #observe} is one comparison. */
    private final boolean simple;
    private final long bound;

    /** What each partition's watermark will be when it is next stated. */
    private final long[] pending;
    /** What each partition's watermark is. */
    private final long[] stated;
    /** Processing time of each partition's last event; the start of the run before the first. */
    private final long[] heard;
    private final boolean[] idle;
    /** The source's watermark. */
    private long watermark = Watermark.NONE;
    /** The next entry of the script. */
    private int line;
    /** When pending watermarks are to be stated; {@link #NEVER} while there is nothing new. */
    private long tick = NEVER;
    private boolean ended;

    /**
     * @param start processing time at which the run begins
     * @param feed stands before its first row
     */
    WatermarkClock(SourceTiming timing, long start, SourceFeed feed) {
        strategy = timing.ingestion() && timing.watermark() instanceof WatermarkSpec.Perfect
                ? new WatermarkSpec.Ascending()
                : timing.watermark();
        this.start = start;
        period = timing.period();
        idleAfter = timing.idleAfter();
        int partitions = timing.partitions().size();
        pending = filled(partitions, Watermark.NONE);
        stated = filled(partitions, Watermark.NONE);
        heard = filled(partitions, start);
        idle = new boolean[partitions];
        bound = strategy instanceof WatermarkSpec.Bounded(long most) ? most : 0;
        boolean follows = bound > 0 || strategy instanceof WatermarkSpec.Ascending;
        simple = follows && partitions == 1 && period == 0 && idleAfter == 0;
        if (strategy instanceof WatermarkSpec.Perfect) {
            foresee(feed);
            tick = start;
        }
    }

    private WatermarkClock(WatermarkClock other) {
        strategy = other.strategy;
        start = other.start;
        period = other.period;
        idleAfter = other.idleAfter;
        simple = other.simple;
        bound = other.bound;
        pending = other.pending.clone();
        stated = other.stated.clone();
        heard = other.heard.clone();
        idle = other.idle.clone();
        watermark = other.watermark;
        line = other.line;
        tick = other.tick;
        ended = other.ended;
    }

    /** Goes on from another, by other rules. */
    private WatermarkClock(SourceTiming timing, WatermarkClock other, SourceFeed feed, boolean loaded) {
        strategy = timing.ingestion() && timing.watermark() instanceof WatermarkSpec.Perfect
                ? new WatermarkSpec.Ascending()
                : timing.watermark();
        start = other.start;
        period = timing.period();
        idleAfter = timing.idleAfter();
        bound = strategy instanceof WatermarkSpec.Bounded(long most) ? most : 0;
        boolean follows = bound > 0 || strategy instanceof WatermarkSpec.Ascending;
        simple = follows && other.stated.length == 1 && period == 0 && idleAfter == 0;
        stated = other.stated.clone();
        heard = other.heard.clone();
        idle = idleAfter == 0 ? new boolean[other.idle.length] : other.idle.clone();
        watermark = other.watermark;
        ended = other.ended;
        pending = stated.clone();
        boolean foresees = strategy instanceof WatermarkSpec.Perfect;
        if (foresees) foresee(feed);
        for (int p = 0; p < pending.length; p++)
            if (follows || bound == 0 && strategy instanceof WatermarkSpec.Bounded)
                pending[p] = Math.max(pending[p],
                        other.seen(p) == Watermark.NONE ? Watermark.NONE : other.seen(p) - bound);
        // The row at hand has not left: it is still to come.
        if (foresees && loaded && !feed.rejected()) {
            int p = feed.partition();
            pending[p] = Math.max(stated[p], Math.min(pending[p], feed.eventTime()));
        }
    }

    /** The largest event time of a partition, if it is known from its watermark. */
    private long seen(int partition) {
        boolean known = strategy instanceof WatermarkSpec.Ascending || strategy instanceof WatermarkSpec.Bounded;
        return known && pending[partition] != Watermark.NONE ? pending[partition] + bound : Watermark.NONE;
    }

    /**
     * A clock that goes on from here by other rules. Where the old one followed the largest event time, the new one knows it; idle
     * partitions stay so, unless nothing is to be idle any more.
     *
     * @param loaded whether the feed stands at a row that has not left
     */
    WatermarkClock under(SourceTiming timing, SourceFeed feed, boolean loaded) {
        return new WatermarkClock(timing, this, feed, loaded);
    }

    /** States what its rules say at once, unless they say it by the period. */
    void catchUp(long now, WatermarkClock before, Listener listener) {
        for (int p = 0; p < idle.length; p++)
            if (before.idle[p] && !idle[p]) listener.idle(p, false);
        if (period == 0) state(listener);
        else if (!Arrays.equals(pending, stated)) tick = nextTick(now);
    }

    private static long[] filled(int length, long value) {
        long[] array = new long[length];
        Arrays.fill(array, value);
        return array;
    }

    /** The source's watermark; {@link Watermark#NONE} before any is known. */
    long watermark() {
        return watermark;
    }

    /** The watermark of one partition. */
    long watermark(int partition) {
        return stated[partition];
    }

    boolean idle(int partition) {
        return idle[partition];
    }

    /** Whether all partitions are idle. */
    boolean idle() {
        for (boolean one : idle) {
            if (!one) return false;
        }
        return true;
    }

    /** A row is about to leave: its partition is not idle any more. True if the whole source was idle until now. */
    boolean wake(long now, int partition, Listener listener) {
        if (simple) return false;
        boolean all = idle();
        heard[partition] = now;
        if (idle[partition]) {
            idle[partition] = false;
            listener.idle(partition, false);
        }
        return all;
    }

    /** Whether {@link #observe} would change nothing for a row of this time: so it is of most. */
    boolean rests(long eventTime) {
        return simple && eventTime - bound <= watermark;
    }

    /** The feed's present row has left, at {@code now}: the watermark may follow. */
    void observe(long now, SourceFeed feed, Listener listener) {
        // The watermark that an update causes follows both its rows: between them the table would seem to lack one.
        if (feed.half()) return;
        if (simple) {
            follow(feed.eventTime() - bound, listener);
            return;
        }
        observeAny(now, feed, listener);
    }

    /** The one partition's watermark is the source's, and stated at once. */
    private void follow(long to, Listener listener) {
        if (to <= watermark) return;
        pending[0] = to;
        advance(0, to, listener);
        watermark = to;
    }

    private void observeAny(long now, SourceFeed feed, Listener listener) {
        int p = feed.partition();
        switch (strategy) {
            case WatermarkSpec.None() -> {}
            case WatermarkSpec.Script(long[] at, long[] to) -> {}
            case WatermarkSpec.Ascending() -> pending[p] = Math.max(pending[p], feed.eventTime());
            case WatermarkSpec.Bounded(long bound) -> pending[p] = Math.max(pending[p], feed.eventTime() - bound);
            case WatermarkSpec.Perfect() -> foresee(feed);
        }
        if (period == 0) state(listener);
        else if (!Arrays.equals(pending, stated))
            tick = Math.min(tick, nextTick(now));
    }

    /** A partition without a row to come is complete, but for the last: with it the source would seem to have ended. */
    private void foresee(SourceFeed feed) {
        boolean any = false;
        for (int p = 0; p < pending.length; p++)
            any |= feed.upcoming(p) != SourceFeed.NOTHING;
        for (int p = 0; any && p < pending.length; p++)
            pending[p] = Math.max(pending[p], feed.upcoming(p));
    }

    /** The first multiple of the period since the start that is not before {@code now}. */
    private long nextTick(long now) {
        long since = now - start;
        return start + (since + period - 1) / period * period;
    }

    private void state(Listener listener) {
        tick = NEVER;
        for (int p = 0; p < pending.length; p++)
            advance(p, pending[p], listener);
        combine();
    }

    private void advance(int partition, long to, Listener listener) {
        if (to <= stated[partition]) return;
        stated[partition] = to;
        listener.advanced(partition, to);
    }

    private void combine() {
        long least = NEVER;
        for (int p = 0; p < stated.length; p++) {
            if (!idle[p]) least = Math.min(least, stated[p]);
        }
        if (!idle()) watermark = Math.max(watermark, least);
    }

    /** Processing time at which {@link #fire} wants to be called next; {@link Long#MAX_VALUE} = not at all. */
    long due() {
        if (ended || simple) return NEVER;
        long due = Math.min(tick, nextLine());
        for (int p = 0; idleAfter > 0 && p < idle.length; p++) {
            if (!idle[p]) due = Math.min(due, heard[p] + idleAfter);
        }
        return due;
    }

    private long nextLine() {
        if (!(strategy instanceof WatermarkSpec.Script(long[] at, long[] to)) || line == at.length) return NEVER;
        return Math.max(start, at[line]);
    }

    /** Does what is due at {@code now}: states pending watermarks, follows the script, finds partitions idle. */
    void fire(long now, Listener listener) {
        if (tick <= now) state(listener);
        while (nextLine() <= now && strategy instanceof WatermarkSpec.Script(long[] at, long[] to)) {
            for (int p = 0; p < stated.length; p++)
                advance(p, to[line], listener);
            line++;
        }
        rest(now, listener);
        combine();
    }

    private void rest(long now, Listener listener) {
        for (int p = 0; idleAfter > 0 && p < idle.length; p++) {
            if (idle[p] || heard[p] + idleAfter > now) continue;
            idle[p] = true;
            listener.idle(p, true);
        }
    }

    /** The source has ended: every partition is complete, and nothing is due any more. */
    void end(Listener listener) {
        ended = true;
        for (int p = 0; p < stated.length; p++)
            advance(p, Watermark.FINAL, listener);
        watermark = Watermark.FINAL;
    }

    WatermarkClock copy() {
        return new WatermarkClock(this);
    }

    /** A hash of everything that changes. */
    long hash() {
        long hash = Hashing.add(watermark, line);
        hash = Hashing.add(Hashing.add(hash, tick), ended ? 1 : 0);
        for (int p = 0; p < stated.length; p++) {
            hash = Hashing.add(Hashing.add(hash, pending[p]), stated[p]);
            hash = Hashing.add(Hashing.add(hash, heard[p]), idle[p] ? 1 : 0);
        }
        return hash;
    }
}
