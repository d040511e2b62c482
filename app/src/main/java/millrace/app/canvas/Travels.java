package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.app.canvas.Traveller.Fate;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.trace.Fact;
import millrace.trace.Moment;
import millrace.trace.Trace;

/**
 * What moves at an instant, as a function of it. Elements on wires with a transit time are where the moment says. On a
 * wire without one an element is seen, while playing, from when its sender is seen to send it until its receiver is seen
 * to get it (see {@link Lags}).
 */
final class Travels {
    /** Elements of one instant on one wire follow each other at this distance, ms of real time. */
    private static final double FILE = 55;
    private static final int LONGEST_FILE = 6;
    private static final int MOST_ROWS = 6_000;

    private final Trace trace;
    private final Lags lags;
    private final Map<String, Plan.PlanWire> wires = new HashMap<>();

    Travels(Trace trace, Lags lags) {
        this.trace = trace;
        this.lags = lags;
        trace.plan().wires().forEach(w -> wires.put(w.id(), w));
    }

    List<Traveller> at(Moment moment, Motion motion) {
        List<Traveller> all = new ArrayList<>();
        for (Moment.Travelling t : moment.travelling())
            all.add(onWire(t, motion));
        if (!motion.playing()) return all;
        if (motion.speed() >= Motion.COUNTS) count(motion, all);
        else
            recent(motion, all);
        return all;
    }

    private static Traveller onWire(Moment.Travelling t, Motion motion) {
        double progress = t.due() <= t.sentAt() ? 1 : (motion.now() - t.sentAt()) / (t.due() - t.sentAt());
        return new Traveller.OnWire(t.wire(), t.element(), Math.clamp(progress, 0, 1),
                t.late() ? Fate.LATE : Fate.PLAIN);
    }

    private void recent(Motion motion, List<Traveller> all) {
        int to = trace.rowsUntil((long) Math.floor(motion.now()));
        double reach = lags.longest(motion) + (LONGEST_FILE * FILE + Motion.FALL_OUT) * motion.speed();
        int from = Math.max(to - MOST_ROWS, trace.rowsUntil((long) Math.floor(motion.now() - reach) - 1));
        List<Fact> instant = new ArrayList<>();
        for (int row = from; row < to; row++) {
            Fact fact = trace.fact(row);
            if (!instant.isEmpty() && instant.getFirst().at() != fact.at()) {
                new Instant(instant, motion).addTo(all);
                instant = new ArrayList<>();
            }
            instant.add(fact);
        }
        if (!instant.isEmpty()) new Instant(instant, motion).addTo(all);
    }

    /** All facts of one instant. */
    private final class Instant {
        private final List<Fact> facts;
        private final Motion motion;
        private final Map<String, Integer> files = new HashMap<>();
        private final Set<String> late = new HashSet<>();
        private final Set<String> dropped = new HashSet<>();

        Instant(List<Fact> facts, Motion motion) {
            this.facts = facts;
            this.motion = motion;
            for (Fact fact : facts) {
                if (fact instanceof Fact.Added a && a.late()) late.add(name(a.node(), a.event()));
                if (fact instanceof Fact.Dropped d) {
                    late.add(name(d.node(), d.event()));
                    dropped.add(name(d.node(), d.event()));
                }
            }
        }

        private static String name(String node, Event event) {
            return event.id + "@" + node;
        }

        void addTo(List<Traveller> all) {
            for (Fact fact : facts) {
                switch (fact) {
                    case Fact.Delivered d -> delivered(d, all);
                    case Fact.Dropped d -> fall(d.node(), d.event(), d.at(), Fate.DROPPED, all);
                    case Fact.Failed f -> fall(f.node(), f.event(), f.at(), Fate.FAILED, all);
                    default -> {
                    }
                }
            }
        }

        private void delivered(Fact.Delivered d, List<Traveller> all) {
            Plan.PlanWire wire = wires.get(d.wire());
            if (wire == null || wire.transit() > 0) return;
            int place = d.element() instanceof Event ? files.merge(d.wire(), 1, Integer::sum) - 1 : 0;
            double start = d.at() + lags.of(wire.from(), motion)
                    + Math.min(place, LONGEST_FILE) * FILE * motion.speed();
            double progress = (motion.now() - start) / lags.travel(wire, motion);
            if (progress < 0 || progress > 1) return;
            all.add(new Traveller.OnWire(d.wire(), d.element(), progress, fate(d, wire)));
        }

        private Fate fate(Fact.Delivered d, Plan.PlanWire wire) {
            if (!(d.element() instanceof Event e)) return Fate.PLAIN;
            if (dropped.contains(name(trace.plan().nodes().get(wire.from()).id(), e))) return Fate.DROPPED;
            return late.contains(name(d.node(), e)) ? Fate.LATE : Fate.PLAIN;
        }

        private void fall(String node, Event event, long at, Fate fate, List<Traveller> all) {
            double progress = motion.later(lags.of(node, motion)).age(at) / Motion.FALL_OUT;
            if (progress >= 0 && progress <= 1) all.add(new Traveller.Falling(node, event, progress, fate));
        }
    }

    private void count(Motion motion, List<Traveller> all) {
        int to = trace.rowsUntil((long) Math.floor(motion.now()));
        int from = Math.max(to - MOST_ROWS, trace.rowsUntil((long) (motion.now() - Motion.TRAVEL * motion.speed())));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = from; row < to; row++) {
            if (trace.fact(row) instanceof Fact.Delivered d && d.element() instanceof Event)
                counts.merge(d.wire(), 1, Integer::sum);
        }
        counts.forEach((wire, n) -> all.add(new Traveller.Count(wire, n)));
    }
}
