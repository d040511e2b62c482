package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.operator.StreamType;
import millrace.operator.TableByKey;
import millrace.operator.Work;

/** The last row of each key. */
final class TableType extends BaseType {
    TableType() {
        super("table", "Table by key", "Last row of each key", Group.TABLES, new Form()
                .add("by", "Key", "The field that tells rows apart; empty = the key.", new Kind.Field(false), Form.NONE)
                .add("operation", "Operation",
                        "The field that says +I, -U, +U or -D; empty = every event writes a row.",
                        new Kind.Field(false), Form.NONE)
                .choice("empty", "An event without values", "One that has nothing but its key.",
                        "delete:Deletes the row", "write:Is a row"));
    }

    @Override
    public String icon() {
        return "M3 3.5H17V16.5H3Z M3 7.5H17 M8 3.5V16.5";
    }

    @Override
    public String help() {
        return "Folds a stream into a table: each event writes the row of its key over the one before, and a row written again "
                + "as it is changes nothing. An event with nothing but its key deletes the row. Changes that travelled "
                + "as events are told by the field that names the operation. Common mistake: to count what comes out. An update is two records "
                + "of one row.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(AggregateType.CHANGES_IN);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(AggregateType.CHANGES_OUT);
    }

    @Override
    public List<String> patterns() {
        return List.of("by key", "by {0}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String by = shown(settings, "by");
        return by.isBlank() ? Phrase.of("by key") : Phrase.of("by {0}", by);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("by", Value.of("key"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        int key = key(reader, in);
        int operation = Fields.index(reader, "operation", in.schema());
        if (operation >= 0 && in.schema().type(operation) != FieldType.STRING)
            reader.error("operation", "catalog.wrong-types.operation");
        if (operation >= 0 && operation == key)
            reader.error("operation", "catalog.same-field");
        if (operation >= 0 && in.schema().changelog())
            reader.error("operation", "catalog.needless-field.operation");
        boolean tombstones = reader.choice("empty").equals("delete");
        if (reader.failed()) return new Binding.Bound(nothing(in), List.of(in));
        StreamType out = TableByKey.outputType(in, key, operation);
        return new Binding.Bound(new Work.Transform(new TableByKey(in, out, key, operation, tombstones, false)),
                List.of(out));
    }

    /** The field that is named, or the input's key; a problem if there is neither. */
    static int key(Reader reader, StreamType in) {
        int by = Fields.index(reader, "by", in.schema());
        int key = by < 0 ? in.key() : by;
        if (key < 0 && !reader.failed())
            reader.error("by", "catalog.no-key.of-table");
        return key;
    }

    /** Some tables can't be dealt out to several instances; the key is that of why. */
    static void notShared(Reader reader, String key) {
        if (reader.whole("instances") > 1) reader.error("instances", key);
    }

    static Work nothing(StreamType type) {
        return new Work.Transform(new millrace.operator.PassThrough(type));
    }
}
