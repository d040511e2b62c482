package millrace.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import millrace.catalog.PortSpec;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.PortRef;
import millrace.design.Wire;

/**
 * The ports that a wire with one end at a given port may lead to, and why not to the others. All searching is done once,
 * when the wire is begun, so that every port can be asked about in every frame.
 */
public final class Partners {
    private final PortRef anchor;
    private final boolean output;
    /** The nodes whose type is not known, with its id. */
    private final Map<String, String> unknown = new HashMap<>();
    private final Map<PortRef, PortSpec> ins = new HashMap<>();
    private final Map<PortRef, PortSpec> outs = new HashMap<>();
    /** Nodes to which a wire would close a circle. */
    private final Set<String> round;
    /** Ports that have a wire to the anchor. */
    private final Set<PortRef> wired;
    /** Nodes to which changes of a table come. */
    private final Set<String> changed;
    /** Inputs that have a wire. */
    private final Set<PortRef> fed;

    /** @param output whether the end that is given is an output */
    Partners(Wiring wiring, Design design, PortRef anchor, boolean output) {
        this.anchor = anchor;
        this.output = output;
        design.nodes().forEach(node -> know(node, wiring));
        round = reached(design.wires(), anchor.node(), output);
        changed = changed(design.wires());
        wired = design.wires()
                .stream()
                .filter(w -> (output ? w.from() : w.to()).equals(anchor))
                .map(w -> output ? w.to() : w.from())
                .collect(Collectors.toSet());
        fed = design.wires().stream().map(Wire::to).collect(Collectors.toSet());
    }

    private void know(Node node, Wiring wiring) {
        if (wiring.types().of(node).isEmpty()) unknown.put(node.id(), node.type());
        wiring.inputs(node).forEach(p -> ins.put(new PortRef(node.id(), p.name()), p));
        wiring.outputs(node).forEach(p -> outs.put(new PortRef(node.id(), p.name()), p));
    }

    /** All nodes from which wires lead to this one, or all to which they lead from it. */
    private static Set<String> reached(List<Wire> wires, String start, boolean backwards) {
        Function<Wire, String> here = w -> backwards ? w.to().node() : w.from().node();
        Map<String, List<Wire>> next = wires.stream().collect(Collectors.groupingBy(here));
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String node = open.pop();
            if (!seen.add(node)) continue;
            for (Wire wire : next.getOrDefault(node, List.of()))
                open.push(backwards ? wire.from().node() : wire.to().node());
        }
        return seen;
    }

    /** Why a wire can't end at this port; nothing if it can. */
    public Optional<Refusal> refusal(PortRef port, boolean isOutput) {
        if (port.node().equals(anchor.node())) return Optional.of(new Refusal.SameNode());
        if (isOutput == output) return Optional.of(new Refusal.SameSide(output));
        if (wired.contains(port)) return Optional.of(new Refusal.AlreadyWired());
        Optional<Refusal> missing = missing(anchor, output).or(() -> missing(port, isOutput));
        if (missing.isPresent()) return missing;
        if (round.contains(port.node())) return Optional.of(new Refusal.Cycle());
        PortSpec other = spec(port, isOutput).orElseThrow();
        return taken(output ? port : anchor).or(() -> carries(port, other));
    }

    private Optional<PortSpec> spec(PortRef port, boolean isOutput) {
        return Optional.ofNullable((isOutput ? outs : ins).get(port));
    }

    private Optional<Refusal> missing(PortRef port, boolean isOutput) {
        if (unknown.containsKey(port.node()))
            return Optional.of(new Refusal.UnknownType(unknown.getOrDefault(port.node(), "")));
        return spec(port, isOutput).isPresent() ? Optional.empty() : Optional.of(new Refusal.NoPort(port.port()));
    }

    private Optional<Refusal> taken(PortRef input) {
        boolean one = spec(input, false).filter(p -> !p.many()).isPresent();
        return one && fed.contains(input) ? Optional.of(new Refusal.Taken()) : Optional.empty();
    }

    private Optional<Refusal> carries(PortRef port, PortSpec other) {
        PortSpec own = spec(anchor, output).orElseThrow();
        boolean changes = output ? own.givesChanges(changed.contains(anchor.node()))
                : other.givesChanges(changed.contains(port.node()));
        boolean takes = !changes || (output ? other : own).takesChanges();
        return takes ? Optional.empty() : Optional.of(new Refusal.CarriesOther());
    }

    /** All nodes to which changes of a table come, through others that pass them on. */
    private Set<String> changed(List<Wire> wires) {
        Map<String, List<Wire>> next = wires.stream().collect(Collectors.groupingBy(w -> w.from().node()));
        Set<String> seen = new HashSet<>();
        Deque<Wire> open = new ArrayDeque<>(wires.stream().filter(w -> gives(w.from(), false)).toList());
        while (!open.isEmpty()) {
            String node = open.pop().to().node();
            if (!seen.add(node)) continue;
            next.getOrDefault(node, List.of()).stream().filter(w -> gives(w.from(), true)).forEach(open::push);
        }
        return seen;
    }

    private boolean gives(PortRef port, boolean comeIn) {
        return spec(port, true).filter(p -> p.givesChanges(comeIn)).isPresent();
    }

    /** The first of the ports of a node that is yet to come (inputs if the anchor is an output) to which a wire fits. */
    public Optional<PortSpec> firstOf(List<PortSpec> ofNew) {
        if (missing(anchor, output).isPresent() || !output && taken(anchor).isPresent()) return Optional.empty();
        return ofNew.stream().filter(p -> carries(new PortRef("", p.name()), p).isEmpty()).findFirst();
    }
}
