package millrace.catalog;

import java.util.List;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.Database;
import millrace.operator.StreamType;

/** A table that is edited, and says its changes. */
final class DatabaseType extends SourceType {
    private static final PortSpec CHANGES = new PortSpec(PortRef.OUT, Carries.CHANGES, true);
    private static final int MOST_RANDOM = 100_000;

    DatabaseType() {
        super("database", "Database", "A table and its changes", end(table()));
    }

    private static Form table() {
        return new Form()
                .required("fields", "Fields", "The name and the type of what each row says.", new Kind.Fields())
                .required("key", "Primary key", "The field that tells rows apart: one row for each value of it.",
                        new Kind.Field(false))
                .choice("edited", "Edited", "Who edits the table.", "list:As listed", "random:At random")
                .add("edits", "Edits",
                        "When each is made, what is done, and the row; besides those at random, if they are.",
                        new Kind.Edits(), Value.of(List.of()))
                .when("edited", "random")
                .whole("random.edits", "Edits", "How many in all.", 0, MOST_RANDOM, 100)
                .decimal("random.rate", "Rate", "Edits per second.", 0.000001, 1_000_000, "1")
                .whole("random.keys", "Keys", "How many rows there may be.", 1, 1_000_000, 3);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(CHANGES);
    }

    @Override
    public String icon() {
        return "M3.5 5.5A6.5 2.5 0 0 1 16.5 5.5A6.5 2.5 0 0 1 3.5 5.5 M3.5 5.5V14.5A6.5 2.5 0 0 0 16.5 14.5V5.5 "
                + "M3.5 10A6.5 2.5 0 0 0 16.5 10";
    }

    @Override
    public String help() {
        return "Holds a table that is edited while the run goes on, and says every edit as a change: an insert as +I, an "
                + "update as the row before (-U) and the row after (+U), a delete as -D. Common mistake: to count the "
                + "records. An update is two of them and no new row; what counts rows must take the row before back.";
    }

    @Override
    public List<String> patterns() {
        return List.of("{0} random edits", "{0} edit", "{0} edits", "{0}, by {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        boolean random = shown(settings, "edited").equals("random");
        Phrase edits = random ? Phrase.of("{0} random edits", shown(settings, "random.edits"))
                : counted(size(settings, "edits"), "{0} edit", "{0} edits");
        String key = shown(settings, "key");
        return key.isBlank() ? edits : Phrase.with("{0}, by {1}", edits, Phrase.plain(key));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("fields", Value.Group.EMPTY.with("name", Value.of("string")).with("value", Value.of("long")))
                .withAt("key", Value.of("name"))
                .withAt("edits", Value.of(List.of(edit("12:00:05", "insert", "A", 5),
                        edit("12:00:20", "update", "A", 7))));
    }

    private static Value edit(String at, String what, String name, int value) {
        return Value.of(List.of(Value.of(at), Value.of(what), Value.of(name), Value.of(value)));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        Schema schema = Schema.ofChanges(Fields.declared(reader, "fields"));
        int key = Fields.index(reader, "key", schema);
        if (key < 0 && !reader.failed()) {
            reader.error("key", "catalog.missing.key-of-rows");
        }
        Database.Edits edits = reader.choice("edited").equals("random") ? random(reader, schema, key)
                : new Database.Edits.Listed(new Edits(reader, schema, key).read("edits"));
        return source(new SourceSpec.Database(new StreamType(schema, key), timing(reader, binding, List.of()), edits));
    }

    private static Database.Edits random(Reader reader, Schema schema, int key) {
        if (key >= 0 && schema.type(key) != FieldType.STRING && schema.type(key) != FieldType.LONG) {
            reader.error("key", "catalog.wrong-types.random-keys", schema.type(key).word());
        }
        return new Database.Edits.Random((int) reader.whole("random.edits"), reader.decimal("random.rate"),
                (int) reader.whole("random.keys"), new Edits(reader, schema, key).unchecked("edits"));
    }
}
