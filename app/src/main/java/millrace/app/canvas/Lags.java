package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.compile.Plan;
import millrace.trace.Moment;
import millrace.trace.Moments;
import millrace.trace.NodeMoment;
import millrace.trace.Status;
import millrace.trace.Trace;

/**
 * While playing, an event needs a little real time to be seen on a wire without a transit time. So that cause comes before
 * effect on the canvas, each node is shown as it was that little time ago, for each such wire between it and a source.
 * Paused, everything stands at the same instant; so it does where the clock waits for each thing (see {@code run.Pacer}).
 */
final class Lags {
    /** The farthest node is behind by this at most, ms of real time. */
    private static final double MOST = 900;
    private final Moments moments;
    private final int[] depths;
    private final double hop;
    private final Map<String, Integer> numbers = new HashMap<>();

    Lags(Trace trace, Moments moments) {
        for (Plan.PlanNode node : trace.plan().nodes())
            numbers.put(node.id(), numbers.size());
        this.moments = moments;
        depths = depths(trace.plan());
        int deepest = java.util.Arrays.stream(depths).max().orElse(0);
        hop = Math.min(Motion.TRAVEL, MOST / Math.max(1, deepest));
    }

    /** Nodes are in topological order. A wire with a transit time shows its own time. */
    private static int[] depths(Plan plan) {
        int[] depths = new int[plan.nodes().size()];
        List<List<Plan.PlanWire>> into = new ArrayList<>();
        for (int node = 0; node < depths.length; node++)
            into.add(new ArrayList<>());
        plan.wires().forEach(w -> into.get(w.to()).add(w));
        for (int node = 0; node < depths.length; node++) {
            for (Plan.PlanWire w : into.get(node)) {
                if (w.transit() == 0) depths[node] = Math.max(depths[node], depths[w.from()] + 1);
            }
        }
        return depths;
    }

    /** How far a node is behind, ms of processing time. */
    double of(int node, Motion motion) {
        boolean lags = motion.playing() && motion.paced().isEmpty() && motion.speed() < Motion.COUNTS;
        return lags ? depths[node] * hop * motion.speed() : 0;
    }

    double of(String node, Motion motion) {
        if (!motion.playing()) return 0;
        Integer number = numbers.get(node);
        return number == null ? 0 : of(number, motion);
    }

    /** How long an element is seen on a wire, ms of processing time. */
    double travel(Plan.PlanWire wire, Motion motion) {
        return of(wire.to(), motion) - of(wire.from(), motion);
    }

    /** The longest lag of all, ms of processing time. */
    double longest(Motion motion) {
        double most = 0;
        for (int node = 0; node < depths.length; node++)
            most = Math.max(most, of(node, motion));
        return most;
    }

    /** The moment with each node at its own time. */
    Moment seen(Moment moment, Motion motion) {
        if (longest(motion) == 0) return moment;
        List<NodeMoment> nodes = new ArrayList<>();
        List<Status> statuses = new ArrayList<>();
        for (int i = 0; i < moment.nodes().size(); i++) {
            double lag = of(i, motion);
            long then = (long) Math.floor(motion.now() - lag);
            nodes.add(lag == 0 ? moment.nodes().get(i) : moments.node(i, then));
            statuses.add(lag == 0 ? moment.statuses().get(i) : moments.status(i, then));
        }
        return new Moment(moment.time(), moment.step(), moment.facts(), nodes, moment.travelling(), statuses,
                moment.places());
    }
}
