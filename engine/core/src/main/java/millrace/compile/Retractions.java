package millrace.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import millrace.compile.Plan.PlanNode;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.operator.Accumulation;
import millrace.operator.WindowOperator;
import millrace.operator.Work;

/** Warns of a window that gets retractions: it adds what was taken back, for it sees a stream of events and no changes. */
final class Retractions {
    private final Plan plan;
    /** The retracting window whose panes come out of a node, by the node's number. */
    private final Map<Integer, PlanNode> from = new HashMap<>();

    private Retractions(Plan plan) {
        this.plan = plan;
    }

    static void check(Plan plan, Consumer<Problem> out) {
        Retractions retractions = new Retractions(plan);
        for (int i = 0; i < plan.nodes().size(); i++)
            retractions.check(i, out);
    }

    /** Nodes stand in the plan behind those that feed them. */
    private void check(int number, Consumer<Problem> out) {
        PlanNode node = plan.nodes().get(number);
        Optional<PlanNode> window = into(number);
        Optional<WindowOperator> operator = window(node);
        if (operator.isEmpty()) window.ifPresent(w -> from.put(number, w));
        else {
            window.ifPresent(w -> out.accept(warning(node, w)));
            if (operator.get().accumulation() == Accumulation.RETRACTING) from.put(number, node);
        }
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

    private static Problem warning(PlanNode node, PlanNode window) {
        return Problem.warning(Location.node(node.id()), "adds-retractions",
                "it adds what '" + window.id() + "' takes back, as if it were new",
                "let '" + window.id() + "' accumulate or discard");
    }
}
