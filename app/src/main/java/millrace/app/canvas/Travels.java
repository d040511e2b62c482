package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import millrace.app.canvas.Traveller.Fate;
import millrace.app.run.Paced;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.trace.Fact;
import millrace.trace.Moment;
import millrace.trace.Moments;
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
    /** From so many moving things on there are densities instead of dots, on wires with so many. */
    private static final int MANY = 700;
    private static final int CROWDED = 60;
    private static final int FULL = 300;
    private static final int PARTS = 40;

    private final Trace trace;
    private final Lags lags;
    private final Map<String, Plan.PlanWire> wires = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Moments moments;
    private final Lore lore;

    Travels(RunView run, Lags lags) {
        moments = run.moments();
        lore = run.lore();
        trace = run.trace();
        trace.plan().wires().forEach(w -> numbers.put(w.id(), numbers.size()));
        this.lags = lags;
        trace.plan().wires().forEach(w -> wires.put(w.id(), w));
    }

    List<Traveller> at(Moment moment, Motion motion) {
        List<Traveller> all = new ArrayList<>();
        Set<String> dense = dense(moment);
        for (Moment.Travelling t : moment.travelling())
            if (!dense.contains(t.wire()) || !(t.element() instanceof Event)) all.add(onWire(t, motion));
        dense.forEach(w -> all.add(density(w, moment.time())));
        if (!motion.playing()) return all;
        if (motion.speed() >= Motion.COUNTS) count(motion, all);
        else
            motion.paced().ifPresentOrElse(p -> paced(p, motion, all), () -> recent(motion, all));
        return all;
    }

    /**
     * The wires that are full of events: if very many move at all, those with more than can be told apart; and those with so many that
     * a moment does not hold them all.
     */
    private static Set<String> dense(Moment moment) {
        int most = moment.travelling().size() < MANY ? FULL : CROWDED;
        if (moment.travelling().size() < most) return Set.of();
        Map<String, Integer> counts = new LinkedHashMap<>();
        moment.travelling().forEach(t -> counts.merge(t.wire(), 1, Integer::sum));
        counts.values().removeIf(n -> n < most);
        return counts.keySet();
    }

    private Traveller density(String wire, long time) {
        int[] parts = moments.density(numbers.getOrDefault(wire, 0), time, PARTS);
        return new Traveller.Density(wire, parts, java.util.Arrays.stream(parts).sum());
    }

    private static Traveller onWire(Moment.Travelling t, Motion motion) {
        double progress = t.due() <= t.sentAt() ? 1 : (motion.now() - t.sentAt()) / (t.due() - t.sentAt());
        // With motion reduced it waits at the port that it left and is then at the other.
        double place = motion.outlined() ? Math.floor(Math.clamp(progress, 0, 1)) : Math.clamp(progress, 0, 1);
        return new Traveller.OnWire(t.wire(), t.element(), place,
                t.late() ? Fate.LATE : Fate.PLAIN);
    }

    /** The step on its way goes over its wires; what was dropped in those before may still be falling. */
    private void paced(Paced paced, Motion motion, List<Traveller> all) {
        int end = paced.to() == paced.from() ? paced.to() : trace.rowsUntil(trace.at(paced.from()));
        List<Fact> coming = trace.facts(paced.from(), end).toList();
        Instant instant = new Instant(coming, motion);
        for (Fact fact : coming) {
            if (fact.index() >= paced.to() || !(fact instanceof Fact.Delivered d)) continue;
            instantly(d).map(w -> new Traveller.OnWire(d.wire(), d.element(), paced.share(), instant.fate(d, w)))
                    .ifPresent(all::add);
        }
        for (Paced.Step step : paced.recent())
            falling(step, (paced.clock() - step.shown()) / Motion.FALL_OUT, all);
    }

    /** The wire that it came over, if that takes no time. */
    private Optional<Plan.PlanWire> instantly(Fact.Delivered d) {
        return Optional.ofNullable(wires.get(d.wire())).filter(w -> w.transit() == 0);
    }

    private void falling(Paced.Step step, double progress, List<Traveller> all) {
        if (progress > 1) return;
        trace.facts(step.from(), step.to()).forEach(f -> {
            if (f instanceof Fact.Dropped d)
                all.add(new Traveller.Falling(d.node(), d.event(), progress, Fate.DROPPED));
            if (f instanceof Fact.Failed d) all.add(new Traveller.Falling(d.node(), d.event(), progress, Fate.FAILED));
        });
        lore.lostIn(step.from(), step.to())
                .forEach(l -> all.add(new Traveller.Falling(l.node(), l.event(), progress, Fate.LOST)));
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
            lore.lostIn(facts.getFirst().index(), facts.getLast().index() + 1)
                    .forEach(l -> fall(l.node(), l.event(), trace.at(l.row()), Fate.LOST, all));
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
