package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.event.Watermark;
import millrace.operator.FaultNote;
import millrace.operator.JoinNote;
import millrace.trace.Deals;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Losses;
import millrace.trace.Replays;
import millrace.trace.Rows;
import millrace.trace.Trace;

/** What the whole run says of single wires, nodes and events, gathered once, in the background. A place is a number of rows. */
public final class Lore {
    static final Lore NONE = new Lore(Optional.empty());

    private final Optional<Trace> trace;
    private final Map<Long, JoinNote.Paired> pairs = new HashMap<>();
    private final Map<Long, String> joins = new HashMap<>();
    /** For each node the rows that tell of pairs, of events without a partner, of snapshots; ascending. */
    private final Map<String, List<Integer>> paired = new HashMap<>();
    private final Map<String, List<Integer>> lookups = new HashMap<>();
    private final Map<String, List<Integer>> unmatched = new HashMap<>();
    private final Map<String, List<Integer>> snapshots = new HashMap<>();
    /** Deliveries of events by wire, where several wires end at one node. */
    private final Map<String, int[]> deliveries = new HashMap<>();
    private final Map<String, Plan.PlanWire> wires = new HashMap<>();
    /** The number of the input that a wire is at its node. */
    private final Map<String, Integer> inputs = new HashMap<>();
    private final Replays replays;
    private final Deals deals;
    private final Commits commits;
    private final Gone gone;
    private final List<Losses.Loss> losses;

    private Lore(Optional<Trace> of) {
        trace = of;
        replays = of.map(Trace::replays).orElse(Replays.NONE);
        deals = of.map(Trace::deals).orElse(Deals.NONE);
        commits = of.map(Commits::of).orElse(Commits.NONE);
        gone = of.map(Gone::of).orElse(Gone.NONE);
        losses = of.map(t -> t.losses().all()).orElse(List.of());
        of.ifPresent(t -> {
            t.rows(FactKind.NOTED).stream().mapToObj(t::fact).forEach(this::note);
            Map<Integer, Integer> sofar = new HashMap<>();
            t.plan().wires().forEach(w -> {
                wires.put(w.id(), w);
                inputs.put(w.id(), sofar.merge(w.to(), 1, Integer::sum) - 1);
            });
            manyInputs(t.plan()).forEach(node -> deliveries(t, node));
        });
    }

    static Lore of(Trace trace) {
        return new Lore(Optional.of(trace));
    }

    private void note(Fact fact) {
        if (!(fact instanceof Fact.Noted n)) return;
        if (n.note() instanceof JoinNote.Paired p) {
            pairs.put(p.pair().id, p);
            joins.put(p.pair().id, n.node());
            add(paired, n);
        }
        if (n.note() instanceof JoinNote.LookedUp l) {
            pairs.put(l.result().id, new JoinNote.Paired(l.result(), l.subject(), l.row()));
            joins.put(l.result().id, n.node());
            add(lookups, n);
        }
        if (n.note() instanceof JoinNote.Unmatched) add(unmatched, n);
        if (n.note() instanceof FaultNote.Snapshot) add(snapshots, n);
    }

    private static void add(Map<String, List<Integer>> to, Fact.Noted fact) {
        to.computeIfAbsent(fact.node(), k -> new ArrayList<>()).add(fact.index());
    }

    private static Set<Integer> manyInputs(Plan plan) {
        Set<Integer> once = new HashSet<>();
        Set<Integer> many = new HashSet<>();
        plan.wires().forEach(w -> {
            if (!once.add(w.to())) many.add(w.to());
        });
        return many;
    }

    private void deliveries(Trace t, int node) {
        Map<String, IntStream.Builder> rows = new HashMap<>();
        Rows received = t.received(t.plan().nodes().get(node).id());
        for (int i = 0; i < received.size(); i++) {
            int row = received.get(i);
            if (t.fact(row) instanceof Fact.Delivered d)
                rows.computeIfAbsent(d.wire(), k -> IntStream.builder()).add(row);
        }
        t.plan()
                .wires()
                .stream()
                .filter(w -> w.to() == node)
                .forEach(w -> deliveries.put(w.id(),
                        rows.getOrDefault(w.id(), IntStream.builder()).build().toArray()));
    }

    /** How many events had come over a wire. */
    int delivered(String wire, int rows) {
        int[] own = deliveries.get(wire);
        if (own != null) return below(own, rows);
        return receiver(wire).flatMap(node -> trace.map(t -> t.received(node).before(rows))).orElse(0);
    }

    private static int below(int[] ascending, int row) {
        int at = Arrays.binarySearch(ascending, row);
        return at < 0 ? -at - 1 : at;
    }

    private Optional<String> receiver(String wire) {
        return Optional.ofNullable(wires.get(wire))
                .flatMap(w -> trace.map(t -> t.plan().nodes().get(w.to()).id()));
    }

    /** Whether it is the only wire into its node: what the node says of its events, it says of this wire's. */
    boolean alone(String wire) {
        return !deliveries.containsKey(wire);
    }

    /** How many events of a node had been dropped. */
    int dropped(String node, int rows) {
        return trace.map(t -> t.rows(node, FactKind.DROPPED).before(rows)).orElse(0);
    }

    /** The watermark that had come over a wire. */
    long watermark(Plan.PlanWire wire, int rows) {
        if (trace.isEmpty()) return Watermark.NONE;
        Trace t = trace.get();
        int input = inputs.getOrDefault(wire.id(), 0);
        Rows advanced = t.rows(t.plan().nodes().get(wire.to()).id(), FactKind.INPUT_ADVANCED);
        for (int i = advanced.before(rows) - 1; i >= 0; i--) {
            if (t.fact(advanced.get(i)) instanceof Fact.InputAdvanced a && a.input() == input) return a.watermark();
        }
        return Watermark.NONE;
    }

    /** The two events that became this one, if it is a pair. */
    Optional<JoinNote.Paired> pair(long event) {
        return Optional.ofNullable(pairs.get(event));
    }

    /** The join that made it; "" if it is no pair. */
    String joinOf(long event) {
        return joins.getOrDefault(event, "");
    }

    long pairs(String node, int rows) {
        return count(paired, node, rows);
    }

    long unmatched(String node, int rows) {
        return count(unmatched, node, rows);
    }

    private static long count(Map<String, List<Integer>> of, String node, int rows) {
        return of.getOrDefault(node, List.of()).stream().takeWhile(r -> r < rows).count();
    }

    /** The pairs of a node so far, the newest first. */
    List<JoinNote.Paired> pairsOf(String node, int rows) {
        List<Integer> all = paired.getOrDefault(node, List.of());
        return all.subList(0, (int) count(paired, node, rows))
                .reversed()
                .stream()
                .flatMap(r -> trace.map(t -> t.fact(r)).stream())
                .flatMap(f -> f instanceof Fact.Noted n && n.note() instanceof JoinNote.Paired p
                        ? java.util.stream.Stream.of(p)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    /** The event of a stream that met a row of a table last, with that row. */
    Optional<JoinNote.LookedUp> lookedUp(String node, int rows) {
        int n = (int) count(lookups, node, rows);
        return n == 0 ? Optional.empty()
                : trace.map(t -> t.fact(lookups.getOrDefault(node, List.of()).get(n - 1)))
                        .flatMap(f -> f instanceof Fact.Noted noted && noted.note() instanceof JoinNote.LookedUp l
                                ? Optional.of(l)
                                : Optional.empty());
    }

    /** Until which watermark a join keeps an event, if it said so. */
    Optional<JoinNote.Kept> kept(long event, String node, int rows) {
        return trace.flatMap(t -> t.factsOf(event)
                .stream()
                .filter(f -> f.index() < rows && f.node().equals(node))
                .flatMap(f -> f instanceof Fact.Noted n && n.note() instanceof JoinNote.Kept k
                        ? java.util.stream.Stream.of(k)
                        : java.util.stream.Stream.empty())
                .reduce((a, b) -> b));
    }

    /** A node's last snapshot: for which checkpoint, and when. */
    record Snapshot(long checkpoint, long at) {}

    Optional<Snapshot> snapshot(String node, int rows) {
        return snapshots.getOrDefault(node, List.of())
                .stream()
                .takeWhile(r -> r < rows)
                .reduce((a, b) -> b)
                .flatMap(r -> trace.map(t -> t.fact(r)))
                .flatMap(f -> f instanceof Fact.Noted n && n.note() instanceof FaultNote.Snapshot s
                        ? Optional.of(new Snapshot(s.checkpoint(), n.at()))
                        : Optional.empty());
    }

    /** What each instance of a node has to do. */
    public Deals deals() {
        return deals;
    }

    Commits commits() {
        return commits;
    }

    Gone gone() {
        return gone;
    }

    /** What was lost for good in these rows of the trace, by all nodes. */
    List<Losses.Loss> lostIn(int from, int to) {
        return losses.stream().filter(l -> l.row() >= from && l.row() < to).toList();
    }

    /** What was lost for good to a node. */
    List<Losses.Loss> lost(String node, int rows) {
        return losses.stream().filter(l -> l.row() < rows && l.node().equals(node)).toList();
    }

    /** When something happened, ms of processing time. */
    long at(Losses.Loss loss) {
        return trace.map(t -> t.at(loss.row())).orElse(Long.MIN_VALUE);
    }

    /** Whether this is what was sent before, sent once more. */
    boolean replayed(long event, int rows) {
        return replays.replayed(event, rows);
    }

    /** Whether it stands in a sink for the second time, since it was sent once more. */
    boolean doubled(String sink, long event, long at) {
        return replays.doubled(sink, event, at);
    }

    /** Crashes of single instances of nodes, as the plan has them. */
    boolean crashes(String node, int instance, long at) {
        return trace.map(t -> t.plan()
                .recovery()
                .crashes()
                .stream()
                .filter(c -> c.at() == at)
                .anyMatch(c -> switch (c.what()) {
                    case millrace.compile.Recovery.Target.OfNode n -> is(t, n.node(), node);
                    case millrace.compile.Recovery.Target.OfInstance i ->
                            is(t, i.node(), node) && i.instance() == instance;
                    case millrace.compile.Recovery.Target.OfConsumer c2 -> false;
                    case millrace.compile.Recovery.Target.OfCoordinator c2 -> false;
                })).orElse(false);
    }

    private static boolean is(Trace trace, int number, String node) {
        return trace.plan().nodes().get(number).id().equals(node);
    }
}
