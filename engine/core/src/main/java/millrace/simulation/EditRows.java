package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.event.ChangeKind;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.operator.SourceSpec.Database;
import millrace.operator.SourceSpec.Database.Change;
import millrace.operator.SourceSpec.Database.Edits;
import millrace.operator.SourceSpec.Keys;
import org.jspecify.annotations.Nullable;

/** The changes that the edits of a database make, as rows of a feed. */
final class EditRows {
    private static final int LEAST_VALUE = 1;
    private static final int MOST_VALUE = 9;
    /** One in so many edits of a row that is there deletes it. */
    private static final int DELETES = 4;

    private EditRows() {}

    static Rows of(Database database, long start, long seed, String node) {
        List<Change> changes = switch (database.edits()) {
            case Edits.Listed(List<Change> listed) -> listed;
            case Edits.Random random -> new Drawn(database, random, seed, node).changes(start);
        };
        Rows.Builder rows = new Rows.Builder(database.type().schema(), changes.size());
        long newest = start;
        for (Change change : changes) {
            newest = Math.max(newest, change.at());
            rows.add(change.eventTime(), newest, change.kind());
            for (int field = 0; field < change.values().size(); field++)
                rows.put(field, change.values().get(field));
        }
        return rows.build();
    }

    /** Random edits, the same for the same seed. */
    private static final class Drawn {
        private static final double SECOND = 1000;
        private final Schema schema;
        private final int key;
        private final Edits.Random edits;
        private final KeyChoice names;
        private final RandomStream random;
        private final Map<Object, List<@Nullable Object>> table = new HashMap<>();
        /** Rows that would be there without the script. */
        private final Set<Integer> drawn = new HashSet<>();
        private final List<Change> changes = new ArrayList<>();

        Drawn(Database database, Edits.Random edits, long seed, String node) {
            schema = database.type().schema();
            key = database.type().key();
            this.edits = edits;
            names = new KeyChoice(new Keys(edits.keys(), 0));
            random = RandomStream.of(seed, node, "edits");
        }

        List<Change> changes(long start) {
            int scripted = 0;
            for (int i = 0; i < edits.count(); i++) {
                long at = start + Math.round(i * SECOND / edits.rate());
                while (scripted < edits.besides().size() && edits.besides().get(scripted).at() < at)
                    script(edits.besides().get(scripted++));
                edit(i, at);
            }
            while (scripted < edits.besides().size())
                script(edits.besides().get(scripted++));
            return changes;
        }

        /** What is drawn depends on what was drawn before, never on the script: that changes no other edit. */
        private void edit(int line, long at) {
            int row = names.draw(random);
            boolean deletes = drawn.contains(row) && random.between(1, DELETES) == 1;
            if (deletes) drawn.remove(row);
            else
                drawn.add(row);
            apply(line, at, at, keyOf(row), deletes ? null : values(row, at));
        }

        private void script(Change edit) {
            Object row = edit.values().get(key);
            if (row != null)
                apply(edits.count() + edit.line(), edit.eventTime(), edit.at(), row,
                        edit.kind() == ChangeKind.DELETE ? null : edit.values());
        }

        /** A row becomes what it is after an edit; null = it is gone. */
        private void apply(int line, long eventTime, long at, Object row, @Nullable List<@Nullable Object> after) {
            List<@Nullable Object> before = table.get(row);
            if (after == null) table.remove(row);
            else
                table.put(row, after);
            if (before == null) add(line, ChangeKind.INSERT, eventTime, at, after);
            else if (after == null) add(line, ChangeKind.DELETE, eventTime, at, before);
            else if (!after.equals(before)) {
                add(line, ChangeKind.UPDATE_BEFORE, eventTime, at, before);
                add(line, ChangeKind.UPDATE_AFTER, eventTime, at, after);
            }
        }

        private void add(int line, ChangeKind kind, long eventTime, long at, @Nullable List<@Nullable Object> values) {
            if (values != null) changes.add(new Change(line, kind, eventTime, at, values));
        }

        private List<@Nullable Object> values(int row, long at) {
            @Nullable
            Object[] values = new Object[schema.fields().size()];
            for (int field = 0; field < values.length; field++)
                values[field] = field == key ? keyOf(row) : value(schema.type(field), at);
            return Arrays.asList(values);
        }

        private Object keyOf(int row) {
            return schema.type(key) == FieldType.STRING ? names.name(row) : (Object) (row + 1L);
        }

        private Object value(FieldType type, long at) {
            long drawn = random.between(LEAST_VALUE, MOST_VALUE);
            return switch (type) {
                case LONG -> drawn;
                case DOUBLE -> (double) drawn;
                case BOOLEAN -> drawn % 2 == 1;
                case STRING -> names.name((int) drawn - 1);
                case TIMESTAMP -> at;
            };
        }
    }
}
