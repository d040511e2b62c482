package millrace.operator;

import java.util.Arrays;

/** Instants to be woken at, a binary heap ordered by time and then by the other three numbers, which say for what. */
final class Timers {
    private static final int WIDTH = 4;

    private long[] heap;
    private int size;

    Timers() {
        heap = new long[8 * WIDTH];
    }

    private Timers(Timers other) {
        size = other.size;
        heap = Arrays.copyOf(other.heap, Math.max(size, 1) * WIDTH);
    }

    Timers copy() {
        return new Timers(this);
    }

    int size() {
        return size;
    }

    /** The earliest instant; {@link Long#MAX_VALUE} = none. */
    long next() {
        return size == 0 ? Long.MAX_VALUE : heap[0];
    }

    /** The first's number {@code i} (0 is the time). */
    long first(int i) {
        return heap[i];
    }

    void add(long time, long a, long b, long c) {
        if ((size + 1) * WIDTH > heap.length) heap = Arrays.copyOf(heap, (size + 1) * 2 * WIDTH);
        int i = size++;
        put(i, time, a, b, c);
        while (i > 0 && less(i, (i - 1) / 2)) {
            swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    void removeFirst() {
        size--;
        if (size > 0) {
            System.arraycopy(heap, size * WIDTH, heap, 0, WIDTH);
            down();
        }
    }

    private void down() {
        for (int i = 0, child = 1; child < size; child = 2 * i + 1) {
            if (child + 1 < size && less(child + 1, child)) child++;
            if (!less(child, i)) return;
            swap(i, child);
            i = child;
        }
    }

    private void put(int i, long time, long a, long b, long c) {
        int at = i * WIDTH;
        heap[at] = time;
        heap[at + 1] = a;
        heap[at + 2] = b;
        heap[at + 3] = c;
    }

    private boolean less(int i, int j) {
        int a = i * WIDTH;
        int b = j * WIDTH;
        for (int k = 0; k < WIDTH; k++) {
            if (heap[a + k] != heap[b + k]) return heap[a + k] < heap[b + k];
        }
        return false;
    }

    private void swap(int i, int j) {
        for (int k = 0; k < WIDTH; k++) {
            long kept = heap[i * WIDTH + k];
            heap[i * WIDTH + k] = heap[j * WIDTH + k];
            heap[j * WIDTH + k] = kept;
        }
    }

    /** Independent of how the heap came to be. */
    long hash() {
        long h = size;
        for (int i = 0; i < size; i++) {
            long entry = 0;
            for (int k = 0; k < WIDTH; k++)
                entry = Numbers.mix(entry, heap[i * WIDTH + k]);
            h += entry;
        }
        return h;
    }
}
