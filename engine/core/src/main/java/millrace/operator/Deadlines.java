package millrace.operator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Instants of event time to wait for, each with a number (0 or more) that says for what; those of one instant in the order in
 * which they were added. None may be added before an instant that was already polled past: then a timing wheel takes and gives
 * them in constant time. A wheel of level n has 256 slots of 256^n ms; an instant is in the wheel of the highest eight bits in
 * which it differs from {@link #last}, and moves down as time comes to its slot.
 */
final class Deadlines {
    private static final int BITS = 8;
    private static final int LEVELS = 64 / BITS;
    /** Instants are compared without sign. */
    private static final long SIGN = Long.MIN_VALUE;
    /** What lies in {@link #cells}: an instant; what it is for, and in the lower half the next of its slot. */
    private static final int WIDTH = 2;
    private static final int FEW = 16;
    private static final long LOWER = 0xffff_ffffL;

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

    /** The slots of a level: a chain of entries each, of which the first and the last are known. An entry is counted from 1. */
    private static final class Wheel {
        private static final int SLOTS = 1 << BITS;
        /** Of each slot the first entry and the last; 0 = it is empty. */
        private final int[] ends;
        /** Which slots have something, a bit each. */
        private final long[] filled;

        Wheel() {
            this(new int[2 * SLOTS], new long[SLOTS / Long.SIZE]);
        }

        private Wheel(int[] ends, long[] filled) {
            this.ends = ends;
            this.filled = filled;
        }

        Wheel copy() {
            return new Wheel(ends.clone(), filled.clone());
        }

        int first(int slot) {
            return ends[2 * slot];
        }

        /** The entry is the last of its slot; gives the one before it, or 0. */
        int append(int slot, int entry) {
            int before = ends[2 * slot + 1];
            ends[2 * slot + 1] = entry;
            if (before == 0) {
                ends[2 * slot] = entry;
                filled[slot >> 6] |= 1L << slot;
            }
            return before;
        }

        /** The first entry of the slot is gone; true if nothing is left of the wheel. */
        boolean begin(int slot, int next) {
            ends[2 * slot] = next;
            return next == 0 && clear(slot);
        }

        /** True if nothing is left of the wheel. */
        boolean clear(int slot) {
            ends[2 * slot] = 0;
            ends[2 * slot + 1] = 0;
            filled[slot >> 6] &= ~(1L << slot);
            return next() == SLOTS;
        }

        /** The first slot that has something, or {@link #SLOTS}. */
        int next() {
            for (int i = 0; i < filled.length; i++)
                if (filled[i] != 0) return i * Long.SIZE + Long.numberOfTrailingZeros(filled[i]);
            return SLOTS;
        }
    }

    Deadlines copy() {
        Deadlines copy = new Deadlines();
        for (int l = 0; l < LEVELS; l++) {
            Wheel wheel = wheels[l];
            if (wheel != null && (filled & 1 << l) != 0) copy.wheels[l] = wheel.copy();
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

    void add(long at, int what) {
        int entry = free;
        if (entry != 0) free = next(entry);
        else {
            if ((used + 1) * WIDTH > cells.length) cells = Arrays.copyOf(cells, cells.length * 2);
            entry = ++used;
        }
        int cell = (entry - 1) * WIDTH;
        cells[cell] = at ^ SIGN;
        cells[cell + 1] = (long) what << 32;
        put(entry, at ^ SIGN);
        size++;
    }

    /** An entry that no other follows. */
    private void put(int entry, long at) {
        int level = (63 - Long.numberOfLeadingZeros(at ^ last | 1)) / BITS;
        int slot = (int) (at >>> level * BITS) & Wheel.SLOTS - 1;
        int before = wheel(level).append(slot, entry);
        if (before != 0) follow(before, entry);
        filled |= 1 << level;
    }

    private Wheel wheel(int level) {
        Wheel wheel = wheels[level];
        if (wheel == null) wheels[level] = wheel = new Wheel();
        return wheel;
    }

    private int next(int entry) {
        return (int) cells[(entry - 1) * WIDTH + 1];
    }

    private void follow(int entry, int next) {
        int cell = (entry - 1) * WIDTH + 1;
        cells[cell] = cells[cell] & ~LOWER | next;
    }

    /** Takes the next that lies before {@code limit} and gives its number, or -1. */
    int poll(long limit) {
        while (filled != 0) {
            int level = Integer.numberOfTrailingZeros(filled);
            Wheel wheel = wheel(level);
            int slot = wheel.next();
            long begins = begins(level, slot);
            if ((begins ^ SIGN) >= limit) return -1;
            last = begins;
            if (level == 0) return take(wheel, slot);
            spread(level, wheel, slot);
        }
        return -1;
    }

    /** The instant of what was polled last. */
    long at() {
        return last ^ SIGN;
    }

    /** When a slot begins; what is above it is as in {@link #last}. */
    private long begins(int level, int slot) {
        int shift = level * BITS;
        long above = level == LEVELS - 1 ? 0 : last >>> shift + BITS << shift + BITS;
        return above | (long) slot << shift;
    }

    private int take(Wheel wheel, int slot) {
        int entry = wheel.first(slot);
        if (wheel.begin(slot, next(entry))) filled &= ~1;
        follow(entry, free);
        free = entry;
        size--;
        return (int) (cells[(entry - 1) * WIDTH + 1] >> 32);
    }

    /** Time has come to a slot: what is in it moves down. */
    private void spread(int level, Wheel wheel, int slot) {
        int entry = wheel.first(slot);
        if (wheel.clear(slot)) filled &= ~(1 << level);
        while (entry != 0) {
            int next = next(entry);
            follow(entry, 0);
            put(entry, cells[(entry - 1) * WIDTH]);
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
            for (int slot = 0; wheel != null && slot < Wheel.SLOTS; slot++)
                for (int entry = wheel.first(slot); entry != 0; entry = next(entry))
                    h = Numbers.mix(Numbers.mix(h, cells[(entry - 1) * WIDTH]), cells[(entry - 1) * WIDTH + 1] >> 32);
        return h;
    }
}
