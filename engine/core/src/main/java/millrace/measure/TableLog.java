package millrace.measure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.StreamType;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * The changes of a table in the order in which they left it (a database: were made; a sink by key: came in). The table is what
 * they add up to.
 */
public record TableLog(String node, List<Change> changes) {
    /** @param row of the trace; {@code key} as text, "" where the table has none */
    public record Change(int row, long at, ChangeKind kind, String key, Event event) {}

    public TableLog {
        changes = List.copyOf(changes);
    }

    /** Empty if the node has no changes. */
    public static TableLog of(Trace trace, String node) {
        int number = trace.plan().nodeNumber(node);
        if (number < 0) return new TableLog(node, List.of());
        var planned = trace.plan().nodes().get(number);
        List<StreamType> types = planned.outputs().isEmpty() ? planned.inputs() : planned.outputs();
        // A change that was made of several things is told once for each.
        Set<Long> known = new LinkedHashSet<>();
        List<Change> changes = IntStream.of(rows(trace, node))
                .mapToObj(trace::fact)
                .flatMap(f -> f.subject().stream().filter(e -> e.schema.changelog()).map(e -> change(f, e, types)))
                .filter(c -> known.add(c.event().id))
                .toList();
        return new TableLog(node, changes);
    }

    private static int[] rows(Trace trace, String node) {
        return java.util.stream.Stream.of(FactKind.EMITTED, FactKind.DERIVED, FactKind.FIRED, FactKind.REACHED)
                .flatMapToInt(k -> trace.rows(node, k).stream())
                .sorted()
                .toArray();
    }

    private static Change change(Fact fact, Event event, List<StreamType> types) {
        int key = types.stream()
                .filter(t -> t.schema() == event.schema)
                .mapToInt(StreamType::key)
                .findFirst()
                .orElse(-1);
        return new Change(fact.index(), fact.at(), ChangeKind.of(event),
                key < 0 ? "" : String.valueOf(event.value(key)),
                event);
    }

    /** Up to this processing time, inclusive. */
    public List<Change> until(long time) {
        return changes.stream().takeWhile(c -> c.at() <= time).toList();
    }

    /** What happened to the row of a key. */
    public List<Change> ofKey(String key) {
        return changes.stream().filter(c -> c.key().equals(key)).toList();
    }
}
