package millrace.operator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Instants of event time to wait for, each with a number that says for what; those of one instant in the order in which they
 * were added. None may be added before an instant that was already polled past: then a timing wheel takes and gives them in
 * constant time. A wheel of level n has 64 slots of 64^n ms; an instant is in the wheel of the highest six bits in which it
 * differs from {@link #last}, and moves down as time comes to its slot.
 */
final class Deadlines {
    private static final int BITS = 6;
    private static final int SLOTS = 1 << BITS;
    private static final int LEVELS = 11;
    /** Instants are compared without sign. */
    private static final long SIGN = Long.MIN_VALUE;
    /** What lies in {@link #cells}: an instant, what it is for, and the next of its slot. */
    private static final int WIDTH = 3;
    private static final int FEW = 16;

    /** First and last entry of each slot, + 1; 0 = it is empty. */
    private static final class Wheel {
        final int[] first = new int[SLOTS];
        final int[] last = new int[SLOTS];
        /** Which slots have something, a bit each. */
        long filled;

        Wheel copy() {
            Wheel copy = new Wheel();
            System.arraycopy(first, 0, copy.first, 0, SLOTS);
            System.arraycopy(last, 0, copy.last, 0, SLOTS);
            copy.filled = filled;
            return copy;
        }
    }

    private final @Nullable Wheel[] wheels = new Wheel[LEVELS];
    /** Which wheels have something, a bit each. */
    private int filled;
    private long[] cells = new long[FEW * WIDTH];
    /** Entries ever used; those given back are chained from {@link #free}. */
    private int used;
    private int free;
    /** No instant is before it; without sign. */
    private long last;
    private int size;

    Deadlines copy() {
        Deadlines copy = new Deadlines();
        for (int l = 0; l < LEVELS; l++) {
            Wheel wheel = wheels[l];
            if (wheel != null && wheel.filled != 0) copy.wheels[l] = wheel.copy();
        }
        copy.filled = filled;
        copy.cells = Arrays.copyOf(cells, Math.max(FEW, used) * WIDTH);
        copy.used = used;
        copy.free = free;
        copy.last = last;
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    void add(long at, long what) {
        int entry = free;
        if (entry != 0) free = (int) cells[(entry - 1) * WIDTH + 2];
        else {
            if ((used + 1) * WIDTH > cells.length) cells = Arrays.copyOf(cells, cells.length * 2);
            entry = ++used;
        }
        int cell = (entry - 1) * WIDTH;
        cells[cell] = at ^ SIGN;
        cells[cell + 1] = what;
        put(entry);
        size++;
    }

    private void put(int entry) {
        long at = cells[(entry - 1) * WIDTH];
        int level = (63 - Long.numberOfLeadingZeros(at ^ last | 1)) / BITS;
        int slot = (int) (at >>> level * BITS) & SLOTS - 1;
        Wheel wheel = wheel(level);
        int before = wheel.last[slot];
        if (before == 0) wheel.first[slot] = entry;
        else
            cells[(before - 1) * WIDTH + 2] = entry;
        wheel.last[slot] = entry;
        wheel.filled |= 1L << slot;
        filled |= 1 << level;
        cells[(entry - 1) * WIDTH + 2] = 0;
    }

    private Wheel wheel(int level) {
        Wheel wheel = wheels[level];
        if (wheel == null) wheels[level] = wheel = new Wheel();
        return wheel;
    }

    /** Takes the next that lies before {@code limit} and gives its number, or -1. */
    long poll(long limit) {
        while (filled != 0) {
            int level = Integer.numberOfTrailingZeros(filled);
            Wheel wheel = wheel(level);
            int slot = Long.numberOfTrailingZeros(wheel.filled);
            long begins = begins(level, slot);
            if ((begins ^ SIGN) >= limit) return -1;
            last = begins;
            if (level == 0) return take(wheel, slot);
            spread(level, wheel, slot);
        }
        return -1;
    }

    /** The instant of what was polled last: the slots of the first wheel are one instant each. */
    long at() {
        return last ^ SIGN;
    }

    /** When a slot begins; what is above it is as in {@link #last}. */
    private long begins(int level, int slot) {
        int shift = level * BITS;
        long above = level == LEVELS - 1 ? 0 : last >>> shift + BITS << shift + BITS;
        return above | (long) slot << shift;
    }

    private long take(Wheel wheel, int slot) {
        int entry = wheel.first[slot];
        int cell = (entry - 1) * WIDTH;
        int next = (int) cells[cell + 2];
        wheel.first[slot] = next;
        if (next == 0) empty(0, wheel, slot);
        cells[cell + 2] = free;
        free = entry;
        size--;
        return cells[cell + 1];
    }

    private void empty(int level, Wheel wheel, int slot) {
        wheel.first[slot] = 0;
        wheel.last[slot] = 0;
        wheel.filled &= ~(1L << slot);
        if (wheel.filled == 0) filled &= ~(1 << level);
    }

    /** Time has come to a slot: what is in it moves down. */
    private void spread(int level, Wheel wheel, int slot) {
        int entry = wheel.first[slot];
        empty(level, wheel, slot);
        while (entry != 0) {
            int next = (int) cells[(entry - 1) * WIDTH + 2];
            put(entry);
            entry = next;
        }
    }

    void clear() {
        Arrays.fill(wheels, null);
        filled = 0;
        used = 0;
        free = 0;
        size = 0;
    }

    /** In the order in which they will be polled. */
    long hash() {
        long h = Numbers.mix(size, last);
        for (Wheel wheel : wheels)
            for (int slot = 0; wheel != null && slot < SLOTS; slot++)
                for (int entry = wheel.first[slot]; entry != 0; entry = (int) cells[(entry - 1) * WIDTH + 2])
                    h = Numbers.mix(Numbers.mix(h, cells[(entry - 1) * WIDTH]), cells[(entry - 1) * WIDTH + 1]);
        return h;
    }
}
