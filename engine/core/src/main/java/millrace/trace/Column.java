package millrace.trace;

import java.util.Arrays;

/**
 * Up to {@link #ROOM} numbers that lie near each other, as differences from the first of them: two bytes each, or four or
 * eight where that is not enough. One thread appends while others read what it has published; whatever they read was written before
 * the array that holds it was shown.
 */
final class Column {
    static final int BITS = 12;
    static final int ROOM = 1 << BITS;
    private static final short[] NO_SHORTS = {};
    private static final int[] NO_INTS = {};
    private static final long[] NO_LONGS = {};
    private static final int FEW = 8;

    /** One of the arrays is in use. Its fields are final, so that who sees it sees what was written before it was made. */
    private static final class Cells {
        final short[] shorts;
        final int[] ints;
        final long[] longs;

        Cells(short[] shorts, int[] ints, long[] longs) {
            this.shorts = shorts;
            this.ints = ints;
            this.longs = longs;
        }

        long get(int place) {
            if (shorts.length > 0) return shorts[place];
            return ints.length > 0 ? ints[place] : longs[place];
        }

        int size() {
            return shorts.length + ints.length + longs.length;
        }

        int bytes() {
            return shorts.length * Short.BYTES + ints.length * Integer.BYTES + longs.length * Long.BYTES;
        }
    }

    private Cells cells;
    private final long base;

    /** @param room for how many at first; more are taken as they come
     * @param base what the others are expected to lie near to */
    Column(int room, long base) {
        cells = new Cells(new short[Math.max(FEW, room)], NO_INTS, NO_LONGS);
        this.base = base;
    }

    long get(int place) {
        return base + cells.get(place);
    }

    void set(int place, long value) {
        long difference = value - base;
        Cells now = cells;
        if (place < now.shorts.length && difference == (short) difference) now.shorts[place] = (short) difference;
        else if (place < now.ints.length && difference == (int) difference) now.ints[place] = (int) difference;
        else if (place < now.longs.length) now.longs[place] = difference;
        else
            cells = more(now, place, difference);
    }

    /** Longer or wider cells, with one number more. */
    private static Cells more(Cells from, int place, long difference) {
        int room = place < from.size() ? from.size() : Math.min(ROOM, from.size() * 2);
        Cells to = roomier(from, room, difference);
        if (to.shorts.length > 0) to.shorts[place] = (short) difference;
        else if (to.ints.length > 0) to.ints[place] = (int) difference;
        else
            to.longs[place] = difference;
        return to;
    }

    private static Cells roomier(Cells from, int room, long difference) {
        boolean isShort = difference == (short) difference;
        boolean isInt = difference == (int) difference;
        if (from.shorts.length > 0 && isShort) return new Cells(Arrays.copyOf(from.shorts, room), NO_INTS, NO_LONGS);
        if (from.ints.length > 0 && isInt) return new Cells(NO_SHORTS, Arrays.copyOf(from.ints, room), NO_LONGS);
        if (from.longs.length > 0) return new Cells(NO_SHORTS, NO_INTS, Arrays.copyOf(from.longs, room));
        return isInt ? new Cells(NO_SHORTS, ints(from, room), NO_LONGS)
                : new Cells(NO_SHORTS, NO_INTS, longs(from, room));
    }

    private static int[] ints(Cells from, int room) {
        int[] ints = new int[room];
        for (int i = 0; i < from.size(); i++)
            ints[i] = (int) from.get(i);
        return ints;
    }

    private static long[] longs(Cells from, int room) {
        long[] longs = new long[room];
        for (int i = 0; i < from.size(); i++)
            longs[i] = from.get(i);
        return longs;
    }

    int bytes() {
        return cells.bytes();
    }
}
