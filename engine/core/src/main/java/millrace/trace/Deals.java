package millrace.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.compile.Recovery.Upgrade;
import millrace.event.Event;
import millrace.operator.FaultNote;
import millrace.operator.Log;
import millrace.operator.Work;
import millrace.simulation.Share;

/**
 * What each instance of a node has to do in the course of a run: the keys that came, dealt out as the engine deals them, or the
 * partitions that are its own. A rescaling deals anew.
 */
public final class Deals {
    public static final Deals NONE = new Deals();

    /** Of one node: as it is at first, and from a rescaling on; {@code at} is when that was. */
    private record Course(int instances, Dealt before, Optional<Dealt> after, int row, long at) {
        Dealt of(int rows) {
            return rows > row && after.isPresent() ? after.get() : before;
        }
    }

    private final Map<String, Course> courses = new HashMap<>();

    private Deals() {}

    static Deals of(Trace trace) {
        Deals deals = new Deals();
        List<PlanNode> nodes = trace.plan().nodes();
        for (int n = 0; n < nodes.size(); n++)
            if (trace.plan().most(n) > 1) deals.courses.put(nodes.get(n).id(), deals.course(trace, n));
        return deals;
    }

    private Course course(Trace trace, int node) {
        int had = trace.plan().nodes().get(node).effort().instances();
        Optional<Upgrade> rescaling = trace.plan().recovery().upgrade().filter(u -> u.rescales().contains(node));
        int row = rescaling.isPresent() ? back(trace, node) : Integer.MAX_VALUE;
        Dealt before = new Dealt(had, partitions(trace.plan(), node, had));
        Optional<Dealt> after = rescaling.filter(u -> row != Integer.MAX_VALUE)
                .map(u -> new Dealt(u.instances(), List.of()));
        events(trace, node, before, after, row);
        return new Course(trace.plan().most(node), before, after, row,
                after.isPresent() ? trace.at(row) : Long.MAX_VALUE);
    }

    /** The row in which a node of the graph after the upgrade is there for the first time. */
    private static int back(Trace trace, int node) {
        IntList notes = trace.nodes[node].kind(FactKind.NOTED);
        return IntStream.range(0, notes.below(trace.size()))
                .map(notes::get)
                .filter(r -> trace.fact(r) instanceof Fact.Noted n
                        && n.note() instanceof FaultNote.Restored restored && restored.upgraded())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static void events(Trace trace, int node, Dealt before, Optional<Dealt> after, int rescaled) {
        Map<String, Share> shares = shares(trace.plan(), node);
        Rows received = shares.isEmpty() ? trace.received("") : trace.received(trace.plan().nodes().get(node).id());
        for (int i = 0; i < received.size(); i++) {
            int row = received.get(i);
            if (!(trace.fact(row) instanceof Fact.Delivered d) || !(d.element() instanceof Event e)) continue;
            Share share = shares.get(d.wire());
            Object key = share == null ? null : e.value(share.field());
            if (share == null || key == null) continue;
            int had = share.instance(e, 0, before.instances());
            if (row < rescaled) before.add(row, String.valueOf(key), had);
            after.ifPresent(a -> a.add(row, String.valueOf(key), share.instance(e, 0, a.instances()),
                    row < rescaled ? had : Dealt.NOBODY));
        }
    }

    /** The wires by which a node's keys are dealt out. */
    private static Map<String, Share> shares(Plan plan, int node) {
        Map<String, Share> shares = new HashMap<>();
        for (PlanWire wire : plan.wires()) {
            Share share = Share.of(plan, wire);
            boolean byKey = share.grouped() || !share.asPartitioned();
            if (wire.to() == node && byKey && share.field() >= 0) shares.put(wire.id(), share);
        }
        return shares;
    }

    private static List<List<Integer>> partitions(Plan plan, int node, int instances) {
        return plan.wires()
                .stream()
                .filter(w -> w.to() == node && Share.of(plan, w).asPartitioned() && !Share.of(plan, w).grouped())
                .flatMap(w -> log(plan, w.from()).stream())
                .findFirst()
                .map(log -> dealt(log.partitions(), instances))
                .orElse(List.of());
    }

    /** The log that a node reads, itself or through what stands between. */
    private static Optional<Log> log(Plan plan, int node) {
        if (plan.nodes().get(node).work() instanceof Work.Transform(Log log)) return Optional.of(log);
        return plan.wires().stream().filter(w -> w.to() == node).findFirst().flatMap(w -> log(plan, w.from()));
    }

    private static List<List<Integer>> dealt(int partitions, int instances) {
        return IntStream.range(0, instances)
                .mapToObj(i -> IntStream.range(0, partitions).filter(p -> p % instances == i).boxed().toList())
                .toList();
    }

    /** After so many rows of the trace: all instances that a node has at any time; empty if it is never more than one. */
    public List<Hand> hands(String node, int rows) {
        Course course = courses.get(node);
        if (course == null) return List.of();
        Dealt now = course.of(rows);
        List<Hand> hands = new ArrayList<>();
        for (int i = 0; i < course.instances; i++)
            hands.add(now.hand(i, rows));
        return hands;
    }

    /** When the instances of a node become others, ms; empty if they never do. */
    public OptionalLong rescaling(String node) {
        Course course = courses.get(node);
        return course == null || course.after.isEmpty() ? OptionalLong.empty() : OptionalLong.of(course.at);
    }
}
