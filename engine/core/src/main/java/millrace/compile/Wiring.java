package millrace.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import millrace.catalog.Catalog;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Node;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Wire;

/**
 * The graph of a design: which nodes have a known type, which wires lead from a port to a port, and an order in which
 * every node follows those that feed it.
 */
final class Wiring {
    /** A wire whose ends exist, by the numbers of its ports. */
    record Link(Wire wire, int output, int input) {}

    /** A node and its type. */
    record Typed(Node node, NodeType type) {}

    private final Design design;
    private final Problems out;
    private final Map<String, Typed> nodes = new LinkedHashMap<>();
    private final Map<String, List<Link>> into = new HashMap<>();
    private final Map<String, List<Link>> outOf = new HashMap<>();
    /** Nodes at the end of a wire whose beginning is wrong: that they get nothing is said already. */
    private final Set<String> fedByUnknown = new HashSet<>();

    private Wiring(Design design, Problems out) {
        this.design = design;
        this.out = out;
    }

    static Wiring of(Design design, Problems out) {
        Wiring wiring = new Wiring(design, out);
        wiring.findTypes();
        wiring.findWires();
        return wiring;
    }

    List<Link> into(String node) {
        return into.getOrDefault(node, List.of());
    }

    boolean fedByUnknown(String node) {
        return fedByUnknown.contains(node);
    }

    List<Link> outOf(String node) {
        return outOf.getOrDefault(node, List.of());
    }

    private void findTypes() {
        Set<String> seen = new HashSet<>();
        List<String> known = Catalog.types().stream().map(NodeType::id).toList();
        for (Node node : design.nodes()) {
            if (out.full()) return;
            if (!seen.add(node.id())) {
                out.accept(Problem.error(Location.node(node.id()), "compile.duplicate-id", node.id(),
                        design.freshId(node.id())));
                continue;
            }
            Optional<NodeType> type = Catalog.find(node.type());
            if (type.isPresent()) nodes.put(node.id(), new Typed(node, type.get()));
            else {
                out.accept(Problem.error(Location.setting(node.id(), "type"), "compile.unknown-type", node.type(),
                        Suggestion.of(node.type(), known)));
            }
        }
    }

    private void findWires() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < design.wires().size() && !out.full(); i++) {
            Wire wire = design.wires().get(i);
            if (!seen.add(wire.id())) {
                out.accept(Problem.warning(Location.setting("", "wires[" + i + "]"), "compile.duplicate-wire",
                        wire.id()));
                continue;
            }
            int output = port(wire.from(), false, "wires[" + i + "].from");
            int input = port(wire.to(), true, "wires[" + i + "].to");
            if (output >= 0 && input >= 0) add(new Link(wire, output, input));
            else
                fedByUnknown.add(wire.to().node());
        }
    }

    private void add(Link link) {
        outOf.computeIfAbsent(link.wire().from().node(), k -> new ArrayList<>()).add(link);
        into.computeIfAbsent(link.wire().to().node(), k -> new ArrayList<>()).add(link);
    }

    /** The number of the port; -1 if it can't be known, which is told unless a problem of the node says it already. */
    private int port(PortRef ref, boolean input, String where) {
        Typed typed = nodes.get(ref.node());
        if (typed == null) {
            if (design.node(ref.node()).isEmpty()) {
                out.accept(Problem.error(Location.setting("", where), "compile.unknown-node", ref.node(),
                        Suggestion.of(ref.node(), design.nodes().stream().map(Node::id).toList())));
            }
            return -1;
        }
        List<String> ports = ports(typed, input);
        int number = ports.indexOf(ref.port());
        if (number < 0) out.accept(noPort(ref, input, where, ports));
        return number;
    }

    private static List<String> ports(Typed typed, boolean input) {
        List<PortSpec> specs = input ? typed.type().inputs(typed.node().settings())
                : typed.type().outputs(typed.node().settings());
        return specs.stream().map(PortSpec::name).toList();
    }

    private static Problem noPort(PortRef ref, boolean input, String where, List<String> ports) {
        Location wire = Location.setting("", where);
        if (ports.isEmpty())
            return Problem.error(wire, input ? "compile.no-ports.in" : "compile.no-ports.out", ref.node());
        return Problem.error(wire, input ? "compile.unknown-port.in" : "compile.unknown-port.out", ref.node(),
                ref.port(), Suggestion.of(ref.port(), ports));
    }

    /** Every node after those that feed it, otherwise as in the design; nodes in a circle (which is told) are left out. */
    List<Typed> inOrder() {
        List<String> ids = List.copyOf(nodes.keySet());
        Map<String, Integer> place = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        for (String id : ids) {
            place.put(id, place.size());
            waiting.put(id, into(id).size());
        }
        PriorityQueue<String> ready = new PriorityQueue<>(Comparator.comparing(place::get));
        ids.stream().filter(id -> into(id).isEmpty()).forEach(ready::add);
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(id);
            for (Link link : outOf(id)) {
                if (waiting.merge(link.wire().to().node(), -1, Integer::sum) == 0) ready.add(link.wire().to().node());
            }
        }
        if (order.size() < ids.size()) circle(ids.stream().filter(id -> !order.contains(id)).toList());
        return typed(order);
    }

    private List<Typed> typed(List<String> ids) {
        List<Typed> typed = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(nodes.get(id)).ifPresent(typed::add));
        return typed;
    }

    /** Names one circle among nodes that wait for each other. */
    private void circle(List<String> left) {
        List<String> way = new ArrayList<>();
        String at = left.getFirst();
        while (!way.contains(at)) {
            way.add(at);
            at = into(at).stream().map(l -> l.wire().from().node()).filter(left::contains).findFirst().orElseThrow();
        }
        List<String> round = new ArrayList<>(way.subList(way.indexOf(at), way.size()).reversed());
        // Told from the node that stands first in the design, however it was found.
        Collections.rotate(round, -round.indexOf(left.stream().filter(round::contains).findFirst().orElseThrow()));
        round.add(round.getFirst());
        out.accept(Problem.error(Location.node(round.getFirst()), "compile.circle", String.join(" -> ", round)));
    }
}
