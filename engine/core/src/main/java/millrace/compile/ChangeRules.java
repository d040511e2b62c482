package millrace.compile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.operator.Accumulation;
import millrace.operator.BrokerProcessor;
import millrace.operator.Operator;
import millrace.operator.WindowOperator;
import millrace.operator.Work;

/** What can't become another while the run goes on, and why. */
final class ChangeRules {
    /** Of a source: what leaves its rows as they are. */
    private static final Set<String> TIMING = Set.of("watermark", "idleAfter", "timestamps", "end", "endAt");

    /**
     * As {@link millrace.design.Problem#error} has them; {0} is the setting.
     *
     * @param node {1}, where a node is named
     */
    record Refusal(String key, String node) {}

    private final Plan before;
    private final Plan after;
    private final String setting;

    ChangeRules(Plan before, Plan after, String setting) {
        this.before = before;
        this.after = after;
        this.setting = setting;
    }

    /** Whether a source's setting decides which rows there are. */
    static boolean rows(String setting) {
        return !TIMING.contains(setting.split("[.\\[]")[0]);
    }

    Optional<Refusal> refusal(String owner) {
        if (!sameGraph()) return refused("compile.another-graph");
        int node = before.nodeNumber(owner);
        if (node >= 0) return node(before.nodes().get(node), after.nodes().get(node));
        boolean room = owner.contains(" -> ") && setting.equals("capacity");
        return room ? refused("compile.fixed-room") : Optional.empty();
    }

    private boolean sameGraph() {
        return before.nodes()
                .stream()
                .map(PlanNode::id)
                .toList()
                .equals(after.nodes().stream().map(PlanNode::id).toList())
                && before.wires()
                        .stream()
                        .map(PlanWire::id)
                        .toList()
                        .equals(after.wires().stream().map(PlanWire::id).toList());
    }

    private static Optional<Refusal> refused(String key) {
        return Optional.of(new Refusal(key, ""));
    }

    private Optional<Refusal> node(PlanNode b, PlanNode a) {
        if (!b.outputs().equals(a.outputs()) || !b.outputPorts().equals(a.outputPorts()))
            return Optional.of(new Refusal("compile.changes-output", b.id()));
        if (b.effort().instances() != a.effort().instances()
                || b.effort().asPartitioned() != a.effort().asPartitioned())
            return refused("compile.rescales");
        return switch (b.work()) {
            case Work.Source(var was) when a.work() instanceof Work.Source(var is)
                    && !was.timing().partitions().equals(is.timing().partitions()) ->
                    refused("compile.partitions");
            case Work.Source s -> Optional.empty();
            case Work.Sink(var was) when a.work() instanceof Work.Sink(var is) && !was.equals(is) ->
                    refused("compile.sink");
            case Work.Sink s -> Optional.empty();
            case Work.Transform(var was) when a.work() instanceof Work.Transform(var is) -> operator(b, was, is);
            case Work.Transform t -> refused("compile.another-graph.node");
        };
    }

    private Optional<Refusal> operator(PlanNode node, Operator was, Operator is) {
        if (retracts(was) != retracts(is) && fed(node))
            return refused("compile.retractions");
        boolean broker = was.start() instanceof BrokerProcessor;
        if (broker && was.start().under(is).isEmpty())
            return refused("compile.broker");
        return Optional.empty();
    }

    private static boolean retracts(Operator operator) {
        return operator instanceof WindowOperator w && w.accumulation() == Accumulation.RETRACTING;
    }

    private boolean fed(PlanNode node) {
        int number = before.nodeNumber(node.id());
        List<PlanWire> out = before.wires().stream().filter(w -> w.from() == number).toList();
        return !out.isEmpty();
    }
}
