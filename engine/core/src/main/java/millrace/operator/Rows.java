package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one {@link Layout}, one for each key, in order of the keys' first arrival: an open-addressing index from key to
 * row, a typed column of keys, and all numbers in one array. Nothing is removed singly. Places in {@link #cells} are given
 * as the row's number times the stride, called {@code row} everywhere.
 */
final class Rows {
    private static final int FEW = 16;

    final Layout layout;
    long[] cells;
    @Nullable
    Object[] refs;
    private long[] keys;
    private @Nullable Object[] textKeys;
    /** Row number + 1, or 0. */
    private int[] index;
    private int size;

    Rows(Layout layout) {
        this.layout = layout;
        index = new int[FEW * 2];
        cells = new long[FEW * layout.stride];
        refs = new Object[FEW * layout.refStride];
        keys = new long[layout.textKeys ? 0 : FEW];
        textKeys = new Object[layout.textKeys ? FEW : 0];
    }

    private Rows(Rows other) {
        layout = other.layout;
        size = other.size;
        index = other.index.clone();
        int room = Math.max(size, 1);
        cells = Arrays.copyOf(other.cells, room * layout.stride);
        refs = Arrays.copyOf(Cell.copy(other.refs, size * layout.refStride), room * layout.refStride);
        keys = Arrays.copyOf(other.keys, layout.textKeys ? 0 : room);
        textKeys = Arrays.copyOf(other.textKeys, layout.textKeys ? room : 0);
    }

    Rows copy() {
        return new Rows(this);
    }

    int size() {
        return size;
    }

    /** Forgets everything but keeps its room. */
    void clear() {
        if (size == 0) return;
        Arrays.fill(index, 0);
        Arrays.fill(refs, 0, size * layout.refStride, null);
        if (layout.textKeys) Arrays.fill(textKeys, 0, size, null);
        size = 0;
    }

    int refRow(int row) {
        return layout.refStride == 0 ? 0 : row / layout.stride * layout.refStride;
    }

    /** The row for the event's key, made if there is none; {@code order} is then its first arrival. */
    int rowOf(Event event, long order) {
        if (layout.textKeys) return rowOf(event.ref(layout.keySlot), order);
        return rowOf(layout.keyed ? event.num(layout.keySlot) : 0, order);
    }

    int rowOf(long key, long order) {
        int mask = index.length - 1;
        int i = spread(key) & mask;
        for (int r; (r = index[i]) != 0; i = i + 1 & mask) {
            if (keys[r - 1] == key) return (r - 1) * layout.stride;
        }
        int row = newRow(order, i, spread(key));
        keys[size - 1] = key;
        return row;
    }

    private int rowOf(@Nullable Object key, long order) {
        int i = place(key);
        if (index[i] != 0) return (index[i] - 1) * layout.stride;
        int row = newRow(order, i, spread(key == null ? 0 : key.hashCode()));
        textKeys[size - 1] = key;
        return row;
    }

    /** The row for the event's key, or -1. */
    int find(Event event) {
        if (layout.textKeys) return (index[place(event.ref(layout.keySlot))] - 1) * layout.stride;
        long key = layout.keyed ? event.num(layout.keySlot) : 0;
        int mask = index.length - 1;
        int i = spread(key) & mask;
        while (index[i] != 0 && keys[index[i] - 1] != key)
            i = i + 1 & mask;
        return index[i] == 0 ? -1 : (index[i] - 1) * layout.stride;
    }

    /** The row for the key of another's row, made if there is none. */
    int rowOf(Rows other, int row, long order) {
        int r = row / layout.stride;
        return layout.textKeys ? rowOf(other.textKeys[r], order) : rowOf(other.keys[r], order);
    }

    private int place(@Nullable Object key) {
        int mask = index.length - 1;
        int i = spread(key == null ? 0 : key.hashCode()) & mask;
        while (index[i] != 0 && !same(textKeys[index[i] - 1], key))
            i = i + 1 & mask;
        return i;
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == null ? b == null : a.equals(b);
    }

    static int spread(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32);
    }

    /** Appends a row that the index does not know, with the event's key. */
    int append(Event event, long order) {
        int row = size * layout.stride;
        if (row + layout.stride > cells.length) grow();
        size++;
        begin(row, event, order);
        return row;
    }

    /** Makes a row that {@link #append} gave a new one. */
    void begin(int row, Event event, long order) {
        int r = row / layout.stride;
        if (layout.textKeys) textKeys[r] = event.ref(layout.keySlot);
        else
            keys[r] = layout.keyed ? event.num(layout.keySlot) : 0;
        Arrays.fill(refs, r * layout.refStride, (r + 1) * layout.refStride, null);
        clear(row, order);
    }

    private void clear(int row, long order) {
        Arrays.fill(cells, row, row + layout.stride, 0);
        cells[row + Layout.FIRST] = order;
        if (layout.clears) for (Aggregate a : layout.aggregates)
            a.clear(cells, row);
    }

    /** Whether a row has the event's key. */
    boolean hasKey(int row, Event event) {
        int r = row / layout.stride;
        if (layout.textKeys) return same(textKeys[r], event.ref(layout.keySlot));
        return !layout.keyed || keys[r] == event.num(layout.keySlot);
    }

    /** A hash of the event's key, the same as {@link #keyHash} of its row. */
    int keyHash(Event event) {
        if (!layout.textKeys) return spread(layout.keyed ? event.num(layout.keySlot) : 0);
        Object key = event.ref(layout.keySlot);
        return spread(key == null ? 0 : key.hashCode());
    }

    int keyHash(int row) {
        return hash(row / layout.stride);
    }

    /** Appends a row whose key hashes to {@code hash} and whose free place in the index is {@code i}. */
    private int newRow(long order, int i, int hash) {
        if ((size + 1) * 2 > index.length) {
            reindex();
            i = free(hash);
        }
        index[i] = size + 1;
        int row = size * layout.stride;
        if (row + layout.stride > cells.length) grow();
        size++;
        Arrays.fill(cells, row, row + layout.stride, 0);
        cells[row + Layout.FIRST] = order;
        if (layout.clears) for (Aggregate a : layout.aggregates)
            a.clear(cells, row);
        return row;
    }

    private void grow() {
        int room = size * 2;
        cells = Arrays.copyOf(cells, room * layout.stride);
        refs = Arrays.copyOf(refs, room * layout.refStride);
        if (layout.textKeys) textKeys = Arrays.copyOf(textKeys, room);
        else
            keys = Arrays.copyOf(keys, room);
    }

    private void reindex() {
        index = new int[index.length * 2];
        for (int r = 0; r < size; r++)
            index[free(hash(r))] = r + 1;
    }

    private int free(int hash) {
        int mask = index.length - 1;
        int i = hash & mask;
        while (index[i] != 0)
            i = i + 1 & mask;
        return i;
    }

    private int hash(int r) {
        if (!layout.textKeys) return spread(keys[r]);
        Object key = textKeys[r];
        return spread(key == null ? 0 : key.hashCode());
    }

    /** A row's key as facts tell it: null for streams without one. */
    @Nullable
    Object key(int row) {
        int r = row / layout.stride;
        return layout.textKeys ? textKeys[r] : layout.key(keys[r]);
    }

    /** Writes a row's key into its field of a pane. */
    void putKey(int row, int slot, long[] nums, @Nullable Object[] out) {
        int r = row / layout.stride;
        if (layout.textKeys) out[slot] = textKeys[r];
        else
            nums[slot] = keys[r];
    }

    /** A stable hash of keys and contents. */
    long hash() {
        long h = Numbers.mix(size, Numbers.hash(cells, size * layout.stride));
        h = Numbers.mix(h, Numbers.hash(refs, size * layout.refStride));
        return Numbers.mix(h, layout.textKeys ? Numbers.hash(textKeys, size) : Numbers.hash(keys, size));
    }

    /** Makes the aggregates of a row say "nothing yet", for discarding panes. */
    void forget(int row) {
        int from = layout.results;
        Arrays.fill(cells, row + from, row + layout.stride, 0);
        for (Aggregate a : layout.aggregates) {
            if (a.hasReference()) refs[refRow(row) + a.ref] = null;
            a.clear(cells, row);
        }
    }

    void add(int row, Event event, long order) {
        int refRow = refRow(row);
        for (Aggregate a : layout.aggregates)
            a.add(cells, row, refs, refRow, event, order);
    }

    void merge(int row, Rows from, int fromRow) {
        for (Aggregate a : layout.aggregates)
            a.merge(this, row, from, fromRow);
    }
}
