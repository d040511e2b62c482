package millrace.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.operator.SinkSpec;
import millrace.operator.View;
import millrace.operator.WindowOperator;
import millrace.operator.Work;
import millrace.simulation.Activity;
import millrace.simulation.Keyframe;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * What the simulation itself holds at any instant of a run. Some simulations are kept at the places last asked for: while a
 * run is played they only go on, and a place before them is reached from the nearest keyframe. Nothing is simulated
 * before something is asked for that needs it.
 */
final class States {
    /** How many places are kept: while playing, nodes are shown at several, one soon after the other. */
    private static final int KEPT = 6;
    /** No instant is to be reached whole. */
    static final long NO_TIME = Long.MIN_VALUE;

    private final Trace trace;
    private final Plan plan;
    private final @Nullable Keyframes keyframes;
    private @Nullable Keyframe first;
    /** The one last used first. */
    private final List<Simulation> kept = new ArrayList<>();
    private final boolean busy;
    /** The view of each node that was last asked for: most frames show nothing new of most nodes. */
    private final Map<Integer, Last> asked = new HashMap<>();

    private record Last(Simulation of, long steps, List<View> held, View view) {}

    /** @param keyframes of the run; null = all is simulated from its start */
    States(Trace trace, @Nullable Keyframes keyframes) {
        this.trace = trace;
        this.keyframes = keyframes;
        plan = trace.plan();
        busy = plan.recovery().checkpoints() || plan.nodes().stream().anyMatch(n -> n.effort().workTime() > 0)
                || plan.wires().stream().anyMatch(w -> w.capacity() != Plan.PlanWire.UNLIMITED);
    }

    /** Whether a node's view is not read from the trace. */
    private static boolean holds(Work work) {
        return switch (work) {
            case Work.Source s -> false;
            case Work.Transform t -> !(t.operator() instanceof WindowOperator);
            case Work.Sink s -> switch (s.spec()) {
                case SinkSpec.Results r -> r.mode() == SinkSpec.Mode.UPSERT;
                case SinkSpec.Transactional t -> true;
                case SinkSpec.File f -> false;
            };
        };
    }

    /** What a node holds after a step and, if {@code time} is an instant, all that is done until then. */
    View view(int node, long step, long time) {
        return holds(plan.nodes().get(node).work()) ? last(node, step, time).view : new View.None();
    }

    /** What each of a node's instances holds; empty if it never has several. */
    List<View> held(int node, long step, long time) {
        boolean several = plan.most(node) > 1 && holds(plan.nodes().get(node).work());
        return several ? last(node, step, time).held : List.of();
    }

    private Last last(int node, long step, long time) {
        Simulation simulation = at(step, time);
        Last last = asked.get(node);
        if (last != null && last.of == simulation && last.steps == simulation.steps()) return last;
        List<View> held = simulation.views(node);
        last = new Last(simulation, simulation.steps(), held, held.stream().reduce(View::and).orElseThrow());
        asked.put(node, last);
        return last;
    }

    /** What each instance of a node is doing; empty in a plan where nothing takes time, fills up or waits. */
    List<Activity> activities(int node, long step, long time) {
        if (!busy) return List.of();
        Simulation simulation = at(step, time);
        return IntStream.range(0, plan.most(node))
                .mapToObj(i -> simulation.activity(node, i))
                .toList();
    }

    private Simulation at(long step, long time) {
        Simulation simulation = nearest(step, time);
        kept.remove(simulation);
        kept.addFirst(simulation);
        while (behind(simulation, step, time)) {
            if (!simulation.step()) break;
        }
        return simulation;
    }

    private boolean behind(Simulation s, long step, long time) {
        return s.steps() < step || s.next() <= time && s.steps() < trace.steps();
    }

    /** One that is not past the place; another one goes to the keyframe before it, if that is nearer. */
    private Simulation nearest(long step, long time) {
        Simulation best = null;
        for (Simulation s : kept) {
            boolean before = s.steps() <= step || time != NO_TIME && s.now() <= time;
            if (before && (best == null || s.steps() > best.steps())) best = s;
        }
        Keyframe frame = frame(step);
        if (best != null && best.steps() >= frame.steps()) return best;
        Simulation another = kept.size() < KEPT ? new Simulation(plan, null, Outlet.NONE) : kept.removeLast();
        another.restore(frame);
        return another;
    }

    private Keyframe frame(long step) {
        if (keyframes != null) return keyframes.before(step);
        Keyframe start = first;
        if (start == null) start = new Simulation(plan, null, Outlet.NONE).save();
        first = start;
        return start;
    }
}
