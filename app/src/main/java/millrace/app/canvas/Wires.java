package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import millrace.design.Design;
import millrace.design.Wire;

/** The wires of a design by their ids and by the nodes at their ends. */
final class Wires {
    private final SequencedMap<String, Wire> all = new LinkedHashMap<>();
    private final Map<String, List<Wire>> into = new HashMap<>();
    private final Map<String, List<Wire>> outOf = new HashMap<>();

    Wires(Design design) {
        for (Wire wire : design.wires()) {
            all.put(wire.id(), wire);
            into.computeIfAbsent(wire.to().node(), k -> new ArrayList<>(2)).add(wire);
            outOf.computeIfAbsent(wire.from().node(), k -> new ArrayList<>(2)).add(wire);
        }
    }

    SequencedMap<String, Wire> all() {
        return all;
    }

    List<Wire> into(String node) {
        return into.getOrDefault(node, List.of());
    }

    List<Wire> outOf(String node) {
        return outOf.getOrDefault(node, List.of());
    }
}
