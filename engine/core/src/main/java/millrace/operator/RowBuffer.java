package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** Events of one key and side in order of their times, those of one time by arrival; the first is the first to go. */
final class RowBuffer {
    private static final int FEW = 4;

    private long[] times;
    private @Nullable Event[] events;
    /** What is known of each: {@link #PAIRED}, or nothing. */
    private byte[] marks;
    private int head;
    private int end;

    static final byte PAIRED = 1;

    RowBuffer() {
        times = new long[FEW];
        events = new Event[FEW];
        marks = new byte[FEW];
    }

    private RowBuffer(RowBuffer other) {
        int size = other.end - other.head;
        times = Arrays.copyOfRange(other.times, other.head, other.head + Math.max(1, size));
        events = Arrays.copyOfRange(other.events, other.head, other.head + Math.max(1, size));
        marks = Arrays.copyOfRange(other.marks, other.head, other.head + Math.max(1, size));
        end = size;
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

    Event event(int at) {
        Event event = events[at];
        if (event == null) throw new IllegalArgumentException("nothing at " + at);
        return event;
    }

    byte marks(int at) {
        return marks[at];
    }

    void mark(int at, byte mark) {
        marks[at] |= mark;
    }

    /** Puts an event of the same time in the place of another. */
    void set(int at, Event event, byte mark) {
        events[at] = event;
        marks[at] = mark;
    }

    /** The first of this time or later. */
    int since(long time) {
        int low = head;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    void add(Event event, byte mark) {
        if (end == times.length) makeRoom();
        int at = end++;
        while (at > head && times[at - 1] > event.time) {
            times[at] = times[at - 1];
            events[at] = events[at - 1];
            marks[at] = marks[at - 1];
            at--;
        }
        times[at] = event.time;
        events[at] = event;
        marks[at] = mark;
    }

    /** Moves everything to the front if half of it is free, else takes more room. */
    private void makeRoom() {
        int size = end - head;
        int room = head * 2 >= times.length ? times.length : times.length * 2;
        long[] moreTimes = room == times.length ? times : new long[room];
        System.arraycopy(times, head, moreTimes, 0, size);
        times = moreTimes;
        @Nullable
        Event[] moreEvents = room == events.length ? events : new Event[room];
        System.arraycopy(events, head, moreEvents, 0, size);
        if (moreEvents == events) Arrays.fill(events, size, end, null);
        events = moreEvents;
        byte[] moreMarks = room == marks.length ? marks : new byte[room];
        System.arraycopy(marks, head, moreMarks, 0, size);
        marks = moreMarks;
        head = 0;
        end = size;
    }

    /** Lets the first go. */
    void removeFirst() {
        events[head++] = null;
        if (head == end) {
            head = 0;
            end = 0;
        }
    }

    long hash() {
        long h = end - head;
        for (int i = head; i < end; i++)
            h = Numbers.mix(Numbers.mix(h, event(i).id), marks[i]);
        return h;
    }
}
