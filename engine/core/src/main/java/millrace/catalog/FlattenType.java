package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.expression.Expressions;
import millrace.operator.Flatten;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** Makes several events of one. */
final class FlattenType extends BaseType {
    private static final int LONGEST = 100;

    FlattenType() {
        super("flatten", "Flatten", "Several events from one", Group.TRANSFORMS, new Form()
                .required("field", "Field", "The text that is split.", new Kind.Field(false))
                .add("separator", "Separator", "What stands between two parts.", new Kind.Text(LONGEST), Value.of(","))
                .add("as", "As", "The field that gets a part; empty = the same field.", new Kind.Text(LONGEST),
                        Form.NONE));
    }

    @Override
    public String icon() {
        return "M2.5 10H7 M7 10L11 5H17.5 M7 10H17.5 M7 10L11 15H17.5";
    }

    @Override
    public String help() {
        return "Splits a text and makes an event of each part, all with the event time of the whole, so that none is later than what it "
                + "comes from. All other fields stay. Common mistake: to add up a field that belongs to the whole. Every "
                + "part carries it, so it counts as often as there are parts.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(SAME_OUT);
    }

    @Override
    public List<String> patterns() {
        return List.of("no field yet", "{0} at \"{1}\"");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String field = shown(settings, "field");
        return field.isBlank() ? Phrase.of("no field yet")
                : Phrase.of("{0} at \"{1}\"", field, shown(settings, "separator"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("field", Value.of("key"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        int field = Fields.index(reader, "field", in.schema());
        if (field < 0 && !reader.failed())
            reader.error("field", "catalog.missing.field", "field");
        if (field >= 0 && in.schema().type(field) != FieldType.STRING)
            reader.error("field", "catalog.wrong-types.flatten", in.schema().type(field).word());
        String separator = reader.text("separator");
        if (separator.isEmpty())
            reader.error("separator", "catalog.missing.separator");
        String part = part(reader, in, field);
        if (reader.failed()) return new Binding.Bound(TableType.nothing(in), List.of(in));
        Schema schema = in.schema().with(List.of(new Field(part, FieldType.STRING)));
        StreamType out = new StreamType(schema, in.key());
        int to = schema.indexOf(part).orElseThrow();
        return new Binding.Bound(new Work.Transform(new Flatten(in, out, field, to, separator)), List.of(out));
    }

    private static String part(Reader reader, StreamType in, int field) {
        String same = field < 0 ? "" : in.schema().fields().get(field).name();
        if (reader.given("as").isEmpty()) return same;
        String name = reader.text("as");
        Expressions.nameProblem(name).ifPresent(p -> reader.tell("as", List.of(p)));
        if (!name.equals(same) && in.schema().indexOf(name).isPresent())
            reader.error("as", "catalog.duplicate-name.field", name);
        return name;
    }
}
