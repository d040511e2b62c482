package millrace.catalog;

import java.util.List;
import millrace.catalog.PortSpec.Carries;
import millrace.design.Value;
import millrace.operator.SinkSpec;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** A sink whose rows become visible with a checkpoint. */
final class Transactional extends BaseType {
    private static final List<PortSpec> READERS = List.of(new PortSpec("committed", Carries.SAME, true),
            new PortSpec("uncommitted", Carries.SAME, true));

    Transactional() {
        super("transactional", "Transaction", "Rows seen with checkpoints", Group.SINKS, new Form());
    }

    @Override
    public State state() {
        return State.TRANSACTIONS;
    }

    @Override
    public String icon() {
        return "M4 4.5H16V15.5H4Z M7 8.5H13 M7 12H10 M11.5 13.5L13 15L16.5 11";
    }

    @Override
    public String help() {
        return "Collects rows in a transaction, closes it at each barrier, and shows it when that checkpoint is complete; a "
                + "crash takes back what is not. Others may read committed rows, or all. Common mistake: to wait for rows "
                + "without checkpoints. Then nothing is ever committed. The longer the interval, the later the rows.";
    }

    @Override
    public List<String> patterns() {
        return List.of("two-phase commit");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.of("two-phase commit");
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY;
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return READERS;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        return new Binding.Bound(new Work.Sink(new SinkSpec.Transactional()), List.of(in, in));
    }
}
