package millrace.trace;

import java.util.Arrays;

/**
 * The rows of a trace in columns: chunks of 4,096 rows, 40 bytes a row. One thread appends; rows below the published size
 * of the {@link Trace} never change.
 *
 * <p>What the figures mean depends on the kind (see {@link TraceRecorder}): {@code subject} is an event, {@code window} a
 * window, an input or a duration, {@code figure} a watermark or another long, {@code link} the row before of the same window, {@code tally} how many events
 * the window has after this row, or the firing before, {@code again} the row before that speaks of the same event.
 */
final class Columns {
    private static final int BITS = 12;
    private static final int CHUNK = 1 << BITS;
    private static final int MASK = CHUNK - 1;

    /** Steps and times are kept as differences from the chunk's first row; times as longs where that is not enough. */
    private static final class Chunk {
        final byte[] kind = new byte[CHUNK];
        final byte[] flag = new byte[CHUNK];
        final short[] node = new short[CHUNK];
        final int[] step = new int[CHUNK];
        final int[] at = new int[CHUNK];
        final int[] subject = new int[CHUNK];
        final int[] window = new int[CHUNK];
        final int[] link = new int[CHUNK];
        final int[] tally = new int[CHUNK];
        final int[] again = new int[CHUNK];
        final long[] figure = new long[CHUNK];
        final long firstStep;
        final long firstAt;
        long[] wideAt = {};
        long[] wideStep = {};

        Chunk(long firstStep, long firstAt) {
            this.firstStep = firstStep;
            this.firstAt = firstAt;
        }
    }

    private Chunk[] chunks = {};
    private int size;

    int size() {
        return size;
    }

    int append(int kind, int flag, int node, long step, long at) {
        int row = size++;
        int place = row & MASK;
        if (place == 0) grow(row >>> BITS, step, at);
        Chunk c = chunks[row >>> BITS];
        c.kind[place] = (byte) kind;
        c.flag[place] = (byte) flag;
        c.node[place] = (short) node;
        setStep(c, place, step);
        setAt(c, place, at);
        return row;
    }

    private void grow(int chunk, long step, long at) {
        if (chunk == chunks.length) chunks = Arrays.copyOf(chunks, Math.max(4, chunk * 2));
        chunks[chunk] = new Chunk(step, at);
    }

    private static void setStep(Chunk c, int place, long step) {
        long difference = step - c.firstStep;
        c.step[place] = (int) difference;
        if (difference != (int) difference && c.wideStep.length == 0) c.wideStep = widened(c.step, place, c.firstStep);
        if (c.wideStep.length > 0) c.wideStep[place] = step;
    }

    private static void setAt(Chunk c, int place, long at) {
        long difference = at - c.firstAt;
        c.at[place] = (int) difference;
        if (difference != (int) difference && c.wideAt.length == 0) c.wideAt = widened(c.at, place, c.firstAt);
        if (c.wideAt.length > 0) c.wideAt[place] = at;
    }

    private static long[] widened(int[] differences, int places, long first) {
        long[] wide = new long[CHUNK];
        for (int i = 0; i < places; i++)
            wide[i] = first + differences[i];
        return wide;
    }

    void put(int row, int subject, int window, int link, long figure) {
        Chunk c = chunks[row >>> BITS];
        int place = row & MASK;
        c.subject[place] = subject;
        c.window[place] = window;
        c.link[place] = link;
        c.figure[place] = figure;
    }

    int kind(int row) {
        return chunks[row >>> BITS].kind[row & MASK];
    }

    int flag(int row) {
        return chunks[row >>> BITS].flag[row & MASK];
    }

    int node(int row) {
        return chunks[row >>> BITS].node[row & MASK];
    }

    long step(int row) {
        Chunk c = chunks[row >>> BITS];
        long[] wide = c.wideStep;
        return wide.length > 0 ? wide[row & MASK] : c.firstStep + c.step[row & MASK];
    }

    long at(int row) {
        Chunk c = chunks[row >>> BITS];
        long[] wide = c.wideAt;
        return wide.length > 0 ? wide[row & MASK] : c.firstAt + c.at[row & MASK];
    }

    int subject(int row) {
        return chunks[row >>> BITS].subject[row & MASK];
    }

    int window(int row) {
        return chunks[row >>> BITS].window[row & MASK];
    }

    int link(int row) {
        return chunks[row >>> BITS].link[row & MASK];
    }

    void tally(int row, int tally) {
        chunks[row >>> BITS].tally[row & MASK] = tally;
    }

    int tally(int row) {
        return chunks[row >>> BITS].tally[row & MASK];
    }

    void again(int row, int again) {
        chunks[row >>> BITS].again[row & MASK] = again;
    }

    int again(int row) {
        return chunks[row >>> BITS].again[row & MASK];
    }

    long figure(int row) {
        return chunks[row >>> BITS].figure[row & MASK];
    }
}
