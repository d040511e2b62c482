package millrace.operator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import millrace.event.Event;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/** The events that both sides of a join keep: a {@link RowBuffer} for each key and side. */
final class KeyedRows {
    private final JoinShape shape;
    private final int[] slots;
    private final KeyNumbers keys;
    /** By twice the key's number, + 1 for the right side. */
    private @Nullable RowBuffer[] buffers;
    private final long[] sizes = new long[2];
    /** For each side the schema by which its events are packed; null where they are held themselves. */
    private final @Nullable Schema[] packed;

    /** @param packs whether to hold events packed where they have no references, for whoever seldom wants one whole */
    KeyedRows(JoinShape shape, boolean packs) {
        this(shape, new KeyNumbers(shape.textKeys()), new RowBuffer[32], packs ? packed(shape) : new Schema[2]);
    }

    private KeyedRows(JoinShape shape, KeyNumbers keys, @Nullable RowBuffer[] buffers, @Nullable Schema[] packed) {
        this.shape = shape;
        this.keys = keys;
        this.buffers = buffers;
        this.packed = packed;
        slots = new int[] {shape.keySlot(0), shape.keySlot(1)};
    }

    private static @Nullable Schema[] packed(JoinShape shape) {
        return shape.inputs()
                .stream()
                .map(StreamType::schema)
                .map(s -> s.refs() == 0 ? s : null)
                .toArray(Schema[]::new);
    }

    KeyedRows copy() {
        @Nullable
        RowBuffer[] copies = new RowBuffer[buffers.length];
        for (int i = 0; i < places(); i++) {
            RowBuffer buffer = buffers[i];
            if (buffer != null) copies[i] = buffer.copy();
        }
        KeyedRows copy = new KeyedRows(shape, keys.copy(), copies, packed);
        copy.sizes[0] = sizes[0];
        copy.sizes[1] = sizes[1];
        return copy;
    }

    /** Whether the event has no key: it equals none. */
    boolean keyless(Event event, int side) {
        return keys.absent(event, slots[side]);
    }

    /** The number of the event's key, or -1. */
    int find(Event event, int side) {
        return keys.find(event, slots[side]);
    }

    /** What the other side keeps for a key; null if nothing. */
    @Nullable
    RowBuffer partners(int key, int side) {
        return key < 0 ? null : buffers[2 * key + 1 - side];
    }

    /**
     * Keeps an event, and gives the place of what is kept of its key and side.
     *
     * @param key the number of its key as {@link #find} said it
     */
    int add(Event event, int key, int side, byte mark) {
        return insert(placeFor(event, key, side), event, key, side, mark);
    }

    /** Where among what is kept of its key and side an event belongs. */
    int placeFor(Event event, int key, int side) {
        RowBuffer buffer = key < 0 ? null : buffers[2 * key + side];
        return buffer == null ? 0 : buffer.after(event.time);
    }

    /** As {@link #add}, to where {@link #placeFor} said. */
    int insert(int at, Event event, int key, int side, byte mark) {
        int place = 2 * (key < 0 ? keys.add(event, slots[side]) : key) + side;
        if (place >= buffers.length) buffers = Arrays.copyOf(buffers, buffers.length * 2);
        RowBuffer buffer = buffers[place];
        if (buffer == null) buffers[place] = buffer = new RowBuffer(packed[side]);
        buffer.insert(at, event, mark);
        sizes[side]++;
        return place;
    }

    /** Places are below it. */
    int places() {
        return keys.limit() * 2;
    }

    /** What is kept at a place; null if it is empty. */
    @Nullable
    RowBuffer find(int place) {
        return buffers[place];
    }

    RowBuffer at(int place) {
        RowBuffer buffer = buffers[place];
        if (buffer == null) throw new IllegalArgumentException("nothing is kept at " + place);
        return buffer;
    }

    /** Lets the first event of a place go; a key of which nothing is left is forgotten. */
    void removeFirst(int place) {
        RowBuffer buffer = at(place);
        buffer.removeFirst();
        sizes[place & 1]--;
        if (buffer.size() > 0) return;
        RowBuffer other = buffers[place ^ 1];
        if (other != null && other.size() > 0) return;
        buffers[place] = null;
        buffers[place ^ 1] = null;
        keys.remove(place >> 1);
    }

    /** Lets all events go that lie before a time, one for each side. */
    void removeBefore(long left, long right) {
        for (int place = 0; place < places(); place++) {
            long limit = (place & 1) == 0 ? left : right;
            for (RowBuffer b = buffers[place]; b != null && b.size() > 0
                    && b.time(b.first()) < limit; b = buffers[place])
                removeFirst(place);
        }
    }

    long size(int side) {
        return sizes[side];
    }

    /** The oldest of a side, at most {@link View#MOST}. */
    List<Event> oldest(int side) {
        PriorityQueue<Event> newestFirst = new PriorityQueue<>(
                Comparator.comparingLong((Event e) -> e.time).thenComparingLong(e -> e.id).reversed());
        for (int place = side; place < places(); place += 2) {
            RowBuffer buffer = buffers[place];
            for (int i = buffer == null ? 0 : buffer.first(); buffer != null && i < buffer.end(); i++) {
                newestFirst.add(buffer.event(i));
                if (newestFirst.size() > View.MOST) newestFirst.remove();
            }
        }
        List<Event> oldest = new ArrayList<>(newestFirst);
        oldest.sort(Comparator.comparingLong((Event e) -> e.time).thenComparingLong(e -> e.id));
        return oldest;
    }

    View view() {
        return new View.Join(oldest(0), oldest(1), sizes[0], sizes[1]);
    }

    /** The same whatever numbers the keys have: they go in another order where nobody watches. */
    long hash() {
        long h = keys.size();
        for (int place = 0; place < places(); place++) {
            RowBuffer buffer = buffers[place];
            if (buffer == null || buffer.size() == 0) continue;
            h += Numbers.mix(Numbers.mix(keys.hashOf(place >> 1), place & 1), buffer.hash());
        }
        return h;
    }
}
