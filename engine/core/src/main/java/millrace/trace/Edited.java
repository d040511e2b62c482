package millrace.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.View;

/** The rows of a database: what its changes so far leave. */
final class Edited {
    private Edited() {}

    static View view(Trace trace, int node, int key, int rows) {
        IntList emitted = trace.nodes[node].kind(FactKind.EMITTED);
        Map<String, Event> table = new LinkedHashMap<>();
        for (int i = 0, count = emitted.below(rows); i < count; i++)
            apply(table, key, Facts.subject(trace, emitted.get(i)));
        List<Event> first = table.values().stream().limit(View.MOST).toList();
        return new View.Table(first, table.size());
    }

    /** A row that is replaced keeps its place: nothing is done for the half that takes back. */
    private static void apply(Map<String, Event> table, int key, Event change) {
        String name = String.valueOf(key < 0 ? "" : change.value(key));
        switch (ChangeKind.of(change)) {
            case INSERT, UPDATE_AFTER -> table.put(name, change);
            case DELETE -> table.remove(name);
            case UPDATE_BEFORE -> {
            }
        }
    }
}
