package millrace.operator;

import java.util.Arrays;
import millrace.event.Watermark;

/**
 * Instants of event time to wait for, each with a number that says for what; those of one instant in the order in which they
 * were added. None may be added before an instant that was already polled past: then a radix heap takes and gives them in
 * constant time, in the mean.
 */
final class Deadlines {
    /** By the highest bit in which an instant differs from {@link #last}; the two highest share a bucket. */
    private static final int BUCKETS = 64;
    private static final long[] NONE = {};

    /** Pairs of an instant and a number. */
    private final long[][] buckets;
    private final int[] sizes;
    private final long[] least;
    /** How far bucket 0 has been read. */
    private int head;
    private long last;
    /** Which buckets have something, a bit each. */
    private long filled;
    private int size;

    Deadlines() {
        buckets = new long[BUCKETS][];
        Arrays.fill(buckets, NONE);
        sizes = new int[BUCKETS];
        least = new long[BUCKETS];
        last = Watermark.NONE;
    }

    private Deadlines(Deadlines other) {
        buckets = new long[BUCKETS][];
        for (int i = 0; i < BUCKETS; i++)
            buckets[i] = Arrays.copyOf(other.buckets[i], other.sizes[i]);
        sizes = other.sizes.clone();
        least = other.least.clone();
        head = other.head;
        last = other.last;
        filled = other.filled;
        size = other.size;
    }

    Deadlines copy() {
        return new Deadlines(this);
    }

    int size() {
        return size;
    }

    void add(long at, long what) {
        put(at, what);
        size++;
    }

    private void put(long at, long what) {
        int b = Math.min(BUCKETS - 1, 64 - Long.numberOfLeadingZeros(at ^ last));
        int n = sizes[b];
        if (n + 2 > buckets[b].length) buckets[b] = Arrays.copyOf(buckets[b], Math.max(8, n * 2));
        buckets[b][n] = at;
        buckets[b][n + 1] = what;
        sizes[b] = n + 2;
        if (n == 0 || at < least[b]) least[b] = at;
        filled |= 1L << b;
    }

    /** Takes the next that lies before {@code limit} and gives its number, or -1. */
    long poll(long limit) {
        if (filled == 0) return -1;
        int b = Long.numberOfTrailingZeros(filled);
        if (least[b] >= limit) return -1;
        if (b > 0) spread(b);
        long what = buckets[0][head + 1];
        head += 2;
        size--;
        if (head == sizes[0]) clear(0);
        return what;
    }

    /** The instant of what was polled last. */
    long at() {
        return last;
    }

    /** Deals a bucket out anew by its least instant: that goes into bucket 0, the others below where they were. */
    private void spread(int b) {
        long[] from = buckets[b];
        int n = sizes[b];
        last = least[b];
        buckets[b] = NONE;
        clear(b);
        for (int i = 0; i < n; i += 2)
            put(from[i], from[i + 1]);
        if (sizes[b] == 0) buckets[b] = from;
    }

    private void clear(int b) {
        sizes[b] = 0;
        filled &= ~(1L << b);
        if (b == 0) head = 0;
    }

    void clear() {
        for (int b = 0; b < BUCKETS; b++)
            clear(b);
        size = 0;
    }

    long hash() {
        long h = Numbers.mix(size, last);
        for (int b = 0; b < BUCKETS; b++) {
            for (int i = b == 0 ? head : 0; i < sizes[b]; i++)
                h = Numbers.mix(h, buckets[b][i]);
        }
        return h;
    }
}
