package millrace.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.PortRef;
import millrace.design.Wire;

/** How a node is put into the middle of a wire. */
record Insertion(Types types) {
    Design between(Design design, Node node, String id) {
        Optional<Wire> wire = design.wires().stream().filter(w -> w.id().equals(id)).findFirst();
        Optional<PortRef> in = firstInput(node);
        Optional<PortRef> out = firstOutput(node);
        if (wire.isEmpty() || in.isEmpty() || out.isEmpty()) return design;
        List<Wire> wires = new ArrayList<>(design.wires());
        int place = wires.indexOf(wire.get());
        wires.set(place, new Wire(wire.get().from(), in.get(), wire.get().settings()));
        wires.add(place + 1, new Wire(out.get(), wire.get().to(), wire.get().settings()));
        return design.withWires(wires);
    }

    Optional<PortRef> firstInput(Node node) {
        return new Wiring(types).inputs(node).stream().findFirst().map(p -> new PortRef(node.id(), p.name()));
    }

    Optional<PortRef> firstOutput(Node node) {
        return new Wiring(types).outputs(node).stream().findFirst().map(p -> new PortRef(node.id(), p.name()));
    }
}
