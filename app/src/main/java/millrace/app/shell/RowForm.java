package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import millrace.app.shell.ValuesForm.Field;
import millrace.app.text.Texts;
import millrace.design.Value;

/** The form of a row of a database: its key, and after it the other fields, which hold what the row of that key holds. */
final class RowForm implements Guide {
    /** Carries an edit out. */
    interface Edit {
        void make(String what, List<Value> values);
    }

    private final FieldValues fields;
    private final DatabaseRows rows;
    private final Edit edit;
    /** The fields in the order of the lines. */
    private final List<Integer> order = new ArrayList<>();

    RowForm(FieldValues fields, DatabaseRows rows, Edit edit) {
        this.fields = fields;
        this.rows = rows;
        this.edit = edit;
        order.add(rows.key());
        IntStream.range(0, fields.schema().fields().size()).filter(i -> i != rows.key()).forEach(order::add);
    }

    /** The first row, unless there is none. */
    List<Field> lines() {
        Optional<List<String>> first = rows.keys().stream().findFirst().flatMap(rows::row);
        return order.stream().map(i -> {
            Field line = fields.lines().get(i);
            String text = first.map(r -> r.get(i)).orElse("");
            return i == rows.key() ? line.offering(rows.keys()).with(text) : line.with(text);
        }).toList();
    }

    /** A key of which there is no row leaves the others: a new row may be like the one before. */
    @Override
    public List<String> follow(int changed, List<String> texts) {
        if (changed != 0) return texts;
        return rows.row(texts.getFirst()).map(row -> order.stream().map(row::get).toList()).orElse(texts);
    }

    @Override
    public String note(List<String> texts) {
        String key = texts.getFirst();
        if (key.isEmpty()) return "";
        Optional<List<String>> row = rows.row(key);
        if (row.isEmpty()) return Texts.of("what-if.form.inserts", key);
        return Texts.of(row.get().equals(inOrder(texts)) ? "what-if.form.is-so" : "what-if.form.updates", key);
    }

    @Override
    public Optional<String> wrong(List<String> texts) {
        String key = texts.getFirst();
        if (key.isEmpty())
            return Optional.of(Texts.of("what-if.form.no-key", fields.schema().fields().get(rows.key()).name()));
        return rows.inTheWay(key, true);
    }

    void accept(List<String> texts) {
        edit.make(rows.row(texts.getFirst()).isPresent() ? "update" : "insert", fields.values(inOrder(texts)));
    }

    private List<String> inOrder(List<String> texts) {
        return IntStream.range(0, order.size()).mapToObj(i -> texts.get(order.indexOf(i))).toList();
    }

    @Override
    public Optional<Other> other() {
        return Optional.of(new Other() {
            @Override
            public String words() {
                return Texts.of("what-if.form.delete");
            }

            @Override
            public boolean possible(List<String> texts) {
                return rows.row(texts.getFirst()).isPresent();
            }

            @Override
            public Optional<String> wrong(List<String> texts) {
                return rows.inTheWay(texts.getFirst(), false);
            }

            @Override
            public void accept(List<String> texts) {
                List<String> bare = order.stream().map(i -> i == rows.key() ? texts.getFirst() : "").toList();
                edit.make("delete", fields.values(inOrder(bare)));
            }
        });
    }
}
