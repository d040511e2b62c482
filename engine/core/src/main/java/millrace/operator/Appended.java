package millrace.operator;

import java.util.Arrays;
import java.util.List;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** A list of events that only grows. Its copies share what they have in common, so that a copy costs nothing. */
final class Appended {
    private @Nullable Event[] events = new Event[8];
    private int size;
    /** Whether the rest of the array is its own. */
    private boolean owner = true;

    int size() {
        return size;
    }

    Event get(int i) {
        Event event = events[i];
        if (event == null || i >= size) throw new IllegalArgumentException("no event at " + i);
        return event;
    }

    void add(Event event) {
        if (size == events.length || !owner) events = Arrays.copyOf(events, Math.max(8, size * 2));
        owner = true;
        events[size++] = event;
    }

    /** The last few, oldest first. */
    List<Event> last(int most) {
        int from = Math.max(0, size - most);
        return java.util.stream.IntStream.range(from, size).mapToObj(this::get).toList();
    }

    Appended copy() {
        Appended copy = new Appended();
        copy.events = events;
        copy.size = size;
        copy.owner = false;
        return copy;
    }

    long hash() {
        return size == 0 ? 0 : Numbers.mix(size, get(size - 1).id);
    }
}
