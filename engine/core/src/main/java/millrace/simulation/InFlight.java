package millrace.simulation;

import java.util.Arrays;

/**
 * A generator's events that have happened and not arrived: a heap by arrival (then order of happening), and for each
 * partition a list in order of happening, so that the oldest still on its way is known at once. Slots of taken events
 * are used again; it grows to the most that were ever on their way together.
 */
final class InFlight {
    private static final int NONE = -1;
    private int size;
    /** Slot numbers: the first {@link #size} as a heap, those after it free. */
    private int[] heap;
    private long[] numbers;
    private long[] eventTimes;
    private long[] arrivals;
    private int[] keys;
    private long[] values;
    private int[] partitions;
    private int[] older;
    private int[] newer;
    /** For each partition the slot of its oldest and newest event on its way. */
    private final int[] oldest;
    private final int[] newest;

    InFlight(int partitions) {
        heap = new int[0];
        numbers = new long[0];
        eventTimes = new long[0];
        arrivals = new long[0];
        keys = new int[0];
        values = new long[0];
        this.partitions = new int[0];
        older = new int[0];
        newer = new int[0];
        oldest = new int[partitions];
        newest = new int[partitions];
        Arrays.fill(oldest, NONE);
        Arrays.fill(newest, NONE);
    }

    private InFlight(InFlight other) {
        size = other.size;
        heap = other.heap.clone();
        numbers = other.numbers.clone();
        eventTimes = other.eventTimes.clone();
        arrivals = other.arrivals.clone();
        keys = other.keys.clone();
        values = other.values.clone();
        partitions = other.partitions.clone();
        older = other.older.clone();
        newer = other.newer.clone();
        oldest = other.oldest.clone();
        newest = other.newest.clone();
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** An event sets off, with a number above that of all before it. */
    void add(long number, long eventTime, long arrival, int partition, int key, long value) {
        if (size == heap.length) grow(Math.max(16, size * 2));
        int slot = heap[size];
        numbers[slot] = number;
        eventTimes[slot] = eventTime;
        arrivals[slot] = arrival;
        partitions[slot] = partition;
        keys[slot] = key;
        values[slot] = value;
        link(slot, partition);
        rise(size++, slot);
    }

    private void grow(int room) {
        heap = Arrays.copyOf(heap, room);
        for (int i = size; i < room; i++)
            heap[i] = i;
        numbers = Arrays.copyOf(numbers, room);
        eventTimes = Arrays.copyOf(eventTimes, room);
        arrivals = Arrays.copyOf(arrivals, room);
        keys = Arrays.copyOf(keys, room);
        values = Arrays.copyOf(values, room);
        partitions = Arrays.copyOf(partitions, room);
        older = Arrays.copyOf(older, room);
        newer = Arrays.copyOf(newer, room);
    }

    private void link(int slot, int partition) {
        older[slot] = newest[partition];
        newer[slot] = NONE;
        if (newest[partition] == NONE) oldest[partition] = slot;
        else
            newer[newest[partition]] = slot;
        newest[partition] = slot;
    }

    private void unlink(int slot, int partition) {
        if (older[slot] == NONE) oldest[partition] = newer[slot];
        else
            newer[older[slot]] = newer[slot];
        if (newer[slot] == NONE) newest[partition] = older[slot];
        else
            older[newer[slot]] = older[slot];
    }

    /** Removes the next to arrive; its fields can be read by its slot until the next {@link #add}. */
    int take() {
        int slot = heap[0];
        unlink(slot, partitions[slot]);
        int last = heap[--size];
        sink(last);
        heap[size] = slot;
        return slot;
    }

    /** The arrival of the next; not if empty. */
    long nextArrival() {
        return arrivals[heap[0]];
    }

    /** The event time of the partition's oldest on its way; {@link SourceFeed#NOTHING} if there is none. */
    long oldest(int partition) {
        return oldest[partition] == NONE ? SourceFeed.NOTHING : eventTimes[oldest[partition]];
    }

    long eventTime(int slot) {
        return eventTimes[slot];
    }

    long arrival(int slot) {
        return arrivals[slot];
    }

    int partition(int slot) {
        return partitions[slot];
    }

    int key(int slot) {
        return keys[slot];
    }

    long value(int slot) {
        return values[slot];
    }

    private boolean before(int a, int b) {
        return arrivals[a] < arrivals[b] || arrivals[a] == arrivals[b] && numbers[a] < numbers[b];
    }

    private void rise(int from, int slot) {
        int at = from;
        while (at > 0 && before(slot, heap[(at - 1) >>> 1])) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = slot;
    }

    private void sink(int slot) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) child++;
            if (!before(heap[child], slot)) break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = slot;
    }

    InFlight copy() {
        return new InFlight(this);
    }

    /** Sums over the events on their way, whatever slots they are in. */
    long hash() {
        long hash = size;
        for (int i = 0; i < size; i++) {
            int slot = heap[i];
            hash += Hashing.add(Hashing.add(numbers[slot], arrivals[slot]), values[slot]);
        }
        return Hashing.mix(hash);
    }
}
