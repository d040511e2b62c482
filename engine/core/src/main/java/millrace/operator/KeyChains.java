package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;

/**
 * Rows that come and go singly, several for one key: an index from key to the first of its rows, which are chained by a
 * number of theirs; rows that have gone are used again. The index forgets keys that have no row.
 */
final class KeyChains {
    private static final int END = 0;

    final Rows rows;
    /** Which number of a row holds the next row of its key, + 1. */
    private final int link;
    /** First row + 1, or 0. */
    private int[] index;
    private int keys;
    private int[] free;
    private int freed;

    KeyChains(Layout layout, int link) {
        rows = new Rows(layout);
        this.link = link;
        index = new int[32];
        free = new int[8];
    }

    private KeyChains(KeyChains other) {
        rows = other.rows.copy();
        link = other.link;
        index = other.index.clone();
        keys = other.keys;
        free = other.free.clone();
        freed = other.freed;
    }

    KeyChains copy() {
        return new KeyChains(this);
    }

    private KeyChains(KeyChains other, Layout to) {
        Layout from = other.rows.layout;
        rows = other.rows.relaid(to);
        link = other.link;
        index = Rows.relaid(other.index, from, to);
        keys = other.keys;
        free = Arrays.stream(other.free).map(f -> f / from.stride * to.stride).toArray();
        freed = other.freed;
        for (int row = 0; row < rows.size() * to.stride; row += to.stride)
            rows.cells[row + link] = Rows.relaid(new int[] {(int) rows.cells[row + link]}, from, to)[0];
    }

    /** The same chains, their rows laid out otherwise. */
    KeyChains relaid(Layout to) {
        return new KeyChains(this, to);
    }

    /** The first row of the event's key, or -1. */
    int first(Event event) {
        return index[place(event)] - 1;
    }

    /** The next row of the same key, or -1. */
    int next(int row) {
        return (int) rows.cells[row + link] - 1;
    }

    private int place(Event event) {
        int mask = index.length - 1;
        int i = rows.keyHash(event) & mask;
        while (index[i] != END && !rows.hasKey(index[i] - 1, event))
            i = i + 1 & mask;
        return i;
    }

    private int place(int row) {
        int mask = index.length - 1;
        int i = rows.keyHash(row) & mask;
        while (!chained(index[i] - 1, row))
            i = i + 1 & mask;
        return i;
    }

    private boolean chained(int first, int row) {
        for (int r = first; r >= 0; r = next(r))
            if (r == row) return true;
        return false;
    }

    int add(Event event, long order) {
        int row;
        if (freed > 0) {
            row = free[--freed];
            rows.begin(row, event, order);
        } else {
            row = rows.append(event, order);
        }
        int i = place(event);
        rows.cells[row + link] = index[i];
        if (index[i] == END) keys++;
        index[i] = row + 1;
        if (keys * 2 > index.length) grow();
        return row;
    }

    private void grow() {
        int[] old = index;
        index = new int[old.length * 2];
        for (int entry : old)
            if (entry != END) put(entry);
    }

    private void put(int entry) {
        int mask = index.length - 1;
        int i = rows.keyHash(entry - 1) & mask;
        while (index[i] != END)
            i = i + 1 & mask;
        index[i] = entry;
    }

    void remove(int row) {
        int i = place(row);
        int r = index[i] - 1;
        if (r == row) index[i] = (int) rows.cells[row + link];
        else {
            while (next(r) != row)
                r = next(r);
            rows.cells[r + link] = rows.cells[row + link];
        }
        if (index[i] == END) close(i);
        rows.release(row);
        if (freed == free.length) free = Arrays.copyOf(free, freed * 2);
        free[freed++] = row;
    }

    /** A place has become free: entries that had to go past it move up. */
    private void close(int gap) {
        keys--;
        int mask = index.length - 1;
        int hole = gap;
        for (int i = gap + 1 & mask; index[i] != END; i = i + 1 & mask) {
            int home = rows.keyHash(index[i] - 1) & mask;
            if ((i - home & mask) < (i - hole & mask)) continue;
            index[hole] = index[i];
            index[i] = END;
            hole = i;
        }
    }

    long hash() {
        return Numbers.mix(Numbers.mix(rows.hash(), keys), freed);
    }
}
