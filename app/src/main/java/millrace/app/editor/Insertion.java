package millrace.app.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.catalog.PortSpec.Carries;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Wire;

/** How nodes are put into the middle of a wire: through ports that fit, of which at most one side is wired already. */
public record Insertion(Types types) {
    /** The ports by which the nodes sit in the wire. */
    private record Seat(Wire wire, PortRef in, PortRef out) {}

    /** The two ends of nodes that are joined in a row. */
    private record Row(String first, String last) {}

    /** Whether these nodes, one or several in a row, can be put into this wire. */
    public boolean fits(Design design, Collection<String> nodes, String wire) {
        return seat(design, nodes, wire).isPresent();
    }

    /** Whether a new node of the type can be put into this wire. */
    public boolean fits(Design design, NodeType type, String wire) {
        Node node = Changes.fresh(design, type, new Point(0, 0));
        return fits(design.add(node), Set.of(node.id()), wire);
    }

    /** The design with the nodes in the wire, if they fit; otherwise as it is. */
    Design between(Design design, Collection<String> nodes, String wire) {
        return seat(design, nodes, wire).map(seat -> seated(design, seat)).orElse(design);
    }

    private static Design seated(Design design, Seat seat) {
        List<Wire> wires = new ArrayList<>(design.wires());
        Wire wire = seat.wire();
        int place = wires.indexOf(wire);
        wires.set(place, new Wire(wire.from(), seat.in(), wire.settings()));
        wires.add(place + 1, new Wire(seat.out(), wire.to(), wire.settings()));
        return design.withWires(wires);
    }

    private Optional<Seat> seat(Design design, Collection<String> nodes, String id) {
        Optional<Wire> wire = design.wires()
                .stream()
                .filter(w -> w.id().equals(id))
                .filter(w -> !nodes.contains(w.from().node()) && !nodes.contains(w.to().node()))
                .findFirst();
        Optional<Row> row = wire.isEmpty() ? Optional.empty() : row(design, nodes);
        return row.flatMap(r -> seat(design, r, wire.orElseThrow()));
    }

    private Optional<Seat> seat(Design design, Row row, Wire wire) {
        Wiring wiring = new Wiring(types);
        Design without = design.removeWire(wire.id());
        Partners before = wiring.partners(without, wire.from(), true);
        Partners after = wiring.partners(without, wire.to(), false);
        List<PortRef> ins = ports(row.first(), design.node(row.first()).map(wiring::inputs).orElse(List.of()))
                .stream()
                .filter(p -> before.refusal(p, false).isEmpty())
                .toList();
        List<PortRef> outs = ports(row.last(), mainOutputs(design.node(row.last()).map(wiring::outputs)))
                .stream()
                .filter(p -> after.refusal(p, true).isEmpty())
                .toList();
        return seat(wire, ins, p -> without.wires().stream().noneMatch(w -> w.to().equals(p)), outs,
                p -> without.wires().stream().noneMatch(w -> w.from().equals(p)));
    }

    /** Ports without wires are taken first; a node that has wires on both sides stays where it is. */
    private static Optional<Seat> seat(Wire wire, List<PortRef> ins, Predicate<PortRef> freeIn, List<PortRef> outs,
            Predicate<PortRef> freeOut) {
        Optional<PortRef> in = ins.stream().filter(freeIn).findFirst();
        Optional<PortRef> out = outs.stream().filter(freeOut).findFirst();
        if (ins.isEmpty() || outs.isEmpty() || in.isEmpty() && out.isEmpty()) return Optional.empty();
        return Optional.of(new Seat(wire, in.orElse(ins.getFirst()), out.orElse(outs.getFirst())));
    }

    /** What goes on from a node; late and failed events leave aside. */
    private static List<PortSpec> mainOutputs(Optional<List<PortSpec>> outputs) {
        return outputs.orElse(List.of()).stream().filter(p -> p.carries() != Carries.LATE).toList();
    }

    private static List<PortRef> ports(String node, List<PortSpec> specs) {
        return specs.stream().map(p -> new PortRef(node, p.name())).toList();
    }

    /** The ends of the row that the nodes make by the wires among them; nothing if they make none. */
    private static Optional<Row> row(Design design, Collection<String> nodes) {
        Map<String, String> next = new HashMap<>();
        Set<String> later = new HashSet<>();
        for (Wire wire : design.wires()) {
            String from = wire.from().node();
            String to = wire.to().node();
            if (!nodes.contains(from) || !nodes.contains(to)) continue;
            boolean forks = next.put(from, to) != null;
            if (forks || !later.add(to)) return Optional.empty();
        }
        List<String> firsts = nodes.stream().filter(n -> !later.contains(n)).toList();
        return firsts.size() == 1 ? Optional.of(new Row(firsts.getFirst(), last(firsts.getFirst(), next)))
                : Optional.empty();
    }

    private static String last(String first, Map<String, String> next) {
        String at = first;
        while (next.containsKey(at))
            at = next.getOrDefault(at, at);
        return at;
    }
}
