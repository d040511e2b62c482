package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Events of one key and side in order of their times, those of one time by arrival; the first is the first to go. What has gone
 * is forgotten when its place is used again.
 */
final class RowBuffer {
    private static final int FEW = 4;
    /** Time and marks of an event lie together: whoever looks at one writes the other soon. */
    private static final int WIDTH = 2;

    private long[] cells;
    private @Nullable Event[] events;
    private int head;
    private int end;

    static final byte PAIRED = 1;

    RowBuffer() {
        cells = new long[FEW * WIDTH];
        events = new Event[FEW];
    }

    private RowBuffer(RowBuffer other) {
        int room = Math.max(1, other.end - other.head);
        cells = Arrays.copyOfRange(other.cells, other.head * WIDTH, (other.head + room) * WIDTH);
        events = Arrays.copyOfRange(other.events, other.head, other.head + room);
        end = other.end - other.head;
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
        return cells[at * WIDTH];
    }

    Event event(int at) {
        Event event = events[at];
        if (event == null) throw new IllegalArgumentException("nothing at " + at);
        return event;
    }

    /** What is known of an event: {@link #PAIRED}, or what its owner says. */
    byte marks(int at) {
        return (byte) cells[at * WIDTH + 1];
    }

    void mark(int at, byte mark) {
        cells[at * WIDTH + 1] |= mark;
    }

    /** Puts an event of the same time in the place of another. */
    void set(int at, Event event, byte mark) {
        events[at] = event;
        cells[at * WIDTH + 1] = mark;
    }

    /** The first of this time or later. */
    int since(long time) {
        int low = head;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[middle * WIDTH] < time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    void add(Event event, byte mark) {
        if (end == events.length) makeRoom();
        int at = end++;
        while (at > head && cells[(at - 1) * WIDTH] > event.time)
            at--;
        int behind = end - 1 - at;
        if (behind > 0) {
            System.arraycopy(cells, at * WIDTH, cells, (at + 1) * WIDTH, behind * WIDTH);
            System.arraycopy(events, at, events, at + 1, behind);
        }
        cells[at * WIDTH] = event.time;
        cells[at * WIDTH + 1] = mark;
        events[at] = event;
    }

    /** Moves everything to the front if half of it is free, else takes more room. */
    private void makeRoom() {
        int size = end - head;
        boolean move = head * 2 >= events.length;
        long[] roomier = move ? cells : new long[cells.length * 2];
        System.arraycopy(cells, head * WIDTH, roomier, 0, size * WIDTH);
        cells = roomier;
        @Nullable
        Event[] more = move ? events : new Event[events.length * 2];
        System.arraycopy(events, head, more, 0, size);
        if (move) Arrays.fill(events, size, end, null);
        events = more;
        head = 0;
        end = size;
    }

    /** Lets the first go. */
    void removeFirst() {
        if (++head == end) {
            head = 0;
            end = 0;
        }
    }

    long hash() {
        long h = end - head;
        for (int i = head; i < end; i++)
            h = Numbers.mix(Numbers.mix(h, event(i).id), marks(i));
        return h;
    }
}
