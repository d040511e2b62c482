package millrace.operator;

import java.util.ArrayList;
import java.util.List;

/**
 * A composable trigger: configuration and its place in a row. What it remembers is in the row's numbers, so it has nothing
 * in fields: bit {@link #bit} of the first number says that it has finished, and those from {@link #cell} are its own.
 *
 * <p>The four questions of every trigger: what does an event mean, is it time to fire, what does firing mean, and what is
 * left when the windows of two rows become one.
 */
abstract class Trigger {
    private static final List<Trigger> NONE = List.of();

    final int bit;
    final int cell;
    final List<Trigger> parts;

    Trigger(Builder place, int cells) {
        this(place, cells, NONE);
    }

    Trigger(Builder place, int cells, List<Trigger> parts) {
        bit = place.bits++;
        if (bit >= Long.SIZE) throw new IllegalArgumentException("a trigger of more than 64 parts");
        cell = place.width;
        place.width += cells;
        this.parts = parts;
    }

    /** Deals out bits and numbers, and makes triggers of their specifications. */
    static final class Builder {
        private final OnTime onTime;
        private final boolean towardsZero;
        private int bits;
        /** Numbers dealt out so far; the first one holds the finished bits. */
        int width = 1;

        Builder(OnTime onTime, Dialect dialect) {
            this.onTime = onTime;
            this.towardsZero = dialect.has(Dialect.Rule.ALIGNS_TOWARDS_ZERO);
        }

        Trigger of(TriggerSpec spec) {
            return switch (spec) {
                case TriggerSpec.AfterCount(int n) -> new Leaves.Counting(this, n);
                case TriggerSpec.AfterDelay(long delay) -> new Leaves.Waiting(this, delay);
                case TriggerSpec.AlignedTo(long period, long offset) -> new Leaves.Waiting(this, period, offset,
                        towardsZero);
                case TriggerSpec.Never() -> new Leaves.Silent(this);
                case TriggerSpec.AfterWatermark(var early, var late) -> new Passing(this, onTime,
                        early.map(this::of).orElseGet(() -> new Leaves.Silent(this)),
                        late.map(this::of).orElseGet(() -> new Leaves.Silent(this)), late.isPresent());
                case TriggerSpec.Repeatedly(TriggerSpec of) -> new Composed.Repeating(this, of(of));
                case TriggerSpec.AfterFirst(var of) -> new Composed.First(this, all(of));
                case TriggerSpec.AfterAll(var of) -> new Composed.All(this, all(of));
                case TriggerSpec.AfterEach(var of) -> new Composed.Each(this, all(of));
                case TriggerSpec.OrFinally(var main, var until) -> new Composed.Until(this, of(main), of(until));
            };
        }

        private List<Trigger> all(List<TriggerSpec> specs) {
            List<Trigger> all = new ArrayList<>();
            specs.forEach(s -> all.add(of(s)));
            return all;
        }
    }

    /** An event came into the window; asked only while the trigger has not finished. */
    abstract void onEvent(Site s);

    abstract boolean shouldFire(Site s);

    /** The pane leaves; asked only if {@link #shouldFire}. */
    abstract void onFire(Site s);

    /** The watermark has passed the window's end, or an event came to a window where it had. */
    void onPassed(Site s) {
        for (Trigger part : parts)
            part.onPassed(s);
    }

    /** The window now ends later than before. */
    void onMoved(Site s) {
        for (Trigger part : parts)
            part.onMoved(s);
    }

    /** Takes in what the trigger of another row remembers, whose window is now part of this one's. */
    void merge(Site s, Site other) {
        for (Trigger part : parts)
            part.merge(s, other);
        finish(s, finished(s) && finished(other));
    }

    /** The next processing time, not before the earliest, at which it may fire; {@link Long#MAX_VALUE} = none. */
    long due(Site s) {
        long due = Long.MAX_VALUE;
        for (Trigger part : parts)
            if (!part.finished(s)) due = Math.min(due, part.due(s));
        return due;
    }

    /** Back to the beginning. */
    void reset(Site s) {
        finish(s, false);
        for (Trigger part : parts)
            part.reset(s);
    }

    final boolean finished(Site s) {
        return (s.cells[s.at] >>> bit & 1) != 0;
    }

    final void finish(Site s, boolean finished) {
        if (finished) s.cells[s.at] |= 1L << bit;
        else
            s.cells[s.at] &= ~(1L << bit);
    }

    /** Where and when a trigger is asked. One for each processor, filled in before each question. */
    static final class Site {
        long[] cells = {};
        /** Where the trigger's numbers begin. */
        int at;
        /** End of the window. */
        long end;
        /** The watermark, or the clock for windows of processing time. */
        long watermark;
        /** The clock. */
        long now;
        /** Due times up to this one have come. */
        long ready;
        /** Due times before this one are of no use any more: what they promised waits for something else. */
        long earliest;
        /** Set when a firing is the one of the window's end. */
        boolean onTime;

        boolean passed() {
            return end <= watermark;
        }
    }
}
