package millrace.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import millrace.design.Counts;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.operator.SourceSpec.Timetable.Entry;
import millrace.operator.WatermarkSpec;
import org.jspecify.annotations.Nullable;

/** Reads tables: the rows of a timetable, the script of a watermark. */
final class Rows {
    private static final int MOST = 200_000;
    private static final int MOST_PROBLEMS = 20;

    private final Reader reader;
    private final Schema schema;
    private final int partitionField;
    /** As the node names them, or as the rows do, in order of appearance. */
    private final List<String> partitions;
    private final boolean named;
    private int problems;

    Rows(Reader reader, Schema schema, int partitionField, List<String> partitions) {
        this.reader = reader;
        this.schema = schema;
        this.partitionField = partitionField;
        this.partitions = new ArrayList<>(partitions);
        named = !partitions.isEmpty();
    }

    List<String> partitions() {
        return partitions;
    }

    /** The rows in order of arrival; rows of one instant in the order in which they were written. */
    List<Entry> read(String path) {
        List<Entry> entries = new ArrayList<>();
        if (!(reader.value(path) instanceof Value.Items items)) {
            reader.error(path, "not-a-list", "a list of rows is expected here, not " + reader.value(path).kind(),
                    "write for example " + Examples.of(new Setting.Kind.Rows()));
            return entries;
        }
        if (items.items().size() > MOST) {
            reader.error(path, "too-many", items.items().size() + " rows are too many",
                    "at most " + Counts.grouped(MOST) + " are allowed: put them in a file");
            return entries;
        }
        for (int i = 0; i < items.items().size() && problems < MOST_PROBLEMS; i++) {
            row(new Place(path, i), items.items().get(i), entries);
        }
        if (!ascending(entries)) entries.sort(Comparator.comparingLong(Entry::arrival));
        return entries;
    }

    private static boolean ascending(List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).arrival() < entries.get(i - 1).arrival()) return false;
        }
        return true;
    }

    /** Where a row stands; its path is written only when something is wrong with it. */
    private record Place(String table, int line) {
        String row() {
            return table + "[" + line + "]";
        }

        String cell(int column) {
            return row() + "[" + column + "]";
        }
    }

    private void row(Place place, Value value, List<Entry> entries) {
        int width = schema.fields().size() + 2;
        if (!(value instanceof Value.Items row) || row.items().size() != width) {
            String is = value instanceof Value.Items row
                    ? "the row has " + row.items().size() + " values, " + width + " are expected"
                    : "a row is expected here, not " + value.kind();
            wrong(place.row(), "bad-row", is, "write [" + header() + "]");
            return;
        }
        int before = problems;
        List<Value> cells = row.items();
        long happened = time(place, 0, cells.get(0));
        long arrives = cells.get(1) instanceof Value.Nothing ? happened : time(place, 1, cells.get(1));
        @Nullable
        Object[] values = new Object[width - 2];
        for (int i = 2; i < width; i++)
            values[i - 2] = cell(place, i, cells.get(i), schema.fields().get(i - 2));
        int partition = partition(place, values);
        if (problems == before) {
            entries.add(new Entry(place.line(), happened, arrives, partition, Arrays.asList(values)));
        }
    }

    private String header() {
        return "happened, arrives" + String.join("", schema.fields().stream().map(f -> ", " + f.name()).toList());
    }

    private long time(Place place, int column, Value value) {
        OptionalLong instant = value instanceof Value.Text t ? reader.clock().parse(t.text()) : OptionalLong.empty();
        if (instant.isEmpty()) {
            wrong(place.cell(column), "not-a-time", Reader.shown(value) + " is not a time",
                    "write for example 12:05:19");
        }
        return instant.orElse(0);
    }

    private int partition(Place place, @Nullable Object[] values) {
        if (partitionField < 0 || partitionField >= values.length) return 0;
        Object name = values[partitionField];
        int known = partitions.indexOf(String.valueOf(name));
        if (known >= 0 || !(name instanceof String text)) return Math.max(0, known);
        if (named) {
            wrong(place.cell(partitionField + 2), "unknown-partition", "there is no partition '" + text + "'",
                    Suggestion.fix(text, partitions));
            return 0;
        }
        partitions.add(text);
        return partitions.size() - 1;
    }

    private @Nullable Object cell(Place place, int column, Value value, Field field) {
        if (value instanceof Value.Nothing) return null;
        Object read = switch (field.type()) {
            case STRING -> value instanceof Value.Text t ? t.text() : null;
            case BOOLEAN -> value instanceof Value.Flag f ? f.on() : null;
            case LONG -> value instanceof Value.Number n ? whole(n.number()) : null;
            case DOUBLE -> value instanceof Value.Number n ? finite(n.number()) : null;
            case TIMESTAMP -> value instanceof Value.Text t ? instant(t.text()) : null;
        };
        if (read == null) {
            wrong(place.cell(column), "wrong-value",
                    Reader.shown(value) + " is not a " + field.type().word() + " ('" + field.name() + "')",
                    fix(value, field.type()));
        }
        return read;
    }

    private static @Nullable Long whole(BigDecimal n) {
        if (n.scale() == 0 && n.precision() < 19) return n.longValue();
        if (n.precision() - n.scale() > 19 || n.stripTrailingZeros().scale() > 0) return null;
        boolean fits = n.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits && n.longValue() != Event.ABSENT ? n.longValueExact() : null;
    }

    private static @Nullable Double finite(BigDecimal n) {
        double d = n.doubleValue();
        return Double.isFinite(d) ? d : null;
    }

    private @Nullable Long instant(String text) {
        OptionalLong instant = reader.clock().parse(text);
        return instant.isPresent() ? instant.getAsLong() : null;
    }

    private static String fix(Value value, FieldType type) {
        return switch (type) {
            case STRING -> "put it in quotes";
            case BOOLEAN -> "write true or false, without quotes";
            case LONG -> value instanceof Value.Text ? "write a whole number without quotes"
                    : "write a whole number, or make the field a double";
            case DOUBLE -> "write a number without quotes";
            case TIMESTAMP -> "write for example \"12:05:19\"";
        };
    }

    private void wrong(String path, String code, String message, String fix) {
        problems++;
        if (problems < MOST_PROBLEMS) reader.error(path, code, message, fix);
        else if (problems == MOST_PROBLEMS)
            reader.error(path, code, message, fix + "; further rows were not looked at");
    }

    /** A table of processing time and watermark, both ascending. */
    static WatermarkSpec.Script script(Reader reader, String path) {
        if (!(reader.value(path) instanceof Value.Items items) || items.items().size() > MOST) {
            reader.error(path, "not-a-list", "a list of [time, watermark] is expected here", "write for example "
                    + Examples.of(new Setting.Kind.Script()));
            return new WatermarkSpec.Script(new long[0], new long[0]);
        }
        Rows rows = new Rows(reader, Schema.of(List.of()), -1, List.of());
        long[] at = new long[items.items().size()];
        long[] to = new long[at.length];
        for (int i = 0; i < at.length && rows.problems < MOST_PROBLEMS; i++) {
            rows.step(new Place(path, i), items.items().get(i), at, to);
        }
        return new WatermarkSpec.Script(at, to);
    }

    private void step(Place place, Value value, long[] at, long[] to) {
        int i = place.line();
        if (!(value instanceof Value.Items pair) || pair.items().size() != 2) {
            wrong(place.row(), "bad-row", "a time and a watermark are expected here",
                    "write for example [\"12:05:43\", \"12:01:00\"]");
            return;
        }
        at[i] = time(place, 0, pair.items().get(0));
        to[i] = time(place, 1, pair.items().get(1));
        if (problems > 0 || i == 0) return;
        if (at[i] < at[i - 1]) {
            wrong(place.cell(0), "not-ascending", "it is earlier than the line before", "put the lines in order");
        }
        if (to[i] < to[i - 1]) {
            wrong(place.cell(1), "not-ascending", "a watermark never goes back",
                    "write a later time, or remove the line");
        }
    }
}
