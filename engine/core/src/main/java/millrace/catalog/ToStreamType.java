package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.expression.Expressions;
import millrace.operator.StreamType;
import millrace.operator.ToStream;
import millrace.operator.Work;

/** Makes events of changes. */
final class ToStreamType extends BaseType {
    private static final int LONGEST = 100;

    ToStreamType() {
        super("to-stream", "To stream", "Changes become events", Group.TABLES, new Form()
                .add("operation", "Operation", "The field that gets +I, -U, +U or -D.", new Kind.Text(LONGEST),
                        Value.of("op")));
    }

    @Override
    public State state() {
        return State.NONE;
    }

    @Override
    public String icon() {
        return "M2.5 3.5H9.5V16.5H2.5Z M2.5 8H9.5 M12 6H17.5 M12 10H17.5 M12 14H17.5";
    }

    @Override
    public String help() {
        return "Makes an event of each change of a table: a field says what it does (+I, -U, +U, -D), then come those of the row. Logs and "
                + "queues carry such events, and a table by key folds them again. Common mistake: to add them up. From here on an update is "
                + "two events, and whoever counts rows here counts records.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(AggregateType.CHANGES_IN);
    }

    @Override
    public List<String> patterns() {
        return List.of("operation in {0}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.of("operation in {0}", shown(settings, "operation"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        String operation = reader.text("operation");
        Expressions.nameProblem(operation).ifPresent((Problem p) -> reader.tell("operation", List.of(p)));
        if (in.schema().indexOf(operation).isPresent())
            reader.error("operation", "catalog.duplicate-name.operation", operation);
        StreamType out = ToStream.outputType(in, operation);
        return new Binding.Bound(new Work.Transform(new ToStream(in, out)), List.of(out));
    }
}
