package millrace.app.editor;

import java.util.List;
import java.util.Optional;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.PortRef;

/**
 * Which ports fit each other: an output and an input of another node that takes what comes, not twice, no second wire where
 * only one may end, no way round in a circle.
 */
public record Wiring(Types types) {
    /** What a wire with an end at this port may lead to; for many questions about one wire. */
    public Partners partners(Design design, PortRef port, boolean output) {
        return new Partners(this, design, port, output);
    }

    /** Why there can be no such wire; nothing if there can. */
    public Optional<Refusal> refusal(Design design, PortRef from, PortRef to) {
        return partners(design, from, true).refusal(to, false);
    }

    public boolean fits(Design design, PortRef from, PortRef to) {
        return refusal(design, from, to).isEmpty();
    }

    public List<PortSpec> inputs(Node node) {
        return types.of(node).map(t -> t.inputs(node.settings())).orElse(List.of());
    }

    public List<PortSpec> outputs(Node node) {
        return types.of(node).map(t -> t.outputs(node.settings())).orElse(List.of());
    }

    /** The port of a new node of the type at which a wire from this output (or to this input) would end. */
    public Optional<PortSpec> portOfNew(NodeType type, Design design, PortRef anchor, boolean fromOutput) {
        return firstOf(type, partners(design, anchor, fromOutput), fromOutput);
    }

    private static Optional<PortSpec> firstOf(NodeType type, Partners partners, boolean fromOutput) {
        return partners.firstOf(fromOutput ? type.inputs(type.initial()) : type.outputs(type.initial()));
    }

    /** Those of the types of which a new node can stand at the other end of a wire from this output, or to this input. */
    public List<NodeType> offers(List<NodeType> all, Design design, PortRef anchor, boolean fromOutput) {
        Partners partners = partners(design, anchor, fromOutput);
        return all.stream().filter(t -> firstOf(t, partners, fromOutput).isPresent()).toList();
    }
}
