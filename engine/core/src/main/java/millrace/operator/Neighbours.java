package millrace.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** The events of one key in order of time, and where its windows begin. */
final class Neighbours {
    /** No event. */
    static final long NOBODY = Long.MIN_VALUE;

    /** @param order number of the event by arrival */
    record One(Event event, long order) {}

    private final TreeMap<Long, List<One>> events = new TreeMap<>();
    private final TreeSet<Long> starts = new TreeSet<>();

    Neighbours copy() {
        Neighbours copy = new Neighbours();
        events.forEach((time, all) -> copy.events.put(time, new ArrayList<>(all)));
        copy.starts.addAll(starts);
        return copy;
    }

    void add(long time, Event event, long order) {
        events.computeIfAbsent(time, t -> new ArrayList<>()).add(new One(event, order));
    }

    void begin(long start) {
        starts.add(start);
    }

    boolean begins(long start) {
        return starts.contains(start);
    }

    /** The starts within two instants, both included. */
    NavigableSet<Long> startsFrom(long first, long last) {
        return starts.subSet(first, true, last, true);
    }

    /** The time of the last event before an instant, or {@link #NOBODY}. */
    long before(long time) {
        @Nullable
        Long before = events.lowerKey(time);
        return before == null ? NOBODY : before;
    }

    /** The events of [start, end) in the order of their arrival. */
    List<One> from(long start, long end) {
        return events.subMap(start, end)
                .values()
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(One::order))
                .toList();
    }

    /** Whether nothing is left. */
    boolean forgetBefore(long time) {
        events.headMap(time).clear();
        starts.headSet(time).clear();
        return events.isEmpty() && starts.isEmpty();
    }

    long hash() {
        long h = events.size();
        for (List<One> all : events.values())
            for (One one : all)
                h = Numbers.mix(h, one.event.id);
        for (long start : starts)
            h = Numbers.mix(h, start);
        return h;
    }
}
