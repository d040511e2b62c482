package millrace.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import millrace.app.compare.Compared.Found;
import millrace.compile.Plan.PlanNode;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Timing;
import millrace.measure.Difference;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * What the runs say, node by node, each in a lane of its own below the other's: results that reached a sink and panes of windows.
 *
 * @param lanes in the order of the first run's plan, for each node one of each side
 */
record Lanes(List<Lane> lanes) {
    /** A node of one side. */
    record Lane(String node, int side, List<Mark> marks) {}

    /**
     * What was said at an instant.
     *
     * @param differs another run does not say it, or not then
     */
    record Mark(long at, String figure, Timing timing, boolean retraction, boolean differs) {}

    Lanes {
        lanes = List.copyOf(lanes);
    }

    static Lanes of(Compared compared) {
        List<Lane> lanes = new ArrayList<>();
        for (String node : nodes(compared)) {
            for (int side = 0; side < compared.sides().size(); side++)
                lanes.add(lane(compared, node, side));
        }
        return new Lanes(lanes);
    }

    /** Nodes that say anything in any run; of a window and the sink after it both. */
    private static Set<String> nodes(Compared compared) {
        Set<String> nodes = new LinkedHashSet<>();
        for (Side side : compared.sides()) {
            Trace trace = side.run().trace();
            for (PlanNode node : trace.plan().nodes()) {
                if (trace.rows(node.id(), kind(node)).size() > 0) nodes.add(node.id());
            }
        }
        return nodes;
    }

    private static FactKind kind(PlanNode node) {
        return node.work() instanceof Work.Sink ? FactKind.REACHED : FactKind.FIRED;
    }

    private static Lane lane(Compared compared, String node, int side) {
        Trace trace = compared.sides().get(side).run().trace();
        int number = trace.plan().nodeNumber(node);
        if (number < 0) return new Lane(node, side, List.of());
        Set<Long> differing = differing(compared, node, side);
        List<Mark> marks = new ArrayList<>();
        trace.rows(node, kind(trace.plan().nodes().get(number))).stream().forEach(row -> {
            Fact fact = trace.fact(row);
            fact.subject().ifPresent(e -> marks.add(mark(fact.at(), e, differing.contains(e.id))));
        });
        return new Lane(node, side, marks);
    }

    private static Mark mark(long at, Event event, boolean differs) {
        boolean pane = event.schema.panes();
        return new Mark(at, Sayings.figure(event), pane ? Pane.of(event).timing() : Timing.ON_TIME,
                pane && Pane.of(event).retraction(), differs);
    }

    /** The events of a side that another run does not have there. */
    private static Set<Long> differing(Compared compared, String node, int side) {
        Set<Long> ids = new LinkedHashSet<>();
        for (Found f : compared.differences()) {
            boolean here = f.difference().node().equals(node) && f.difference().kind() != Difference.Kind.DROP;
            if (here) f.said(side).ifPresent(s -> ids.add(s.event().id));
        }
        return ids;
    }
}
