package millrace.expect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import millrace.design.Clock;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Pane;
import millrace.event.Schema;

/**
 * A row that a run gave, by columns: {@code at} (processing time), {@code eventTime}, {@code key}, for a pane {@code window},
 * {@code timing}, {@code index}, {@code first}, {@code last}, {@code retraction}, and the event's fields by name.
 */
record Row(SequencedMap<String, Cell> cells) {

    static Row of(long at, Event event, int key) {
        LinkedHashMap<String, Cell> cells = new LinkedHashMap<>();
        cells.put("at", new Cell.Instant(at));
        if (event.schema.panes()) pane(cells, Pane.of(event));
        putFields(cells, event);
        cells.put("eventTime", new Cell.Instant(event.time));
        if (key >= 0) cells.put("key", Cell.of(event.value(key), event.schema.type(key) == FieldType.TIMESTAMP));
        return new Row(cells);
    }

    private static void pane(Map<String, Cell> cells, Pane pane) {
        cells.put("window", new Cell.Span(pane.start(), pane.end()));
        cells.put("timing", new Cell.Words(pane.timing().word()));
        cells.put("index", new Cell.Whole(pane.index()));
        cells.put("first", new Cell.Flag(pane.first()));
        cells.put("last", new Cell.Flag(pane.last()));
        cells.put("retraction", new Cell.Flag(pane.retraction()));
    }

    static void putFields(Map<String, Cell> cells, Event event) {
        Schema schema = event.schema;
        for (int i = 0; i < schema.fields().size(); i++)
            cells.put(schema.fields().get(i).name(), Cell.of(event.value(i), schema.type(i) == FieldType.TIMESTAMP));
    }

    /** The first column in which the row is not as expected, in words; empty if it is. */
    Optional<String> difference(Value.Group expected, Clock clock) {
        for (Map.Entry<String, Value> column : expected.fields().entrySet()) {
            Cell cell = cells.get(column.getKey());
            if (cell == null)
                return Optional.of("there is no column '" + column.getKey() + "': "
                        + Suggestion.fix(column.getKey(), cells.keySet()));
            if (!cell.is(column.getValue(), clock))
                return Optional.of(
                        "expected " + column.getKey() + " " + Words.of(column.getValue()) + ", got "
                                + cell.show(clock));
        }
        return Optional.empty();
    }

    /** The columns that were asked for, in words. */
    String show(Value.Group columns, Clock clock) {
        return columns.fields()
                .keySet()
                .stream()
                .filter(cells::containsKey)
                .map(name -> name + " " + Optional.ofNullable(cells.get(name)).map(c -> c.show(clock)).orElse(""))
                .collect(Collectors.joining(", "));
    }

    /** The columns that say most, in words: when, which window, the fields, the timing. */
    String show(Clock clock) {
        return cells.entrySet()
                .stream()
                .filter(c -> !java.util.Set
                        .of("first", "last", "index", "retraction", "windowStart", "windowEnd", "eventTime")
                        .contains(c.getKey()))
                .map(c -> c.getKey() + " " + c.getValue().show(clock))
                .collect(Collectors.joining(", "));
    }
}
