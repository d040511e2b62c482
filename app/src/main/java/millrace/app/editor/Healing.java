package millrace.app.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import millrace.catalog.PortSpec;
import millrace.catalog.PortSpec.Carries;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.PortRef;
import millrace.design.Wire;

/** Takes nodes out of a design and joins what they stood between: what fed them feeds what they fed, where that fits. */
record Healing(Types types) {
    Design without(Design design, Collection<String> gone) {
        Design left = design;
        for (String id : gone)
            left = left.removeNode(id);
        Set<PortRef> late = late(design, gone);
        List<Wire> wires = new ArrayList<>();
        for (Wire wire : design.wires()) {
            boolean fromThere = gone.contains(wire.from().node());
            boolean toThere = gone.contains(wire.to().node());
            if (!fromThere && !toThere) wires.add(wire);
            if (fromThere || !toThere) continue;
            for (PortRef end : ahead(design, gone, wire.to().node(), late)) {
                if (!new Wiring(types).fits(left, wire.from(), end)) continue;
                Wire healed = new Wire(wire.from(), end, wire.settings());
                left = left.add(healed);
                wires.add(healed);
            }
        }
        return left.withWires(wires);
    }

    /** The inputs that are fed by the nodes which go, from this one on. */
    private static SequencedSet<PortRef> ahead(Design design, Collection<String> gone, String start,
            Set<PortRef> late) {
        SequencedSet<PortRef> ends = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String node = open.poll();
            if (!seen.add(node)) continue;
            for (Wire wire : design.outOf(node)) {
                if (late.contains(wire.from())) continue;
                if (gone.contains(wire.to().node())) open.add(wire.to().node());
                else
                    ends.add(wire.to());
            }
        }
        return ends;
    }

    /** Outputs by which late and failed events leave: what came in does not belong there. */
    private Set<PortRef> late(Design design, Collection<String> gone) {
        return design.nodes()
                .stream()
                .filter(n -> gone.contains(n.id()))
                .flatMap(n -> new Wiring(types).outputs(n).stream().filter(Healing::late).map(p -> ref(n, p)))
                .collect(Collectors.toSet());
    }

    private static boolean late(PortSpec port) {
        return port.carries() == Carries.LATE;
    }

    private static PortRef ref(Node node, PortSpec port) {
        return new PortRef(node.id(), port.name());
    }
}
