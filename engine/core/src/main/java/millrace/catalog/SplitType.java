package millrace.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import millrace.catalog.Fields.Named;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.operator.Split;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** Deals events out by conditions, one output each, and one for the rest. */
final class SplitType extends BaseType {
    private static final String REST = "rest";
    private static final int MOST = 16;

    SplitType() {
        super("split", "Split", "Deal out by conditions", Group.TRANSFORMS,
                new Form().required("conditions", "Conditions",
                        "Each event takes the first output whose condition holds.",
                        new Kind.Expressions()));
    }

    @Override
    public String icon() {
        return "M2.5 10H7C11.5 10 10.5 4.5 15 4.5H17.5 M7 10C11.5 10 10.5 15.5 15 15.5H17.5";
    }

    @Override
    public String help() {
        return "Sends each event to the first output whose condition holds, or to 'rest'. Every event takes exactly one "
                + "way. Watermarks take all of them. Common mistake: conditions that overlap, and an order in which the "
                + "wider one comes first and leaves nothing to the others.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        List<PortSpec> ports = new ArrayList<>();
        for (String name : names(settings)) {
            if (!name.equals(REST)) ports.add(new PortSpec(name, Carries.SAME, true));
        }
        ports.add(new PortSpec(REST, Carries.SAME, true));
        return ports;
    }

    private static List<String> names(Value.Group settings) {
        boolean group = settings.at("conditions").orElse(Form.NONE) instanceof Value.Group;
        return group ? List.copyOf(((Value.Group) settings.at("conditions").orElseThrow()).fields().keySet())
                : List.of();
    }

    @Override
    public List<String> patterns() {
        return List.of("no conditions yet", "{0}, rest");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        List<String> names = names(settings);
        return names.isEmpty() ? Phrase.of("no conditions yet") : Phrase.of("{0}, rest", String.join(", ", names));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("conditions", group("big", "value >= 10"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        List<Named> named = Fields.expressions(reader, "conditions", in.schema(), Optional.of(FieldType.BOOLEAN));
        if (named.stream().anyMatch(n -> n.name().equals(REST))) {
            reader.error("conditions.rest", "catalog.reserved-name.rest");
        }
        if (named.size() > MOST) {
            reader.error("conditions", "catalog.too-many.conditions", named.size(), MOST);
        }
        return new Binding.Bound(new Work.Transform(
                new Split(named.stream().map(Named::expression).toList(), in.schema().changelog())),
                Collections.nCopies(named.size() + 1, in));
    }
}
