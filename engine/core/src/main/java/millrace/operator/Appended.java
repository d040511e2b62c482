package millrace.operator;

import java.util.Arrays;
import java.util.List;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** A list of events that only grows. Its copies share what they have in common, so that a copy costs nothing. */
final class Appended {
    private @Nullable Event[] events = new Event[8];
    private int size;
    /** How many of the first are forgotten. */
    private int start;
    /** Whether the rest of the array is its own. */
    private boolean owner = true;

    int size() {
        return size;
    }

    Event get(int i) {
        Event event = i < start || i >= size ? null : events[i - start];
        if (event == null) throw new IllegalArgumentException("no event at " + i);
        return event;
    }

    void add(Event event) {
        int held = size - start;
        if (held == events.length || !owner) events = Arrays.copyOf(events, Math.max(8, held * 2));
        owner = true;
        events[held] = event;
        size++;
    }

    /** Forgets all but the last few, now and then; numbers stay as they are. */
    void keepLast(int most) {
        int held = size - start;
        if (held < 2 * most) return;
        events = Arrays.copyOfRange(events, held - most, held + most);
        owner = true;
        start = size - most;
    }

    /** The last few, oldest first. */
    List<Event> last(int most) {
        int from = Math.max(start, size - most);
        return java.util.stream.IntStream.range(from, size).mapToObj(this::get).toList();
    }

    Appended copy() {
        Appended copy = new Appended();
        copy.events = events;
        copy.size = size;
        copy.start = start;
        copy.owner = false;
        return copy;
    }

    long hash() {
        return size == 0 ? 0 : Numbers.mix(size, get(size - 1).id);
    }
}
