package millrace.expect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;

/**
 * The windows still open at the end of a run as rows: {@code node}, {@code key}, {@code window}, {@code count}, and for each field
 * of the input the list of its values in order of arrival. A window that has given its on-time answer is not open.
 */
final class OpenWindows {
    private OpenWindows() {}

    static List<Row> of(Observed run, Plan plan) {
        Comparator<Observed.Window> order = Comparator.comparingInt(Observed.Window::node)
                .thenComparingLong(Observed.Window::end)
                .thenComparingLong(Observed.Window::start)
                .thenComparing(Observed.Window::key);
        return run.windows()
                .entrySet()
                .stream()
                .filter(w -> !w.getValue().answered)
                .sorted(Map.Entry.comparingByKey(order))
                .map(w -> row(plan, w.getKey(), w.getValue().events))
                .toList();
    }

    private static Row row(Plan plan, Observed.Window window, List<Event> events) {
        LinkedHashMap<String, Cell> cells = new LinkedHashMap<>();
        cells.put("node", new Cell.Words(plan.nodes().get(window.node()).id()));
        cells.put("key", new Cell.Words(window.key()));
        cells.put("window", new Cell.Span(window.start(), window.end()));
        cells.put("count", new Cell.Whole(events.size()));
        Schema schema = events.getFirst().schema;
        for (int i = 0; i < schema.fields().size(); i++)
            cells.put(schema.fields().get(i).name(), values(events, i));
        return new Row(cells);
    }

    private static Cell values(List<Event> events, int field) {
        List<Cell> values = new ArrayList<>();
        for (Event event : events)
            values.add(Cell.of(event.value(field), event.schema.type(field) == FieldType.TIMESTAMP));
        return new Cell.Several(values);
    }
}
