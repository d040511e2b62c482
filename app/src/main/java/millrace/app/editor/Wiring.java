package millrace.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.PortRef;
import millrace.design.Wire;

/**
 * Which ports fit each other: an output and an input of another node, not twice, no second wire where only one may end,
 * no way round in a circle.
 */
public record Wiring(Types types) {
    public boolean fits(Design design, PortRef from, PortRef to) {
        return !from.node().equals(to.node()) && hasOutput(design, from) && takes(design, to)
                && design.wires().stream().noneMatch(w -> w.from().equals(from) && w.to().equals(to))
                && !reaches(design, to.node(), from.node());
    }

    public List<PortSpec> inputs(Node node) {
        return types.of(node).map(t -> t.inputs(node.settings())).orElse(List.of());
    }

    public List<PortSpec> outputs(Node node) {
        return types.of(node).map(t -> t.outputs(node.settings())).orElse(List.of());
    }

    private boolean hasOutput(Design design, PortRef from) {
        return design.node(from.node()).stream().flatMap(n -> outputs(n).stream()).anyMatch(named(from));
    }

    private boolean takes(Design design, PortRef to) {
        return design.node(to.node())
                .stream()
                .flatMap(n -> inputs(n).stream())
                .filter(named(to))
                .anyMatch(p -> p.many() || free(design, to));
    }

    private static java.util.function.Predicate<PortSpec> named(PortRef ref) {
        return port -> port.name().equals(ref.port());
    }

    private static boolean free(Design design, PortRef input) {
        return design.wires().stream().noneMatch(w -> w.to().equals(input));
    }

    /** Whether a way along wires leads from one node to the other. */
    private static boolean reaches(Design design, String start, String goal) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String node = open.pop();
            if (node.equals(goal)) return true;
            if (seen.add(node)) design.outOf(node).forEach(w -> open.push(w.to().node()));
        }
        return false;
    }

    /** Whether a new node of the type could stand at the other end of a wire from (or to) this port. */
    public boolean offers(NodeType type, boolean fromOutput) {
        return !(fromOutput ? type.inputs(type.initial()) : type.outputs(type.initial())).isEmpty();
    }

    /** Whether a new node of the type can stand in the middle of a wire. */
    public boolean goesBetween(NodeType type) {
        return offers(type, true) && offers(type, false);
    }

    /** Whether this node, which is there, can be put in the middle of this wire: it has no wires yet. */
    public boolean goesBetween(Design design, Node node, Wire wire) {
        boolean own = wire.from().node().equals(node.id()) || wire.to().node().equals(node.id());
        return !own && design.into(node.id()).isEmpty() && design.outOf(node.id()).isEmpty() && !inputs(node).isEmpty()
                && !outputs(node).isEmpty();
    }
}
