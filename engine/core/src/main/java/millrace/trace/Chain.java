package millrace.trace;

import java.util.Arrays;

/**
 * Walks back over the rows that speak of a window, newest first, those of merged sessions among them in their order. Reads
 * only what lies below a given row.
 */
final class Chain {
    private static final int END = -1;

    private final Trace trace;
    /** The newest row not yet given of the window and of each session it swallowed; ended ones stay as {@link #END}. */
    private int[] heads;
    private int count = 1;
    private int current;

    Chain(Trace trace, int window, int below) {
        this.trace = trace;
        heads = new int[] {trace.windows.last(window)};
        while (heads[0] >= below)
            heads[0] = trace.columns.link(heads[0]);
    }

    /** The next older row, or -1. */
    int previous() {
        int best = 0;
        for (int i = 1; i < count; i++)
            if (heads[i] > heads[best]) best = i;
        int row = heads[best];
        if (row == END) return END;
        current = best;
        heads[best] = trace.columns.link(row);
        if (trace.kind(row) == FactKind.MERGED) descend(row);
        return row;
    }

    /** Leaves out what is older than the row just given, in its own window; merged sessions go on. */
    void stop() {
        heads[current] = END;
    }

    private void descend(int merged) {
        int swallowed = trace.columns.window(merged);
        int last = trace.windows.last(swallowed);
        while (last > merged)
            last = trace.columns.link(last);
        if (last == END) return;
        if (count == heads.length) heads = Arrays.copyOf(heads, count * 2);
        heads[count++] = last;
    }
}
