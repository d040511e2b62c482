package millrace.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.event.ChangeKind;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** The rows of each group that count, where only the last so many do; in their order, the first to go first. */
final class LastRows {
    private final RunningAggregate.Last spec;
    private final int key;
    private final Map<Row, List<Event>> groups = new LinkedHashMap<>();

    LastRows(RunningAggregate.Last spec, int key) {
        this.spec = spec;
        this.key = key;
    }

    private List<Event> group(Event event) {
        return groups.computeIfAbsent(new Row(event, key < 0 ? List.of() : List.of(key)), k -> new ArrayList<>());
    }

    /** Takes a row in, and gives the one that counts no longer: another, the same, or none. */
    @Nullable
    Event add(Event event) {
        List<Event> rows = group(event);
        boolean full = rows.size() == spec.most();
        if (full && !spec.alwaysIn() && place(rows, event) == 0) return event;
        Event gone = full ? rows.removeFirst() : null;
        rows.add(place(rows, event), event);
        return gone;
    }

    /** Behind all that are not after it. */
    private int place(List<Event> rows, Event event) {
        int at = rows.size();
        while (at > 0 && spec.order() >= 0 && order(rows.get(at - 1)) > order(event))
            at--;
        return at;
    }

    private long order(Event event) {
        return event.num(event.schema.slot(spec.order()));
    }

    /** Takes a row back, and says whether it counted. */
    boolean remove(Event event) {
        List<Event> rows = group(event);
        for (int i = 0; i < rows.size(); i++) {
            if (!ChangeKind.of(rows.get(i)).adds() || !Changes.same(rows.get(i), event)) continue;
            rows.remove(i);
            return true;
        }
        return false;
    }

    LastRows copy() {
        LastRows copy = new LastRows(spec, key);
        groups.forEach((group, rows) -> copy.groups.put(group, new ArrayList<>(rows)));
        return copy;
    }

    long hash() {
        long h = groups.size();
        for (List<Event> rows : groups.values()) {
            h = Numbers.mix(h, rows.size());
            for (Event row : rows)
                h = Numbers.mix(h, row.id);
        }
        return h;
    }
}
