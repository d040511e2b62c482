package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.event.Event;
import millrace.operator.Log;
import millrace.operator.Work;
import millrace.simulation.Share;
import millrace.trace.Fact;
import millrace.trace.Rows;
import millrace.trace.Trace;

/** What each instance of a node has to do: the keys that came to it, or the partitions that are its own. */
final class Deals {
    static final Deals NONE = new Deals();

    /** A key that came to an instance first in this row of the trace. */
    private record Key(int row, String key, int instance) {}

    private final Map<String, List<Key>> keys = new HashMap<>();
    private final Map<String, List<List<Integer>>> partitions = new HashMap<>();

    private Deals() {}

    static Deals of(Trace trace) {
        Deals deals = new Deals();
        for (PlanNode node : trace.plan().nodes())
            if (node.effort().instances() > 1) deals.read(trace, node.id());
        return deals;
    }

    private void read(Trace trace, String node) {
        Map<String, Share> shares = new HashMap<>();
        for (PlanWire wire : trace.plan().wires())
            if (trace.plan().nodes().get(wire.to()).id().equals(node)) share(trace.plan(), wire, shares);
        Set<Key> seen = new HashSet<>();
        List<Key> found = new ArrayList<>();
        Rows received = shares.isEmpty() ? trace.received("") : trace.received(node);
        for (int i = 0; i < received.size(); i++)
            if (trace.fact(received.get(i)) instanceof Fact.Delivered d && d.element() instanceof Event e)
                key(shares.get(d.wire()), e, received.get(i)).filter(k -> seen.add(new Key(0, k.key, k.instance)))
                        .ifPresent(found::add);
        keys.put(node, found);
    }

    private void share(Plan plan, PlanWire wire, Map<String, Share> shares) {
        Optional<Share> share = Share.lasting(plan, wire);
        share.filter(s -> !s.asPartitioned() && s.field() >= 0).ifPresent(s -> shares.put(wire.id(), s));
        share.filter(Share::asPartitioned)
                .ifPresent(s -> log(plan, wire.from()).ifPresent(log -> partitions
                        .put(plan.nodes().get(wire.to()).id(), dealt(log.partitions(), s.instances()))));
    }

    private static Optional<Key> key(@org.jspecify.annotations.Nullable Share share, Event event, int row) {
        if (share == null || event.value(share.field()) == null) return Optional.empty();
        return Optional.of(new Key(row, String.valueOf(event.value(share.field())), share.instance(event, 0)));
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

    /** The keys that had come to an instance (counted from 0), in order. */
    List<String> keys(String node, int instance, int rows) {
        return keys.getOrDefault(node, List.of())
                .stream()
                .filter(k -> k.instance == instance && k.row < rows)
                .map(Key::key)
                .toList();
    }

    /** The partitions that an instance has, if it has some of its own. */
    List<Integer> partitions(String node, int instance) {
        List<List<Integer>> all = partitions.getOrDefault(node, List.of());
        return instance < all.size() ? all.get(instance) : List.of();
    }
}
