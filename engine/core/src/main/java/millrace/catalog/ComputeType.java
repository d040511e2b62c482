package millrace.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.catalog.Fields.Named;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Field;
import millrace.event.Schema;
import millrace.operator.Compute;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** Adds computed fields. */
final class ComputeType extends BaseType {
    private static final int MOST_FIELDS = 256;

    ComputeType() {
        super("compute", "Compute", "New fields from old", Group.TRANSFORMS,
                new Form().required("fields", "Fields", "Each new field and what it is computed from.",
                        new Kind.Expressions()));
    }

    @Override
    public String icon() {
        return "M2.5 10H6 M14 10H17.5 M6 10A4 4 0 1 0 14 10A4 4 0 1 0 6 10 M10 8.25V11.75 M8.25 10H11.75";
    }

    @Override
    public String help() {
        return "Gives each event new fields, computed from those it has; a field of the same name is replaced. All are "
                + "computed from the event as it came in, so none sees another's new value. Common mistake: to mix whole "
                + "and decimal numbers: write double(value) * 1.5.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(SAME_OUT);
    }

    @Override
    public List<String> patterns() {
        return List.of("nothing yet");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        Value value = settings.at("fields").orElse(Form.NONE);
        if (!(value instanceof Value.Group group) || group.isEmpty()) return Phrase.of("nothing yet");
        Map.Entry<String, Value> first = group.fields().firstEntry();
        String text = first.getValue() instanceof Value.Text t ? first.getKey() + " = " + t.text() : first.getKey();
        return Phrase.plain(group.fields().size() == 1 ? text : text + ", ...");
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("fields", group("doubled", "value * 2"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        List<Named> named = Fields.expressions(reader, "fields", in.schema(), Optional.empty());
        named.forEach(n -> boundsKept(reader, in.schema(), n));
        Schema schema = in.schema()
                .with(named.stream().map(n -> new Field(n.name(), n.expression().type())).toList());
        limit(reader, schema);
        StreamType out = new StreamType(schema, in.key());
        List<Compute.Assignment> assignments = named.stream()
                .map(n -> new Compute.Assignment(schema.indexOf(n.name()).orElseThrow(), n.expression()))
                .toList();
        return new Binding.Bound(new Work.Transform(new Compute(in, out, assignments)), List.of(out));
    }

    private static void limit(Reader reader, Schema schema) {
        if (schema.fields().size() > MOST_FIELDS) {
            reader.error("fields", "catalog.too-many.fields", schema.fields().size(), MOST_FIELDS);
        }
    }

    private static void boundsKept(Reader reader, Schema schema, Named named) {
        boolean bound = named.name().equals(Schema.WINDOW_START) || named.name().equals(Schema.WINDOW_END);
        if (schema.panes() && bound) {
            reader.error("fields." + named.name(), "catalog.window-bound");
        }
    }
}
