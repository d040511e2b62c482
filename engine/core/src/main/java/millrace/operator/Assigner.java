package millrace.operator;

/** The windows that cover an instant, in order of their ends. A cursor: {@link #begin}, then {@link #next} while it says so. */
final class Assigner {
    /** Whether there is always just one. */
    final boolean single;
    long start;
    long end;
    private final WindowSpec spec;
    /** Whether windows that begin before time zero are left out. */
    private final boolean fromZero;
    private long last;

    Assigner(WindowSpec spec, Dialect dialect) {
        this.spec = spec;
        fromZero = dialect.has(Dialect.Rule.WINDOWS_FROM_ZERO);
        single = spec instanceof WindowSpec.Tumbling || spec instanceof WindowSpec.Global;
    }

    /** Sets the first window; false if none covers the instant (a slide longer than the size leaves gaps). */
    boolean begin(long time) {
        switch (spec) {
            case WindowSpec.Tumbling(long size, long offset) -> set(aligned(time, size, offset), size);
            case WindowSpec.Sliding(long size, long slide, long offset) -> {
                last = aligned(time, slide, offset);
                set(last - Math.max(0, Math.floorDiv(size - 1 - (time - last), slide)) * slide, size);
                if (fromZero && start < 0 && last >= 0) set(Math.floorMod(start, slide), size);
            }
            case WindowSpec.Cumulate(long max, long step, long offset) -> {
                start = aligned(time, max, offset);
                end = aligned(time, step, start) + step;
                last = start + max;
            }
            case WindowSpec.Global() -> {
                start = Long.MIN_VALUE;
                end = Long.MAX_VALUE;
                return true;
            }
            case WindowSpec.Session s -> throw new IllegalArgumentException("no fixed bounds: " + s);
            case WindowSpec.EventSliding s -> throw new IllegalArgumentException("no fixed bounds: " + s);
            case WindowSpec.Count s -> throw new IllegalArgumentException("no fixed bounds: " + s);
        }
        return time < end;
    }

    private void set(long from, long size) {
        start = from;
        end = from + size;
    }

    /** The latest start at or before the instant. */
    static long aligned(long time, long step, long offset) {
        return time - Math.floorMod(time - offset, step);
    }

    boolean next() {
        switch (spec) {
            case WindowSpec.Sliding(long size, long slide, long offset) -> {
                if (start >= last) return false;
                set(start + slide, size);
                return true;
            }
            case WindowSpec.Cumulate(long max, long step, long offset) -> {
                if (end >= last) return false;
                end += step;
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}
