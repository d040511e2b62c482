package millrace.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import millrace.app.text.Texts;
import millrace.design.Node;
import millrace.design.Value;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.SourceSpec.Database;
import millrace.operator.SourceSpec.Database.Change;
import millrace.operator.SourceSpec.Database.Edits;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.jspecify.annotations.Nullable;

/** The rows of a database as an edit at a time finds them, as texts by their keys; and what edits after it need to be there. */
final class DatabaseRows {
    private static final int WHEN = 0;
    private static final int WHAT = 1;
    private static final int FIELDS = 2;

    private final FieldValues fields;
    private final int key;
    private final SequencedMap<String, List<String>> rows = new LinkedHashMap<>();
    /** By key the first edit that comes after. */
    private final Map<String, Later> later = new LinkedHashMap<>();

    private record Later(long at, String key, boolean inserts) {}

    private DatabaseRows(FieldValues fields, int key) {
        this.fields = fields;
        this.key = key;
    }

    static DatabaseRows at(Run run, String node, Database database, FieldValues fields, long at) {
        DatabaseRows found = new DatabaseRows(fields, database.type().key());
        switch (database.edits()) {
            case Edits.Listed(List<Change> all) -> {
                all.stream().filter(c -> c.at() <= at).forEach(c -> found.apply(c.kind(), c.values()));
                found.readLater(run, node, at);
            }
            case Edits.Random random -> found.follow(run, node, at);
        }
        return found;
    }

    /** Random edits are found in the run only; they take the rows as they find them. */
    private void follow(Run run, String node, long at) {
        run.trace().rows(node, FactKind.EMITTED).stream().filter(row -> run.trace().at(row) <= at).forEach(row -> {
            Event change = ((Fact.Emitted) run.trace().fact(row)).event();
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < fields.schema().fields().size(); i++)
                values.add(change.value(i));
            apply(ChangeKind.of(change), values);
        });
    }

    private void apply(ChangeKind kind, List<@Nullable Object> values) {
        List<String> texts = IntStream.range(0, values.size()).mapToObj(i -> fields.text(i, values.get(i))).toList();
        switch (kind) {
            case INSERT, UPDATE_AFTER -> rows.put(texts.get(key), texts);
            case DELETE -> rows.remove(texts.get(key));
            case UPDATE_BEFORE -> {}
        }
    }

    /** As they are written: an edit that changes nothing needs its row, too. */
    private void readLater(Run run, String node, long at) {
        List<Later> all = new ArrayList<>();
        for (Value edit : run.plan().design().node(node).map(DatabaseRows::edits).orElse(List.of()))
            if (edit instanceof Value.Items row) all.add(later(row.items()));
        all.removeIf(l -> l.at <= at);
        all.sort(Comparator.comparingLong(Later::at));
        all.forEach(l -> later.putIfAbsent(l.key, l));
    }

    private static List<Value> edits(Node database) {
        return database.settings()
                .get("edits")
                .filter(Value.Items.class::isInstance)
                .map(v -> ((Value.Items) v).items())
                .orElse(List.of());
    }

    private Later later(List<Value> row) {
        return new Later(fields.clock().parse(written(row.get(WHEN))).orElse(Long.MIN_VALUE),
                written(row.get(FIELDS + key)), written(row.get(WHAT)).equals("insert"));
    }

    private static String written(Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> String.valueOf(f.on());
            default -> "";
        };
    }

    /** The field that tells rows apart. */
    int key() {
        return key;
    }

    List<String> keys() {
        return List.copyOf(rows.keySet());
    }

    /** The texts of a row's fields, in the order of the schema. */
    Optional<List<String>> row(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Why a row can't be there from now on, or be gone; empty = it can. */
    Optional<String> inTheWay(String key, boolean there) {
        return Optional.ofNullable(later.get(key))
                .filter(l -> l.inserts == there)
                .map(l -> Texts.of(there ? "what-if.form.inserted-later" : "what-if.form.needed-later",
                        fields.clock().format(l.at), key));
    }
}
