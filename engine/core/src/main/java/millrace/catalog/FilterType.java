package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.expression.Expression;
import millrace.operator.Filter;
import millrace.operator.Operator;
import millrace.operator.PassThrough;
import millrace.operator.Work;

/** Passes on the events for which a condition holds. */
final class FilterType extends BaseType {
    FilterType() {
        super("filter", "Filter", "Keep what fits", Group.TRANSFORMS,
                new Form().required("condition", "Condition",
                        "Events for which it holds pass; the others are left out.",
                        new Kind.Expression(FieldType.BOOLEAN)));
    }

    @Override
    public String icon() {
        return "M3 4H17L11.75 10.25V16.5L8.25 14.5V10.25Z";
    }

    @Override
    public String help() {
        return "Passes on the events for which the condition holds; the others end here. Watermarks pass in any case, so "
                + "a filter never holds a window up. Common mistake: to filter late events away before a window. Whether "
                + "an event is late is decided where it arrives, by the watermark there.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(SAME_OUT);
    }

    @Override
    public List<String> patterns() {
        return List.of("no condition yet");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String condition = shown(settings, "condition");
        return condition.isBlank() ? Phrase.of("no condition yet") : Phrase.plain(condition);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("condition", Value.of("value > 0"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        Optional<Expression> condition = Fields.expression(reader, "condition", schema(binding), FieldType.BOOLEAN);
        Operator operator = condition.<Operator>map(c -> new Filter(c, schema(binding).changelog()))
                .orElseGet(() -> new PassThrough(binding.inputs().getFirst()));
        return new Binding.Bound(new Work.Transform(operator), binding.inputs());
    }
}
