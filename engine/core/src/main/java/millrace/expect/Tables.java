package millrace.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import millrace.compile.Plan.PlanNode;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.SinkSpec;
import millrace.operator.StreamType;
import millrace.operator.Work;
import org.jspecify.annotations.Nullable;

/**
 * The table of one node at any time, folded from the changes that it made, or from what was written to it by key. A change takes
 * a row back that is the same in every field: one that takes back another row is seen.
 */
final class Tables {
    private record Change(long at, Event event) {}

    private final List<Change> changes = new ArrayList<>();
    /** The fields of a sink that is written by key; of all other nodes whole rows are told apart. */
    private final @Nullable List<Integer> key;
    private final boolean sink;
    private final int keyField;
    private final boolean changelog;
    private long last;

    Tables(PlanNode node) {
        sink = node.work() instanceof Work.Sink;
        key = node.work() instanceof Work.Sink(SinkSpec.Results r) && r.mode() == SinkSpec.Mode.UPSERT ? r.key() : null;
        List<StreamType> types = sink ? node.inputs() : node.outputs();
        changelog = types.stream().anyMatch(t -> t.schema().changelog());
        keyField = types.isEmpty() ? StreamType.UNKEYED : types.getFirst().key();
    }

    /** Hears of an event that the node made or that was written to it; true if it is a change heard of for the first time. */
    boolean changed(long at, Event event) {
        boolean counts = key != null || event.schema.changelog();
        if (!counts || !sink && event.id <= last) return false;
        last = Math.max(last, event.id);
        changes.add(new Change(at, event));
        return true;
    }

    /** Whether it is a table, if only an empty one. */
    boolean exists() {
        return key != null || changelog;
    }

    /** What it held after all of an instant. */
    List<Row> at(long time) {
        SequencedMap<List<@Nullable Object>, List<Change>> rows = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.at > time) break;
            fold(rows, change);
        }
        return rows.values().stream().flatMap(List::stream).map(c -> Row.of(c.at, c.event, keyField)).toList();
    }

    private void fold(Map<List<@Nullable Object>, List<Change>> rows, Change change) {
        List<@Nullable Object> place = place(change.event);
        List<Change> there = rows.computeIfAbsent(place, p -> new ArrayList<>());
        boolean adds = ChangeKind.of(change.event).adds();
        if (!there.isEmpty() && (key != null || !adds)) there.removeFirst();
        if (adds) there.add(change);
        if (there.isEmpty()) rows.remove(place);
    }

    private List<@Nullable Object> place(Event event) {
        List<@Nullable Object> place = new ArrayList<>();
        if (key != null) key.forEach(field -> place.add(event.value(field)));
        else
            for (int i = 0; i < event.schema.fields().size(); i++)
                place.add(event.value(i));
        return place;
    }
}
