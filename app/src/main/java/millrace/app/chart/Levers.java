package millrace.app.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.operator.Restamp;
import millrace.operator.SourceSpec;
import millrace.operator.TimeDomain;
import millrace.operator.WatermarkSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;

/** What of a node can be set by dragging, and what it is now, ms. What is not there cannot. */
public record Levers(Map<Lever, Long> values) {
    public static final Levers NONE = new Levers(Map.of());

    public Levers {
        values = Map.copyOf(values);
    }

    /** Where a watermark with a bound is made: the setting of a source, or of the node that reads times anew. */
    public record Maker(String node, String path, long bound) {}

    OptionalLong of(Lever lever) {
        return Optional.ofNullable(values.get(lever)).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    boolean has(Lever lever) {
        return values.containsKey(lever);
    }

    static Levers of(Plan plan, PlanNode node) {
        Map<Lever, Long> found = new EnumMap<>(Lever.class);
        makers(plan, node.id()).stream().findFirst().ifPresent(m -> found.put(Lever.BOUND, m.bound()));
        window(node).ifPresent(w -> {
            put(w.window(), found);
            boolean kept = w.domain() == TimeDomain.EVENT && w.lateness() < Long.MAX_VALUE;
            if (kept && !(w.window() instanceof WindowSpec.Count)) found.put(Lever.LATENESS, w.lateness());
        });
        return new Levers(found);
    }

    static Optional<WindowOperator> window(PlanNode node) {
        return node.work() instanceof Work.Transform t && t.operator() instanceof WindowOperator w ? Optional.of(w)
                : Optional.empty();
    }

    private static void put(WindowSpec window, Map<Lever, Long> found) {
        switch (window) {
            case WindowSpec.Tumbling t -> edges(t.size(), t.offset(), found);
            case WindowSpec.Sliding s -> edges(s.size(), s.offset(), found);
            case WindowSpec.Cumulate c -> edges(c.max(), c.offset(), found);
            case WindowSpec.Session s -> found.put(Lever.GAP, s.gap());
            case WindowSpec.EventSliding e -> {
            }
            case WindowSpec.Global g -> {
            }
            case WindowSpec.Count c -> {
            }
        }
    }

    private static void edges(long size, long offset, Map<Lever, Long> found) {
        found.put(Lever.SIZE, size);
        found.put(Lever.OFFSET, offset);
    }

    /** The bounds that the watermark of a node follows: those that are made nearest to it on each way back to a source. */
    public static List<Maker> makers(Plan plan, String node) {
        List<Maker> found = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(plan.nodeNumber(node)));
        TreeSet<Integer> seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            PlanNode at = plan.nodes().get(open.poll());
            Optional<Maker> maker = maker(at);
            maker.ifPresent(found::add);
            if (maker.isEmpty()) before(plan, at, seen, open);
        }
        return found;
    }

    private static void before(Plan plan, PlanNode node, TreeSet<Integer> seen, Deque<Integer> open) {
        int number = plan.nodeNumber(node.id());
        for (PlanWire wire : plan.wires()) {
            if (wire.to() == number && seen.add(wire.from())) open.add(wire.from());
        }
    }

    private static Optional<Maker> maker(PlanNode node) {
        return switch (node.work()) {
            case Work.Source s -> bound(s.spec()).map(b -> new Maker(node.id(), "watermark.bound", b));
            case Work.Transform t when t.operator() instanceof Restamp r
                    && r.time() instanceof Restamp.Time.Anew(long bound) ->
                    Optional.of(new Maker(node.id(), "bound", bound));
            case Work.Transform t -> Optional.empty();
            case Work.Sink s -> Optional.empty();
        };
    }

    private static Optional<Long> bound(SourceSpec spec) {
        return spec.timing().watermark() instanceof WatermarkSpec.Bounded(long bound) ? Optional.of(bound)
                : Optional.empty();
    }
}
