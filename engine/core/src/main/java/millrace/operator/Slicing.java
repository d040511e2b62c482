package millrace.operator;

/**
 * Windows made of slices: every window is a whole number of them. Slices are known by their start, windows by their end, since
 * no two windows of a specification end at the same time.
 */
final class Slicing {
    /** Slices much shorter than the step from window to window would be more work than they save. */
    private static final long MOST_SLICES_A_STEP = 4;
    /** Length of a slice. */
    final long slice;
    private final long offset;
    private final long size;
    /** From one window's end to the next one's. */
    private final long step;
    private final boolean cumulative;

    Slicing(WindowSpec spec) {
        switch (spec) {
            case WindowSpec.Sliding(long s, long slide, long o) -> {
                slice = gcd(s, slide);
                size = s;
                step = slide;
                offset = o;
                cumulative = false;
            }
            case WindowSpec.Cumulate(long max, long s, long o) -> {
                slice = s;
                size = max;
                step = s;
                offset = o;
                cumulative = true;
            }
            default -> throw new IllegalArgumentException("not made of slices: " + spec);
        }
    }

    /** Whether an operator may use slices: nothing depends on what single windows have seen. */
    static boolean fits(WindowOperator spec) {
        boolean overlapping = switch (spec.window()) {
            case WindowSpec.Sliding(long size, long slide, long offset) -> slide < size
                    && gcd(size, slide) * MOST_SLICES_A_STEP >= slide;
            case WindowSpec.Cumulate(long max, long step, long offset) -> step < max;
            default -> false;
        };
        boolean oncePerWindow = spec.closing() == Closing.IF_NEW
                && (spec.lateness() == 0 || spec.accumulation() == Accumulation.ACCUMULATING);
        return overlapping && oncePerWindow && spec.domain() == TimeDomain.EVENT && Firing.isStandard(spec)
                && !spec.dialect().has(Dialect.Rule.STREAM_TIME);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Start of the slice that holds an instant. */
    long sliceOf(long time) {
        return aligned(time, slice);
    }

    /** Start of the stretch of that length that holds an instant, counted from where windows are counted from. */
    long aligned(long time, long length) {
        return Assigner.aligned(time, length, offset);
    }

    /** Of how many slices the longest window is made. */
    long slicesInWindow() {
        return size / slice;
    }

    /** End of the first window that covers a slice. */
    long firstEnd(long start) {
        if (cumulative) return start + slice;
        return start + slice + Math.floorMod(offset + size - start - slice, step);
    }

    /** End of the last window that covers a slice. */
    long lastEnd(long start) {
        return Assigner.aligned(start, cumulative ? size : step, offset) + size;
    }

    /** End of the first window after {@code after} that covers a slice; {@link Long#MAX_VALUE} = none. */
    long endAfter(long start, long after) {
        long first = firstEnd(start);
        long end = first > after ? first : first + Math.floorDiv(after - first, step) * step + step;
        return end <= lastEnd(start) ? end : Long.MAX_VALUE;
    }

    /** Start of the window with this end. */
    long start(long end) {
        return cumulative ? Assigner.aligned(end - 1, size, offset) : end - size;
    }

    long step() {
        return step;
    }
}
