package millrace.app.lanes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import millrace.app.text.Texts;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/** Reads from a trace what each output of each node put out, and what reached the nodes that have none. */
final class LaneReader {
    private final Trace trace;
    private final UnaryOperator<String> names;

    /** One thing that left. */
    private record Left(long at, int row, long event) {}

    LaneReader(Trace trace, UnaryOperator<String> names) {
        this.trace = trace;
        this.names = names;
    }

    List<Lane> lanes() {
        List<TreeMap<Integer, List<Left>>> left = new ArrayList<>();
        List<Set<Long>> known = new ArrayList<>();
        for (int i = 0; i < trace.plan().nodes().size(); i++) {
            left.add(new TreeMap<>());
            known.add(new HashSet<>());
        }
        delivered(left, known);
        born(left, known);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < left.size(); i++)
            lanes.addAll(lanes(i, left.get(i)));
        return lanes;
    }

    /** What went over a wire left its sender; over several wires of one output it left once. */
    private void delivered(List<TreeMap<Integer, List<Left>>> left, List<Set<Long>> known) {
        TreeMap<String, Plan.PlanWire> wires = new TreeMap<>();
        trace.plan().wires().forEach(w -> wires.put(w.id(), w));
        Set<Seen> seen = new HashSet<>();
        trace.rows(FactKind.DELIVERED).stream().mapToObj(trace::fact).forEach(f -> {
            if (!(f instanceof Fact.Delivered d) || !(d.element() instanceof Event e)) return;
            Plan.PlanWire wire = wires.get(d.wire());
            if (wire == null || !seen.add(new Seen(wire.from(), wire.output(), e.id))) return;
            known.get(wire.from()).add(e.id);
            left.get(wire.from())
                    .computeIfAbsent(wire.output(), o -> new ArrayList<>())
                    .add(new Left(d.sentAt(), d.index(), e.id));
        });
    }

    private record Seen(int node, int output, long event) {}

    /** What no wire took is told by its birth; what reached a sink by its coming. */
    private void born(List<TreeMap<Integer, List<Left>>> left, List<Set<Long>> known) {
        for (FactKind kind : List.of(FactKind.EMITTED, FactKind.DERIVED, FactKind.FIRED, FactKind.REACHED))
            trace.rows(kind).stream().mapToObj(trace::fact).forEach(f -> f.subject().ifPresent(e -> {
                int node = trace.plan().nodeNumber(f.node());
                if (known.get(node).add(e.id))
                    left.get(node).computeIfAbsent(0, o -> new ArrayList<>()).add(new Left(f.at(), f.index(), e.id));
            }));
    }

    private List<Lane> lanes(int number, TreeMap<Integer, List<Left>> left) {
        Plan.PlanNode node = trace.plan().nodes().get(number);
        trace.plan().wires().forEach(w -> {
            if (w.from() == number) left.computeIfAbsent(w.output(), o -> new ArrayList<>());
        });
        if (left.isEmpty()) left.put(0, new ArrayList<>());
        List<Lane> lanes = new ArrayList<>();
        left.forEach((output, things) -> lanes.add(lane(node, output, things, left.size() > 1)));
        return lanes;
    }

    private Lane lane(Plan.PlanNode node, int output, List<Left> things, boolean several) {
        things.sort(Comparator.comparingLong(Left::at).thenComparingInt(Left::row));
        String port = output < node.outputPorts().size() ? node.outputPorts().get(output) : "";
        String name = several && output > 0 || several && !port.equals("out")
                ? Texts.of("lanes.output", names.apply(node.id()), port)
                : names.apply(node.id());
        var types = node.outputs().isEmpty() ? node.inputs() : node.outputs();
        boolean table = output < types.size() && types.get(output).schema().changelog();
        return Lane.of(node.id(), output, name, table, things.stream().mapToLong(Left::at).toArray(),
                things.stream().mapToInt(Left::row).toArray(), things.stream().mapToLong(Left::event).toArray());
    }
}
