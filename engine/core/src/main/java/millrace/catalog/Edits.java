package millrace.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.design.Counts;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.ChangeKind;
import millrace.event.Schema;
import millrace.operator.SourceSpec.Database.Change;
import org.jspecify.annotations.Nullable;

/** Reads the edits of a database and makes them one after another, so that each can be held against the table as it is then. */
final class Edits {
    private static final List<String> WORDS = List.of("insert", "update", "delete");
    /** Cells before the fields: when, and what is done. */
    private static final int BEFORE = 2;

    private final Reader reader;
    private final Cells cells;
    private final Schema schema;
    private final int key;
    private final Map<Object, List<@Nullable Object>> table = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    Edits(Reader reader, Schema schema, int key) {
        this.reader = reader;
        this.schema = schema;
        this.key = key;
        cells = new Cells(reader);
    }

    private record Edit(Cells.Place place, String word, long at, long eventTime, List<@Nullable Object> values) {}

    /** The changes in order of processing time; edits of one instant in the order in which they were written. */
    List<Change> read(String path) {
        List<Edit> edits = edits(path);
        // An edit that can't be read would make those after it look wrong.
        if (cells.problems() == 0 && key >= 0) edits.forEach(this::apply);
        return changes;
    }

    /** Edits of a table whose rows are not known yet: each as one change, an update as the row after it. */
    List<Change> unchecked(String path) {
        for (Edit edit : edits(path))
            add(edit, switch (edit.word) {
                case "insert" -> ChangeKind.INSERT;
                case "update" -> ChangeKind.UPDATE_AFTER;
                default -> ChangeKind.DELETE;
            }, edit.values);
        return changes;
    }

    private List<Edit> edits(String path) {
        List<Edit> edits = new ArrayList<>();
        if (!(reader.value(path) instanceof Value.Items items)) {
            reader.error(path, "catalog.not-a-list.edits", reader.value(path).kind(),
                    Examples.of(new Setting.Kind.Edits()));
            return edits;
        }
        if (items.items().size() > Rows.MOST) {
            reader.error(path, "catalog.too-many.edits", items.items().size(), Counts.grouped(Rows.MOST));
            return edits;
        }
        for (int i = 0; i < items.items().size() && !cells.full(); i++)
            edit(new Cells.Place(path, i), items.items().get(i), edits);
        edits.sort(Comparator.comparingLong(Edit::at));
        return edits;
    }

    private void edit(Cells.Place place, Value value, List<Edit> edits) {
        int width = schema.fields().size() + BEFORE;
        List<Value> row = value instanceof Value.Items items ? items.items() : List.of();
        if (row.size() != width && row.size() != width + 1) {
            notAnEdit(place, value, row.size(), width);
            return;
        }
        int before = cells.problems();
        long at = cells.time(place, 0, row.get(0));
        boolean then = row.size() == width || row.get(width) instanceof Value.Nothing;
        long happened = then ? at : cells.time(place, width, row.get(width));
        Edit read = new Edit(place, word(place, row.get(1)), at, happened, values(place, row));
        if (cells.problems() == before) edits.add(read);
    }

    private void notAnEdit(Cells.Place place, Value value, int size, int width) {
        if (!(value instanceof Value.Items)) cells.wrong(place.row(), "catalog.bad-row.edit", header(), value.kind());
        else if (size == 1) cells.wrong(place.row(), "catalog.bad-row.edit.one", header(), size, width);
        else
            cells.wrong(place.row(), "catalog.bad-row.edit.many", header(), Counts.grouped(size), width);
    }

    private String header() {
        return Cells.header("catalog.words.edit", schema);
    }

    private String word(Cells.Place place, Value value) {
        if (value instanceof Value.Text t && WORDS.contains(t.text())) return t.text();
        cells.wrong(place.cell(1), "catalog.unknown-edit", Reader.shown(value),
                value instanceof Value.Text t ? Suggestion.of(t.text(), WORDS) : Suggestion.among(WORDS));
        return "";
    }

    private List<@Nullable Object> values(Cells.Place place, List<Value> row) {
        @Nullable
        Object[] values = new Object[schema.fields().size()];
        for (int i = 0; i < values.length; i++)
            values[i] = cells.read(place, i + BEFORE, row.get(i + BEFORE), schema.fields().get(i));
        if (key >= 0 && values[key] == null && row.get(key + BEFORE) instanceof Value.Nothing) {
            cells.wrong(place.cell(key + BEFORE), "catalog.no-key.edit", schema.fields().get(key).name());
        }
        return Arrays.asList(values);
    }

    private void apply(Edit edit) {
        Object row = edit.values.get(key);
        if (row == null) return;
        List<@Nullable Object> before = table.get(row);
        switch (edit.word) {
            case "insert" -> insert(edit, row, before);
            case "update" -> update(edit, row, before);
            default -> delete(edit, row, before);
        }
    }

    private void insert(Edit edit, Object row, @Nullable List<@Nullable Object> before) {
        if (before != null) {
            cells.wrong(edit.place.row(), "catalog.row-exists", row.toString(), reader.clock().format(edit.at));
            return;
        }
        table.put(row, edit.values);
        add(edit, ChangeKind.INSERT, edit.values);
    }

    private void update(Edit edit, Object row, @Nullable List<@Nullable Object> before) {
        if (before == null) {
            noRow(edit, row, "catalog.no-row.update");
            return;
        }
        table.put(row, edit.values);
        // A row that is written again as it was makes no change.
        if (before.equals(edit.values)) return;
        add(edit, ChangeKind.UPDATE_BEFORE, before);
        add(edit, ChangeKind.UPDATE_AFTER, edit.values);
    }

    private void delete(Edit edit, Object row, @Nullable List<@Nullable Object> before) {
        if (before == null) {
            noRow(edit, row, "catalog.no-row.delete");
            return;
        }
        table.remove(row);
        add(edit, ChangeKind.DELETE, before);
    }

    private void noRow(Edit edit, Object row, String key) {
        cells.wrong(edit.place.row(), key, row.toString(), reader.clock().format(edit.at));
    }

    private void add(Edit edit, ChangeKind kind, List<@Nullable Object> values) {
        changes.add(new Change(edit.place.line(), kind, edit.eventTime, edit.at, values));
    }
}
