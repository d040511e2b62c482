package millrace.operator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Values in order of arrival, each with the row that it is of, so that a row is found again when it is taken back. Of rows that
 * are the same in every field the one that came first is taken.
 */
final class Arrivals implements Cell {
    private final TreeMap<Long, Arrived> arrived;
    /** When each row came; never iterated, made anew after a copy. */
    private final Map<Row, Deque<Long>> orders = new HashMap<>();
    private boolean indexed;

    private record Arrived(Row row, Object value) {}

    Arrivals() {
        this(new TreeMap<>());
    }

    private Arrivals(TreeMap<Long, Arrived> arrived) {
        this.arrived = arrived;
    }

    void add(Event event, Object value, long order) {
        add(new Arrived(new Row(event), value), order);
    }

    private void add(Arrived one, long order) {
        arrived.put(order, one);
        if (indexed) orders.computeIfAbsent(one.row, r -> new ArrayDeque<>()).add(order);
    }

    void addAll(Arrivals other) {
        indexed = false;
        other.arrived.forEach((order, one) -> add(one, order));
    }

    void remove(Event event) {
        if (!indexed) index();
        Row row = new Row(event);
        Deque<Long> came = orders.get(row);
        if (came == null) return;
        arrived.remove(came.removeFirst());
        if (came.isEmpty()) orders.remove(row);
    }

    private void index() {
        orders.clear();
        indexed = true;
        arrived.forEach((order, one) -> orders.computeIfAbsent(one.row, r -> new ArrayDeque<>()).add(order));
    }

    @Nullable
    Object first() {
        return arrived.isEmpty() ? null : arrived.firstEntry().getValue().value;
    }

    @Nullable
    Object last() {
        return arrived.isEmpty() ? null : arrived.lastEntry().getValue().value;
    }

    /** "[5, 3, 8]". */
    String text() {
        StringBuilder text = new StringBuilder("[");
        arrived.values().forEach(a -> text.append(text.length() == 1 ? "" : ", ").append(a.value));
        return text.append(']').toString();
    }

    @Override
    public Arrivals copy() {
        return new Arrivals(new TreeMap<>(arrived));
    }

    @Override
    public long hash() {
        long h = arrived.size();
        for (Map.Entry<Long, Arrived> e : arrived.entrySet())
            h = Numbers.mix(Numbers.mix(h, e.getKey()), e.getValue().row.hash());
        return h;
    }
}
