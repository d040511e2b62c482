package millrace.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import millrace.design.Counts;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.Schema;
import millrace.operator.SourceSpec.Timetable.Entry;
import millrace.operator.WatermarkSpec;
import org.jspecify.annotations.Nullable;

/** Reads tables: the rows of a timetable, the script of a watermark. */
final class Rows {
    static final int MOST = 200_000;

    private final Reader reader;
    private final Schema schema;
    private final int partitionField;
    /** As the node names them, or as the rows do, in order of appearance. */
    private final List<String> partitions;
    private final boolean named;
    private final Cells cells;

    Rows(Reader reader, Schema schema, int partitionField, List<String> partitions) {
        this.reader = reader;
        this.schema = schema;
        this.partitionField = partitionField;
        this.partitions = new ArrayList<>(partitions);
        named = !partitions.isEmpty();
        cells = new Cells(reader);
    }

    List<String> partitions() {
        return partitions;
    }

    /** The rows in order of arrival; rows of one instant in the order in which they were written. */
    List<Entry> read(String path) {
        List<Entry> entries = new ArrayList<>();
        if (!(reader.value(path) instanceof Value.Items items)) {
            reader.error(path, "catalog.not-a-list.rows", reader.value(path).kind(),
                    Examples.of(new Setting.Kind.Rows()));
            return entries;
        }
        if (items.items().size() > MOST) {
            reader.error(path, "catalog.too-many.rows", items.items().size(), Counts.grouped(MOST));
            return entries;
        }
        for (int i = 0; i < items.items().size() && !cells.full(); i++) {
            row(new Cells.Place(path, i), items.items().get(i), entries);
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

    private void row(Cells.Place place, Value value, List<Entry> entries) {
        int width = schema.fields().size() + 2;
        if (!(value instanceof Value.Items row) || row.items().size() != width) {
            notARow(place, value, width);
            return;
        }
        int before = cells.problems();
        List<Value> written = row.items();
        long happened = cells.time(place, 0, written.get(0));
        long arrives = written.get(1) instanceof Value.Nothing ? happened : cells.time(place, 1, written.get(1));
        @Nullable
        Object[] values = new Object[width - 2];
        for (int i = 2; i < width; i++)
            values[i - 2] = cells.read(place, i, written.get(i), schema.fields().get(i - 2));
        int partition = partition(place, values);
        if (cells.problems() == before) {
            entries.add(new Entry(place.line(), happened, arrives, partition, Arrays.asList(values)));
        }
    }

    private void notARow(Cells.Place place, Value value, int width) {
        if (!(value instanceof Value.Items row))
            cells.wrong(place.row(), "catalog.bad-row.row", header(), value.kind());
        else if (row.items().size() == 1) cells.wrong(place.row(), "catalog.bad-row.row.one", header(), 1, width);
        else
            cells.wrong(place.row(), "catalog.bad-row.row.many", header(), row.items().size(), width);
    }

    private String header() {
        return Cells.header("catalog.words.row", schema);
    }

    private int partition(Cells.Place place, @Nullable Object[] values) {
        if (partitionField < 0 || partitionField >= values.length) return 0;
        Object name = values[partitionField];
        int known = partitions.indexOf(String.valueOf(name));
        if (known >= 0 || !(name instanceof String text)) return Math.max(0, known);
        if (named) {
            cells.wrong(place.cell(partitionField + 2), "catalog.unknown-partition", text,
                    Suggestion.of(text, partitions));
            return 0;
        }
        partitions.add(text);
        return partitions.size() - 1;
    }

    /** A table of processing time and watermark, both ascending. */
    static WatermarkSpec.Script script(Reader reader, String path) {
        if (!(reader.value(path) instanceof Value.Items items) || items.items().size() > MOST) {
            reader.error(path, "catalog.not-a-list.script", Examples.of(new Setting.Kind.Script()));
            return new WatermarkSpec.Script(new long[0], new long[0]);
        }
        Rows rows = new Rows(reader, Schema.of(List.of()), -1, List.of());
        long[] at = new long[items.items().size()];
        long[] to = new long[at.length];
        for (int i = 0; i < at.length && !rows.cells.full(); i++) {
            rows.step(new Cells.Place(path, i), items.items().get(i), at, to);
        }
        return new WatermarkSpec.Script(at, to);
    }

    private void step(Cells.Place place, Value value, long[] at, long[] to) {
        int i = place.line();
        if (!(value instanceof Value.Items pair) || pair.items().size() != 2) {
            cells.wrong(place.row(), "catalog.bad-row.script");
            return;
        }
        at[i] = cells.time(place, 0, pair.items().get(0));
        to[i] = cells.time(place, 1, pair.items().get(1));
        if (cells.problems() > 0 || i == 0) return;
        if (at[i] < at[i - 1]) {
            cells.wrong(place.cell(0), "catalog.not-ascending.line");
        }
        if (to[i] < to[i - 1]) {
            cells.wrong(place.cell(1), "catalog.not-ascending.watermark");
        }
    }
}
