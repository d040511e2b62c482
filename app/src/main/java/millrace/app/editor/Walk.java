package millrace.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Wire;

/** The order in which one walks from node to node: along the wires, from each source to its ends, then from the next. */
public final class Walk {
    private Walk() {}

    /** The node after (or before) this one; after the last comes the first. */
    public static String next(Design design, String from, boolean back) {
        List<String> order = order(design);
        return order.get(Math.floorMod(order.indexOf(from) + (back ? -1 : 1), order.size()));
    }

    static List<String> order(Design design) {
        Map<String, List<Wire>> out = design.wires().stream().collect(Collectors.groupingBy(w -> w.from().node()));
        Set<String> fed = design.wires().stream().map(w -> w.to().node()).collect(Collectors.toSet());
        SequencedSet<String> order = new LinkedHashSet<>();
        List<String> ids = design.nodes().stream().map(Node::id).toList();
        ids.stream().filter(id -> !fed.contains(id)).forEach(id -> along(id, out, order));
        ids.forEach(id -> along(id, out, order));
        order.retainAll(ids);
        return List.copyOf(order);
    }

    private static void along(String start, Map<String, List<Wire>> out, SequencedSet<String> order) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String node = open.pop();
            if (!order.add(node)) continue;
            for (Wire wire : out.getOrDefault(node, List.of()).reversed())
                open.push(wire.to().node());
        }
    }
}
