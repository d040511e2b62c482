package millrace.compile;

import java.util.List;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.operator.Dialect;
import millrace.operator.StreamType;
import millrace.operator.Work;

/**
 * A design, checked and typed: what the simulation runs.
 *
 * @param until processing time at which the run is cut, inclusive; {@link Long#MAX_VALUE} = when all is done
 * @param nodes in topological order; their place here is their number
 * @param wires grouped by sender and output in the order of the design; their place here is their number
 */
public record Plan(Design design, Clock clock, long until, long seed, Dialect dialect, List<PlanNode> nodes,
        List<PlanWire> wires) {

    /** A node: its id and type in the design, what it does, and its outputs in the order of its ports. */
    public record PlanNode(String id, String type, Work work, List<StreamType> inputs, List<String> outputPorts,
            List<StreamType> outputs) {}

    /** A wire between two nodes by number, {@code transit} in ms. */
    public record PlanWire(String id, int from, int output, int to, int input, long transit) {}

    public Plan {
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
    }

    /** The same with other works of its nodes. */
    Plan with(List<PlanNode> others) {
        return new Plan(design, clock, until, seed, dialect, others, wires);
    }

    /** The number of the node with this id, or -1. */
    public int nodeNumber(String id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(id)) return i;
        }
        return -1;
    }
}
