package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Events of one key and side in order of their times, those of one time by arrival; the first is the first to go. What has gone
 * is forgotten when its place is used again.
 *
 * <p>Events of a schema without references can be held packed, their numbers side by side: whoever compares or joins them then
 * finds all in one place, and no event outlives its way through the graph, which the collector thanks.
 */
final class RowBuffer {
    private static final int FEW = 4;
    private static final int NEAR = 8;
    /** In each row: time, marks, id; then the numbers of a packed one. */
    private static final int MARKS = 1;
    private static final int ID = 2;
    private static final int NUMS = 3;
    private static final @Nullable Event[] NONE = {};

    /** Of packed events; null where the events themselves are held. */
    private final @Nullable Schema packed;
    /** Of a row. */
    private final int width;
    private long[] cells;
    /** Empty if they are packed. */
    private @Nullable Event[] events;
    private int head;
    private int end;

    static final byte PAIRED = 1;

    /** Holds the events themselves. */
    RowBuffer() {
        this((@Nullable Schema) null);
    }

    /** @param packed of events to be packed, has no references; null = the events themselves are held */
    RowBuffer(@Nullable Schema packed) {
        this.packed = packed;
        width = packed == null ? NUMS : NUMS + packed.nums();
        cells = new long[FEW * width];
        events = packed == null ? new Event[FEW] : NONE;
    }

    private RowBuffer(RowBuffer other) {
        packed = other.packed;
        width = other.width;
        int room = Math.max(1, other.size());
        cells = Arrays.copyOfRange(other.cells, other.head * width, (other.head + room) * width);
        events = packed != null ? NONE : Arrays.copyOfRange(other.events, other.head, other.head + room);
        end = other.size();
    }

    RowBuffer copy() {
        return new RowBuffer(this);
    }

    int size() {
        return end - head;
    }

    /** Where its first event is; the others follow. */
    int first() {
        return head;
    }

    /** Behind its last event. */
    int end() {
        return end;
    }

    long time(int at) {
        return cells[at * width];
    }

    boolean isPacked() {
        return packed != null;
    }

    /** The event; a packed one is put together again. */
    Event event(int at) {
        if (packed != null) return unpack(at, packed);
        Event event = events[at];
        if (event == null) throw new IllegalArgumentException("nothing at " + at);
        return event;
    }

    private Event unpack(int at, Schema schema) {
        long[] nums = Arrays.copyOfRange(cells, at * width + NUMS, (at + 1) * width);
        return new Event(cells[at * width + ID], time(at), schema, nums, schema.newRefs());
    }

    /** Copies numbers of a packed event: {@code slots} are pairs of places, in the event and in {@code nums}. */
    void copyNums(int at, int[] slots, long[] nums) {
        int from = at * width + NUMS;
        for (int i = 0; i < slots.length; i += 2)
            nums[slots[i + 1]] = cells[from + slots[i]];
    }

    /** What is known of an event: {@link #PAIRED}, or what its owner says. */
    byte marks(int at) {
        return (byte) cells[at * width + MARKS];
    }

    void mark(int at, byte mark) {
        cells[at * width + MARKS] |= mark;
    }

    /** Puts an event of the same time in the place of another. */
    void set(int at, Event event, byte mark) {
        int cell = at * width;
        cells[cell] = event.time;
        cells[cell + MARKS] = mark;
        cells[cell + ID] = event.id;
        if (packed == null) events[at] = event;
        else
            for (int i = NUMS; i < width; i++)
                cells[cell + i] = event.num(i - NUMS);
    }

    /** The first of this time or later: as a rule one of the newest. */
    int since(long time) {
        int high = end;
        int near = Math.max(head, end - NEAR);
        while (high > near && cells[(high - 1) * width] >= time)
            high--;
        return high > near || near == head ? high : search(time, near);
    }

    private int search(long time, int before) {
        int low = head;
        int high = before;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[middle * width] < time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    void add(Event event, byte mark) {
        if ((end + 1) * width > cells.length) makeRoom();
        int at = end++;
        while (at > head && cells[(at - 1) * width] > event.time)
            at--;
        int behind = end - 1 - at;
        if (behind > 0) {
            System.arraycopy(cells, at * width, cells, (at + 1) * width, behind * width);
            if (packed == null) System.arraycopy(events, at, events, at + 1, behind);
        }
        set(at, event, mark);
    }

    /** Moves everything to the front if half of it is free, else takes more room. */
    private void makeRoom() {
        int size = size();
        boolean move = head * 2 * width >= cells.length;
        long[] roomier = move ? cells : new long[cells.length * 2];
        System.arraycopy(cells, head * width, roomier, 0, size * width);
        cells = roomier;
        if (packed == null) moveEvents(move, size);
        head = 0;
        end = size;
    }

    private void moveEvents(boolean move, int size) {
        @Nullable
        Event[] more = move ? events : new Event[cells.length / width];
        System.arraycopy(events, head, more, 0, size);
        if (move) Arrays.fill(events, size, end, null);
        events = more;
    }

    /** Lets the first go. */
    void removeFirst() {
        if (++head == end) {
            head = 0;
            end = 0;
        }
    }

    long hash() {
        long h = size();
        for (int i = head; i < end; i++)
            h = Numbers.mix(Numbers.mix(h, cells[i * width + ID]), marks(i));
        return h;
    }
}
