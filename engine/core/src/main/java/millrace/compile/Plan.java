package millrace.compile;

import java.util.List;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.operator.Dialect;
import millrace.operator.Effort;
import millrace.operator.StreamType;
import millrace.operator.Work;

/**
 * A design, checked and typed: what the simulation runs.
 *
 * @param until processing time at which the run is cut, inclusive; {@link Long#MAX_VALUE} = when all is done
 * @param nodes in topological order; their place here is their number
 * @param wires grouped by sender and output in the order of the design; their place here is their number
 * @param recovery checkpoints, crashes, and what follows
 * @param changes settings that become others while it runs, by time
 */
public record Plan(Design design, Clock clock, long until, long seed, Dialect dialect, List<PlanNode> nodes,
        List<PlanWire> wires, Recovery recovery, List<Change> changes) {

    /** A node: its id and type in the design, what it does, and its outputs in the order of its ports. */
    public record PlanNode(String id, String type, Work work, List<StreamType> inputs, List<String> outputPorts,
            List<StreamType> outputs, Effort effort) {
        public PlanNode(String id, String type, Work work, List<StreamType> inputs, List<String> outputPorts,
                List<StreamType> outputs) {
            this(id, type, work, inputs, outputPorts, outputs, Effort.NONE);
        }

        /** The same node, made of something else. */
        public PlanNode with(Work other) {
            return new PlanNode(id, type, other, inputs, outputPorts, outputs, effort);
        }
    }

    /**
     * A wire between two nodes by number.
     *
     * @param transit how long an element is on its way, ms
     * @param capacity how many events may be on it; {@link #UNLIMITED} = any number
     */
    public record PlanWire(String id, int from, int output, int to, int input, long transit, int capacity) {
        public static final int UNLIMITED = Integer.MAX_VALUE;

        public PlanWire(String id, int from, int output, int to, int input, long transit) {
            this(id, from, output, to, input, transit, UNLIMITED);
        }
    }

    public Plan {
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
        changes = List.copyOf(changes);
    }

    /** A plan whose settings stay as they are. */
    public Plan(Design design, Clock clock, long until, long seed, Dialect dialect, List<PlanNode> nodes,
            List<PlanWire> wires, Recovery recovery) {
        this(design, clock, until, seed, dialect, nodes, wires, recovery, List.of());
    }

    /** A plan in which nothing is saved and nothing fails. */
    public Plan(Design design, Clock clock, long until, long seed, Dialect dialect, List<PlanNode> nodes,
            List<PlanWire> wires) {
        this(design, clock, until, seed, dialect, nodes, wires, Recovery.NONE);
    }

    /** The same plan, cut elsewhere. */
    public Plan until(long time) {
        return new Plan(design, clock, time, seed, dialect, nodes, wires, recovery, changes);
    }

    /** The same plan with other nodes at the same places. */
    public Plan with(List<PlanNode> others) {
        return new Plan(design, clock, until, seed, dialect, others, wires, recovery, changes);
    }

    public Plan with(Recovery other) {
        return new Plan(design, clock, until, seed, dialect, nodes, wires, other, changes);
    }

    Plan with(List<Change> others, Recovery kept) {
        return new Plan(design, clock, until, seed, dialect, nodes, wires, kept, others);
    }

    /** The number of the node with this id, or -1. */
    public int nodeNumber(String id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(id)) return i;
        }
        return -1;
    }

    /** How many instances of a node there are at any time. */
    public int most(int node) {
        int before = nodes.get(node).effort().instances();
        return recovery.rescales(node) ? Math.max(before, recovery.upgrade().orElseThrow().instances()) : before;
    }
}
