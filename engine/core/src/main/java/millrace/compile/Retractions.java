package millrace.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import millrace.compile.Plan.PlanNode;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.operator.Accumulation;
import millrace.operator.Operator;
import millrace.operator.WindowOperator;
import millrace.operator.Work;

/**
 * Finds the aggregates that get retractions of a window, and has them taken back. Windows that can't do that, and those over changes of
 * a table, are warned of.
 */
final class Retractions {
    private final Plan plan;
    private final Consumer<Problem> out;
    /** The retracting window whose panes come out of a node, by the node's number. */
    private final Map<Integer, PlanNode> from = new HashMap<>();

    private Retractions(Plan plan, Consumer<Problem> out) {
        this.plan = plan;
        this.out = out;
    }

    static Plan taken(Plan plan, Consumer<Problem> out) {
        Retractions retractions = new Retractions(plan, out);
        List<PlanNode> nodes = new ArrayList<>();
        for (int i = 0; i < plan.nodes().size(); i++)
            nodes.add(retractions.taken(i));
        return plan.with(nodes);
    }

    /** Nodes stand in the plan behind those that feed them. */
    private PlanNode taken(int number) {
        PlanNode node = plan.nodes().get(number);
        Optional<PlanNode> retracting = into(number);
        Optional<WindowOperator> window = window(node);
        window.ifPresent(w -> warn(node, w, retracting));
        boolean retracts = window.filter(w -> w.accumulation() == Accumulation.RETRACTING).isPresent();
        if (retracts) from.put(number, node);
        else if (window.isEmpty()) retracting.filter(w -> givesPanes(node)).ifPresent(w -> from.put(number, w));
        return retracting.isPresent() && node.work() instanceof Work.Transform t ? taking(node, t.operator()) : node;
    }

    private static boolean givesPanes(PlanNode node) {
        return node.outputs().stream().anyMatch(o -> o.schema().panes());
    }

    private static PlanNode taking(PlanNode node, Operator operator) {
        return node.with(new Work.Transform(operator.takingBack()));
    }

    private Optional<PlanNode> into(int number) {
        return plan.wires()
                .stream()
                .filter(w -> w.to() == number)
                .flatMap(w -> outOf(w).stream())
                .findFirst();
    }

    /** The retracting window whose panes go along a wire; late events are no panes. */
    private Optional<PlanNode> outOf(Plan.PlanWire wire) {
        boolean late = window(plan.nodes().get(wire.from())).isPresent() && wire.output() != WindowOperator.PANES;
        return late ? Optional.empty() : Optional.ofNullable(from.get(wire.from()));
    }

    private static Optional<WindowOperator> window(PlanNode node) {
        return node.work() instanceof Work.Transform t && t.operator() instanceof WindowOperator w ? Optional.of(w)
                : Optional.empty();
    }

    private void warn(PlanNode node, WindowOperator window, Optional<PlanNode> retracting) {
        if (window.madeByEvents()) retracting.ifPresent(w -> out.accept(adds(node, w)));
        if (window.in().schema().changelog()) out.accept(countsChanges(node));
    }

    private static Problem adds(PlanNode node, PlanNode window) {
        return Problem.warning(Location.node(node.id()), "compile.adds-retractions", window.id());
    }

    private static Problem countsChanges(PlanNode node) {
        return Problem.warning(Location.node(node.id()), "compile.counts-changes");
    }
}
