package millrace.app.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.PortRef;
import millrace.design.Wire;

/**
 * What holds of every design that a hand has made, whatever was done and undone: ids are unique, wires lead from an output to
 * an input that is there, only one where only one may end, and never round in a circle; what is selected is there. Nodes of
 * unknown type have every port.
 */
public record WellFormed(Types types) {
    /** What does not hold, in words; empty if all is well. */
    public List<String> faults(EditorState state) {
        List<String> faults = new ArrayList<>(faults(state.design()));
        if (!Selection.all(state.design()).contains(state.selection())) faults.add(Words.of("not-there"));
        return faults;
    }

    public List<String> faults(Design design) {
        List<String> faults = new ArrayList<>();
        once(design.nodes().stream().map(Node::id), "same-id", faults);
        once(design.notes().stream().map(Note::id), "same-id", faults);
        once(design.frames().stream().map(Frame::id), "same-id", faults);
        once(design.wires().stream().map(Wire::id), "twice", faults);
        ends(design, faults);
        if (goesRound(design)) faults.add(Words.of("round"));
        return faults;
    }

    private static void once(Stream<String> ids, String fault, List<String> faults) {
        Set<String> seen = new HashSet<>();
        ids.filter(id -> !seen.add(id)).forEach(id -> faults.add(Words.of(fault, id)));
    }

    private void ends(Design design, List<String> faults) {
        Map<String, Node> nodes = new HashMap<>();
        design.nodes().forEach(n -> nodes.put(n.id(), n));
        Set<PortRef> taken = new HashSet<>();
        for (Wire wire : design.wires()) {
            Optional<PortSpec> to = port(nodes, wire.to(), false);
            if (to.isEmpty() || port(nodes, wire.from(), true).isEmpty()) faults.add(Words.of("no-end", wire.id()));
            else if (!taken.add(wire.to()) && !to.get().many())
                faults.add(Words.of("second-wire", wire.to().toString()));
        }
    }

    private Optional<PortSpec> port(Map<String, Node> nodes, PortRef ref, boolean output) {
        return Optional.ofNullable(nodes.get(ref.node())).flatMap(node -> {
            Optional<NodeType> type = types.of(node);
            if (type.isEmpty()) return Optional.of(new PortSpec(ref.port(), PortSpec.Carries.EVENTS, true));
            List<PortSpec> ports = output ? type.get().outputs(node.settings()) : type.get().inputs(node.settings());
            return ports.stream().filter(p -> p.name().equals(ref.port())).findFirst();
        });
    }

    /** Takes away nodes that nothing comes to, until none is left, or only those on a circle and behind it. */
    private static boolean goesRound(Design design) {
        Map<String, Integer> into = new HashMap<>();
        Map<String, List<String>> next = new HashMap<>();
        for (Wire wire : design.wires()) {
            into.merge(wire.to().node(), 1, Integer::sum);
            into.putIfAbsent(wire.from().node(), 0);
            next.computeIfAbsent(wire.from().node(), n -> new ArrayList<>()).add(wire.to().node());
        }
        List<String> free = new ArrayList<>(into.keySet().stream().filter(n -> into.getOrDefault(n, 0) == 0).toList());
        int taken = 0;
        while (!free.isEmpty()) {
            taken++;
            for (String node : next.getOrDefault(free.removeLast(), List.of())) {
                if (into.merge(node, -1, Integer::sum) == 0) free.add(node);
            }
        }
        return taken < into.size();
    }
}
