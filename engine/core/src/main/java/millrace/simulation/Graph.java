package millrace.simulation;

import java.util.List;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanWire;

/** Questions to a plan's wires. */
final class Graph {
    private Graph() {}

    /** For each output of a node the numbers of its wires, in the order of sending. */
    static int[][] outputs(Plan plan, int node) {
        List<PlanWire> wires = plan.wires();
        int count = plan.nodes().get(node).outputs().size();
        return IntStream.range(0, count)
                .mapToObj(o -> IntStream.range(0, wires.size())
                        .filter(w -> wires.get(w).from() == node && wires.get(w).output() == o)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** How many wires end at a node. */
    static int inputs(Plan plan, int node) {
        return (int) plan.wires().stream().filter(w -> w.to() == node).count();
    }

    /** A wire's place among those that end at the same node. */
    static int input(Plan plan, int wire) {
        int to = plan.wires().get(wire).to();
        return (int) plan.wires().subList(0, wire).stream().filter(w -> w.to() == to).count();
    }
}
