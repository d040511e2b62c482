package millrace.expect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.design.Clock;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Pane;
import millrace.event.Schema;
import millrace.text.Sentences;

/**
 * A row that a run gave, by columns: {@code at} (processing time), {@code eventTime}, {@code key}, for a pane {@code window},
 * {@code timing}, {@code index}, {@code isFirst}, {@code isLast}, {@code retraction}, for a change {@code change} ("+U"), and the event's fields by name; a field
 * that is named like a column is hidden by it.
 */
record Row(SequencedMap<String, Cell> cells) {
    /** Columns that say little to a person. */
    private static final Set<String> ASIDE = Set.of("isFirst", "isLast", "index", "retraction", "windowStart",
            "windowEnd",
            "eventTime");

    static Row of(long at, Event event, int key) {
        LinkedHashMap<String, Cell> cells = new LinkedHashMap<>();
        cells.put("at", new Cell.Instant(at));
        if (event.schema.changelog()) cells.put("change", new Cell.Words(ChangeKind.of(event).sign()));
        if (event.schema.panes()) pane(cells, Pane.of(event));
        cells.put("eventTime", new Cell.Instant(event.time));
        if (key >= 0) cells.put("key", Cell.of(event.value(key), event.schema.type(key) == FieldType.TIMESTAMP));
        putFields(cells, event);
        return new Row(cells);
    }

    private static void pane(Map<String, Cell> cells, Pane pane) {
        cells.put("window", new Cell.Span(pane.start(), pane.end()));
        cells.put("timing", new Cell.Words(pane.timing().word()));
        cells.put("index", new Cell.Whole(pane.index()));
        cells.put("isFirst", new Cell.Flag(pane.first()));
        cells.put("isLast", new Cell.Flag(pane.last()));
        cells.put("retraction", new Cell.Flag(pane.retraction()));
    }

    static void putFields(Map<String, Cell> cells, Event event) {
        Schema schema = event.schema;
        for (int i = 0; i < schema.fields().size(); i++)
            cells.putIfAbsent(schema.fields().get(i).name(),
                    Cell.of(event.value(i), schema.type(i) == FieldType.TIMESTAMP));
    }

    /** Whether it takes back what an earlier row said. */
    boolean takesBack() {
        if (cells.get("retraction") instanceof Cell.Flag flag && flag.on()) return true;
        return cells.get("change") instanceof Cell.Words change && change.text().startsWith("-");
    }

    /** Whether the row is as expected in every column named. */
    boolean is(Value.Group expected, Clock clock) {
        for (Map.Entry<String, Value> column : expected.fields().sequencedEntrySet().reversed()) {
            Cell cell = cells.get(column.getKey());
            if (cell == null || !cell.is(column.getValue(), clock)) return false;
        }
        return true;
    }

    /** The first column in which the row is not as expected, in words; empty if it is. */
    Optional<String> difference(Value.Group expected, Clock clock) {
        for (Map.Entry<String, Value> column : expected.fields().entrySet()) {
            Cell cell = cells.get(column.getKey());
            if (cell == null)
                return Optional.of(Sentences.of("expect.row.no-column", column.getKey(),
                        Suggestion.fix(column.getKey(), cells.keySet())));
            if (!cell.is(column.getValue(), clock))
                return Optional.of(Sentences.of("expect.row.differs", column.getKey(), Words.of(column.getValue()),
                        cell.show(clock)));
        }
        return Optional.empty();
    }

    /** The columns that say most, in words: when, which window, the fields, the timing. */
    String show(Clock clock) {
        return cells.entrySet()
                .stream()
                .filter(c -> !ASIDE.contains(c.getKey()))
                .map(c -> c.getKey() + " " + c.getValue().show(clock))
                .collect(Collectors.joining(", "));
    }
}
