package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** The last events of a key, in order of arrival. */
final class Recent implements Cell {
    private @Nullable Event[] events = new Event[4];
    private int head;
    private int size;

    int size() {
        return size;
    }

    /** The i-th of those kept, from the oldest. */
    Event get(int i) {
        Event event = events[head + i & events.length - 1];
        if (event == null) throw new IllegalStateException("no event at " + i);
        return event;
    }

    void add(Event event) {
        if (size == events.length) grow();
        events[head + size++ & events.length - 1] = event;
    }

    void keep(long most) {
        while (size > most) {
            events[head] = null;
            head = head + 1 & events.length - 1;
            size--;
        }
    }

    private void grow() {
        @Nullable
        Event[] larger = new Event[events.length * 2];
        for (int i = 0; i < size; i++)
            larger[i] = get(i);
        events = larger;
        head = 0;
    }

    @Override
    public Recent copy() {
        Recent copy = new Recent();
        copy.events = Arrays.copyOf(events, events.length);
        copy.head = head;
        copy.size = size;
        return copy;
    }

    @Override
    public long hash() {
        long h = size;
        for (int i = 0; i < size; i++)
            h = Numbers.mix(h, get(i).id);
        return h;
    }
}
