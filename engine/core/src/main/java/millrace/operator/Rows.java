package millrace.operator;

import java.util.Arrays;
import java.util.function.IntPredicate;
import millrace.event.ChangeKind;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one {@link Layout}, one for each key, in order of the keys' first arrival: an open-addressing index from key to
 * row, and all numbers in one array, keys too (of texts their hash, and the texts in a column). Nothing is removed singly. Places in {@link #cells} are given
 * as the row's number times the stride, called {@code row} everywhere.
 */
final class Rows {
    private static final int FEW = 16;
    /** The index of rows that are only kept, see {@link #set}. */
    private static final int[] UNINDEXED = {};

    final Layout layout;
    long[] cells;
    @Nullable
    Object[] refs;
    /** Keys that are texts; all others are in the rows. */
    private @Nullable Object[] textKeys;
    /** Row + 1, or 0. */
    private int[] index;
    private int size;

    Rows(Layout layout) {
        this.layout = layout;
        index = new int[FEW * 2];
        cells = new long[FEW * layout.stride];
        refs = new Object[FEW * layout.refStride];
        textKeys = new Object[layout.textKeys ? FEW : 0];
    }

    /** The same rows at the same places of another layout, whose trigger begins anew; all else must be as wide. */
    private Rows(Rows other, Layout to) {
        layout = to;
        size = other.size;
        int room = Math.max(size, 1);
        cells = new long[room * to.stride];
        refs = Arrays.copyOf(Cell.copy(other.refs, size * to.refStride), room * to.refStride);
        textKeys = Arrays.copyOf(other.textKeys, to.textKeys ? room : 0);
        index = other.index == UNINDEXED ? UNINDEXED : relaid(other.index, other.layout, to);
        Layout from = other.layout;
        for (int i = 0; i < size; i++) {
            System.arraycopy(other.cells, i * from.stride, cells, i * to.stride, Math.min(from.trigger, to.trigger));
            System.arraycopy(other.cells, i * from.stride + from.results, cells, i * to.stride + to.results,
                    to.stride - to.results);
        }
        if (index == UNINDEXED) index();
    }

    Rows relaid(Layout to) {
        return new Rows(this, to);
    }

    /** Places of rows, each + 1, or 0. */
    static int[] relaid(int[] places, Layout from, Layout to) {
        return Arrays.stream(places).map(p -> p == 0 ? 0 : (p - 1) / from.stride * to.stride + 1).toArray();
    }

    private Rows(Rows other) {
        layout = other.layout;
        size = other.size;
        index = other.index == UNINDEXED ? UNINDEXED : other.index.clone();
        int room = Math.max(size, 1);
        cells = Arrays.copyOf(other.cells, room * layout.stride);
        refs = Arrays.copyOf(Cell.copy(other.refs, size * layout.refStride), room * layout.refStride);
        textKeys = Arrays.copyOf(other.textKeys, layout.textKeys ? room : 0);
        if (index == UNINDEXED) index();
    }

    Rows copy() {
        return new Rows(this);
    }

    /** As {@link #copy()}, in the room of rows that are not needed any more if they hold numbers only. */
    Rows copy(@Nullable Rows old) {
        boolean fits = old != null && old.layout == layout && layout.refStride == 0 && !layout.textKeys;
        return fits && old != null ? old.set(this) : copy();
    }

    /** Without an index: that is made anew for whoever goes on from here, which hardly ever happens. */
    private Rows set(Rows to) {
        size = to.size;
        index = UNINDEXED;
        int length = Math.max(size, 1) * layout.stride;
        if (cells.length < length) cells = new long[Math.max(length, to.cells.length)];
        System.arraycopy(to.cells, 0, cells, 0, length);
        return this;
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
        return rowOf(numberOf(event), order);
    }

    private int rowOf(long key, long order) {
        long[] in = cells;
        int mask = index.length - 1;
        int i = spread(key) & mask;
        for (int r; (r = index[i]) != 0; i = i + 1 & mask) {
            if (in[r - 1 + Layout.KEY] == key) return r - 1;
        }
        int row = newRow(order, i, spread(key));
        cells[row + Layout.KEY] = key;
        return row;
    }

    private int rowOf(@Nullable Object key, long order) {
        int i = place(key);
        if (index[i] != 0) return index[i] - 1;
        int row = newRow(order, i, hash(key));
        cells[row + Layout.KEY] = hash(key);
        textKeys[row / layout.stride] = key;
        return row;
    }

    /** The row for the event's key, or -1. */
    int find(Event event) {
        if (layout.textKeys) return index[place(event.ref(layout.keySlot))] - 1;
        long key = numberOf(event);
        int mask = index.length - 1;
        int i = spread(key) & mask;
        while (index[i] != 0 && cells[index[i] - 1 + Layout.KEY] != key)
            i = i + 1 & mask;
        return index[i] - 1;
    }

    /** The key as a number; the same for all events of a stream without keys. */
    private long numberOf(Event event) {
        return layout.keyed ? event.num(layout.keySlot) : 0;
    }

    /** The row for the key of another's row, made if there is none. */
    int rowOf(Rows other, int row, long order) {
        if (layout.textKeys) return rowOf(other.textKeys[row / layout.stride], order);
        return rowOf(other.cells[row + Layout.KEY], order);
    }

    private int place(@Nullable Object key) {
        int hash = hash(key);
        int mask = index.length - 1;
        int i = hash & mask;
        while (index[i] != 0 && !isText(index[i] - 1, key, hash))
            i = i + 1 & mask;
        return i;
    }

    private boolean isText(int row, @Nullable Object key, int hash) {
        return cells[row + Layout.KEY] == hash && same(textKeys[row / layout.stride], key);
    }

    private static int hash(@Nullable Object text) {
        return spread(text instanceof String s ? s.hashCode() : 0);
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
        clear(row, order);
        cells[row + Layout.KEY] = keyHash(event);
        if (layout.textKeys) textKeys[row / layout.stride] = event.ref(layout.keySlot);
        else
            cells[row + Layout.KEY] = numberOf(event);
    }

    /** Forgets what a row of {@link #append} held. */
    void release(int row) {
        Arrays.fill(refs, refRow(row), refRow(row) + layout.refStride, null);
        if (layout.textKeys) textKeys[row / layout.stride] = null;
        Arrays.fill(cells, row, row + layout.stride, 0);
    }

    private void clear(int row, long order) {
        Arrays.fill(cells, row, row + layout.stride, 0);
        cells[row + Layout.FIRST] = order;
        if (layout.clears) for (Aggregate a : layout.aggregates)
            a.clear(cells, row);
    }

    /** Whether a row has the event's key. */
    boolean hasKey(int row, Event event) {
        if (!layout.textKeys) return cells[row + Layout.KEY] == numberOf(event);
        Object key = event.ref(layout.keySlot);
        return isText(row, key, hash(key));
    }

    /** A hash of the event's key, the same as {@link #keyHash(int)} of its row. */
    int keyHash(Event event) {
        return layout.textKeys ? hash(event.ref(layout.keySlot)) : spread(numberOf(event));
    }

    int keyHash(int row) {
        long key = cells[row + Layout.KEY];
        return layout.textKeys ? (int) key : spread(key);
    }

    /** Appends a row whose key hashes to {@code hash} and whose free place in the index is {@code i}. */
    private int newRow(long order, int i, int hash) {
        if ((size + 1) * 2 > index.length) {
            index(index.length * 2);
            i = free(hash);
        }
        int row = size * layout.stride;
        index[i] = row + 1;
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
    }

    private void index() {
        index(Math.max(FEW * 2, Integer.highestOneBit(size) * 4));
    }

    private void index(int length) {
        index = new int[length];
        int until = size * layout.stride;
        for (int row = 0; row < until; row += layout.stride)
            index[free(keyHash(row))] = row + 1;
    }

    private int free(int hash) {
        int mask = index.length - 1;
        int i = hash & mask;
        while (index[i] != 0)
            i = i + 1 & mask;
        return i;
    }

    /** A row's key as facts tell it: null for streams without one. */
    @Nullable
    Object key(int row) {
        return layout.textKeys ? textKeys[row / layout.stride] : layout.key(cells[row + Layout.KEY]);
    }

    /** Writes a row's key into its field of a pane. */
    void putKey(int row, int slot, long[] nums, @Nullable Object[] out) {
        if (layout.textKeys) out[slot] = textKeys[row / layout.stride];
        else
            nums[slot] = cells[row + Layout.KEY];
    }

    /** A stable hash of keys and contents. */
    long hash() {
        long h = Numbers.mix(size, Numbers.hash(cells, size * layout.stride));
        h = Numbers.mix(h, Numbers.hash(refs, size * layout.refStride));
        return Numbers.mix(h, layout.textKeys ? Numbers.hash(textKeys, size) : 0);
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

    /** Takes an event in, or out if it takes back. */
    void add(int row, Event event, long order) {
        if (layout.takesBack && !ChangeKind.of(event).adds()) {
            remove(row, event);
            return;
        }
        int refRow = refRow(row);
        for (Aggregate a : layout.aggregates)
            a.add(cells, row, refs, refRow, event, order);
    }

    /** Takes an event out that was taken in. */
    void remove(int row, Event event) {
        int refRow = refRow(row);
        for (Aggregate a : layout.aggregates)
            a.remove(cells, row, refs, refRow, event);
    }

    /** The rows that are kept, in their order, without those that are not. */
    Rows only(IntPredicate keeps) {
        Rows kept = new Rows(layout);
        for (int row = 0; row < size * layout.stride; row += layout.stride)
            if (keeps.test(row)) kept.take(this, row);
        return kept;
    }

    private void take(Rows from, int fromRow) {
        int row = rowOf(from, fromRow, from.cells[fromRow + Layout.FIRST]);
        System.arraycopy(from.cells, fromRow, cells, row, layout.stride);
        System.arraycopy(from.refs, from.refRow(fromRow), refs, refRow(row), layout.refStride);
    }

    /** Takes in all rows of another, key by key. */
    void combine(Rows from) {
        int until = from.size * layout.stride;
        for (int row = 0; row < until; row += layout.stride)
            combine(from, row);
    }

    /** Takes in a row of another, with its events since the last pane; gives the row that has it now. */
    int combine(Rows from, int fromRow) {
        long first = from.cells[fromRow + Layout.FIRST];
        int row = rowOf(from, fromRow, first);
        if (first < cells[row + Layout.FIRST]) cells[row + Layout.FIRST] = first;
        cells[row + Layout.NEW] += from.cells[fromRow + Layout.NEW];
        merge(row, from, fromRow);
        return row;
    }

    void merge(int row, Rows from, int fromRow) {
        for (Aggregate a : layout.aggregates)
            a.merge(this, row, from, fromRow);
    }
}
