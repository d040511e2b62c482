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
    /** Of a tag the lower bits are marks, the others are the event's id. */
    private static final int MARKS = 8;
    private static final @Nullable Event[] NONE = {};

    /** Of packed events; null where the events themselves are held. */
    private final @Nullable Schema packed;
    /** Of a row of cells: its tag, then the numbers of a packed event. */
    private final int width;
    /** For themselves, since they are looked through. */
    private long[] times;
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
        width = packed == null ? 1 : 1 + packed.nums();
        times = new long[FEW];
        cells = new long[FEW * width];
        events = packed == null ? new Event[FEW] : NONE;
    }

    private RowBuffer(RowBuffer other) {
        packed = other.packed;
        width = other.width;
        int room = Math.max(1, other.size());
        times = Arrays.copyOfRange(other.times, other.head, other.head + room);
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
        return times[at];
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
        long[] nums = Arrays.copyOfRange(cells, at * width + 1, (at + 1) * width);
        return new Event(cells[at * width] >> MARKS, time(at), schema, nums, schema.newRefs());
    }

    /** Copies numbers of a packed event: {@code slots} are pairs of places, in the event and in {@code nums}. */
    void copyNums(int at, int[] slots, long[] nums) {
        int from = at * width + 1;
        for (int i = 0; i < slots.length; i += 2)
            nums[slots[i + 1]] = cells[from + slots[i]];
    }

    /** What is known of an event: {@link #PAIRED}, or what its owner says. */
    byte marks(int at) {
        return (byte) cells[at * width];
    }

    void mark(int at, byte mark) {
        cells[at * width] |= mark;
    }

    /** Puts an event of the same time in the place of another. */
    void set(int at, Event event, byte mark) {
        int cell = at * width;
        cells[cell] = event.id << MARKS | mark;
        if (packed == null) events[at] = event;
        else
            for (int i = 1; i < width; i++)
                cells[cell + i] = event.num(i - 1);
    }

    /**
     * The first of this time or later: as a rule one of the newest. Among those it is counted without a branch, since where it
     * lies is anybody's guess, and a processor that guesses wrong has to begin again.
     */
    int since(long time) {
        int near = end - NEAR;
        if (near < head || times[near] >= time) return search(time, Math.max(near, head));
        int at = end;
        for (int i = near + 1; i < near + NEAR; i++)
            at -= times[i] >= time ? 1 : 0;
        return at;
    }

    private int search(long time, int near) {
        int low = head;
        int high = near == head ? end : near;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    void add(Event event, byte mark) {
        insert(after(event.time), event, mark);
    }

    /** Behind the last event that is not later. */
    int after(long time) {
        return time == Long.MAX_VALUE ? end : since(time + 1);
    }

    /** @param at what {@link #after} says of the event's time */
    void insert(int at, Event event, byte mark) {
        int place = end == times.length ? makeRoom(at) : at;
        int behind = end++ - place;
        if (behind > 0) moveBack(place, behind);
        times[place] = event.time;
        set(place, event, mark);
    }

    private void moveBack(int at, int behind) {
        System.arraycopy(times, at, times, at + 1, behind);
        System.arraycopy(cells, at * width, cells, (at + 1) * width, behind * width);
        if (packed == null) System.arraycopy(events, at, events, at + 1, behind);
    }

    /** Moves everything to the front if half of it is free, else takes more room; gives where {@code at} is then. */
    private int makeRoom(int at) {
        int size = size();
        boolean move = head * 2 >= times.length;
        long[] roomier = move ? times : new long[times.length * 2];
        System.arraycopy(times, head, roomier, 0, size);
        times = roomier;
        long[] more = move ? cells : new long[cells.length * 2];
        System.arraycopy(cells, head * width, more, 0, size * width);
        cells = more;
        if (packed == null) moveEvents(move, size);
        int moved = at - head;
        head = 0;
        end = size;
        return moved;
    }

    private void moveEvents(boolean move, int size) {
        @Nullable
        Event[] more = move ? events : new Event[times.length];
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
            h = Numbers.mix(h, cells[i * width]);
        return h;
    }
}
