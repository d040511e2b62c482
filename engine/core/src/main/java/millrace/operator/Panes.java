package millrace.operator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The windows that have state, by end and then start. Those whose end the watermark has passed stand first and wait for
 * their expiry, the others wait for their end; so the next thing to do is always at one of two places.
 */
final class Panes {
    private @Nullable OpenWindow[] windows = new OpenWindow[8];
    private int head;
    private int size;
    /** How many, from the head, have been passed. */
    private int passed;
    /** Start of the first window, and 2^32 by the length of one: where the window of an instant is if none is missing. */
    private long first;
    private long inverse;
    private @Nullable Rows spare;
    /** Of a copy: rows for which the copy had no window, as room for the one that is made in its memory. */
    private @Nullable Rows leftOver;

    int size() {
        return size;
    }

    int passed() {
        return passed;
    }

    OpenWindow get(int i) {
        OpenWindow window = windows[head + i];
        if (window == null) throw new IllegalStateException("no window at " + i);
        return window;
    }

    /** The open window that covers the instant; for windows that do not overlap. */
    @Nullable
    OpenWindow covering(long time) {
        int guess = (int) ((time - first) * inverse >> 32);
        if (guess >= 0 && guess < size && get(guess).covers(time)) return get(guess);
        return newestCovering(time);
    }

    private @Nullable OpenWindow newestCovering(long time) {
        for (int i = size - 1; i >= 0; i--) {
            OpenWindow window = get(i);
            if (window.covers(time)) return window;
            if (window.end <= time) return null;
        }
        return null;
    }

    @Nullable
    OpenWindow find(long start, long end) {
        int i = search(start, end);
        return i >= 0 ? get(i) : null;
    }

    /** The first window that does not start before an instant; for windows that do not overlap. */
    int since(long start) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).start < start) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /** Adds a window that is not there. */
    OpenWindow add(long start, long end, Layout layout, long watermark) {
        int i = -search(start, end) - 1;
        Rows rows = spare == null ? new Rows(layout) : spare;
        spare = null;
        OpenWindow window = new OpenWindow(start, end, rows);
        insert(i, window);
        if (end <= watermark) passed++;
        expect(end - start);
        return window;
    }

    private void expect(long length) {
        first = get(0).start;
        inverse = (1L << 32) / Math.max(1, length) + 1;
    }

    private int search(long start, long end) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int c = get(middle).compareTo(start, end);
            if (c == 0) return middle;
            if (c < 0) low = middle + 1;
            else
                high = middle - 1;
        }
        return -low - 1;
    }

    private void insert(int i, OpenWindow window) {
        if (head + size == windows.length) makeRoom();
        System.arraycopy(windows, head + i, windows, head + i + 1, size - i);
        windows[head + i] = window;
        size++;
    }

    private void makeRoom() {
        @Nullable
        OpenWindow[] from = windows;
        if (head < size) windows = new OpenWindow[from.length * 2];
        System.arraycopy(from, head, windows, 0, size);
        Arrays.fill(windows, size, windows.length, null);
        head = 0;
    }

    /** The end of the next window to be passed, or {@link Long#MAX_VALUE} and nothing to pass. */
    long nextEnd() {
        return passed < size ? get(passed).end : Long.MAX_VALUE;
    }

    boolean canPass() {
        return passed < size;
    }

    OpenWindow pass() {
        return get(passed++);
    }

    /** Takes the oldest window out; what is left of it must not be used after the next {@link #add}. */
    OpenWindow removeFirst() {
        OpenWindow window = get(0);
        windows[head++] = null;
        size--;
        if (passed > 0) passed--;
        if (size > 0) first = get(0).start;
        return window;
    }

    /** Keeps the room of a dead window for the next one. */
    void recycle(OpenWindow dead) {
        dead.rows.clear();
        spare = dead.rows;
    }

    Panes copy() {
        return copy(null);
    }

    /** @param old a copy that is not needed any more, whose rows may be overwritten */
    Panes copy(@Nullable Panes old) {
        Panes copy = new Panes();
        copy.windows = new OpenWindow[Math.max(8, size)];
        for (int i = 0; i < size; i++)
            copy.windows[i] = get(i).copy(old == null ? null : old.memory(i));
        copy.leftOver = old == null ? null : old.memory(size);
        copy.size = size;
        copy.passed = passed;
        copy.first = first;
        copy.inverse = inverse;
        return copy;
    }

    /** The rows in which those of a window may be copied, of a copy that is not needed any more. */
    private @Nullable Rows memory(int window) {
        if (window < size) return get(window).rows;
        return window == size ? leftOver : null;
    }

    /** The same windows, their rows laid out otherwise. */
    Panes relaid(Layout to) {
        Panes copy = copy();
        for (int i = 0; i < size; i++)
            copy.windows[i] = new OpenWindow(get(i).start, get(i).end, get(i).rows.relaid(to));
        return copy;
    }

    long hash() {
        long h = Numbers.mix(size, passed);
        for (int i = 0; i < size; i++) {
            OpenWindow w = get(i);
            h = Numbers.mix(Numbers.mix(Numbers.mix(h, w.start), w.end), w.rows.hash());
        }
        return h;
    }
}
