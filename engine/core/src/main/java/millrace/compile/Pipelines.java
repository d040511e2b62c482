package millrace.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.operator.BrokerProcessor;
import millrace.operator.SinkSpec;
import millrace.operator.Work;

/**
 * The parts of a plan that fail and recover together: what hangs together by wires, cut at brokers. What writes to a broker is
 * one, what reads from an output of it another.
 */
public final class Pipelines {
    /**
     * One of them.
     *
     * @param nodes by number; a broker belongs to who writes to it
     * @param consumers outputs of brokers at which it begins
     * @param wires by number
     */
    public record Members(List<Integer> nodes, List<Consumer> consumers, List<Integer> wires) {}

    public record Consumer(int node, int output) {}

    private final Plan plan;
    private final boolean[] brokers;
    /** For each node its first place; behind it, for a broker, one for each output. */
    private final int[] first;
    private final int[] root;

    private Pipelines(Plan plan) {
        this.plan = plan;
        int count = plan.nodes().size();
        brokers = new boolean[count];
        first = new int[count + 1];
        for (int n = 0; n < count; n++) {
            brokers[n] = isBroker(plan.nodes().get(n));
            first[n + 1] = first[n] + 1 + plan.nodes().get(n).outputs().size();
        }
        root = IntStream.range(0, first[count]).toArray();
        for (PlanWire wire : plan.wires())
            root[find(place(wire.to(), -1))] = find(place(wire.from(), wire.output()));
    }

    /** Those that have nodes which are no sources, in the order of their first places in the plan. */
    public static List<Members> of(Plan plan) {
        Pipelines found = new Pipelines(plan);
        return IntStream.range(0, found.root.length)
                .filter(p -> found.find(p) == p)
                .mapToObj(found::members)
                .filter(m -> m.nodes.stream().anyMatch(n -> !(plan.nodes().get(n).work() instanceof Work.Source)))
                .toList();
    }

    private static boolean isBroker(PlanNode node) {
        return switch (node.work()) {
            case Work.Transform t -> t.operator().start() instanceof BrokerProcessor;
            case Work.Sink s -> s.spec() instanceof SinkSpec.Transactional;
            case Work.Source s -> false;
        };
    }

    private int place(int node, int output) {
        return brokers[node] && output >= 0 ? first[node] + 1 + output : first[node];
    }

    private int find(int place) {
        int at = place;
        while (root[at] != at)
            at = root[at];
        return at;
    }

    private Members members(int top) {
        List<Integer> nodes = new ArrayList<>();
        List<Consumer> consumers = new ArrayList<>();
        for (int n = 0; n < plan.nodes().size(); n++) {
            if (find(place(n, -1)) == top) nodes.add(n);
            for (int o = 0; brokers[n] && o < plan.nodes().get(n).outputs().size(); o++)
                if (find(place(n, o)) == top) consumers.add(new Consumer(n, o));
        }
        List<Integer> wires = IntStream.range(0, plan.wires().size()).filter(w -> starts(w, top)).boxed().toList();
        return new Members(List.copyOf(nodes), List.copyOf(consumers), wires);
    }

    private boolean starts(int wire, int top) {
        PlanWire w = plan.wires().get(wire);
        return find(place(w.from(), w.output())) == top;
    }
}
