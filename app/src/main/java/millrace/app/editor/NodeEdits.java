package millrace.app.editor;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** Adding, moving, setting and removing nodes, and whatever goes with them. */
sealed interface NodeEdits permits Edits {
    /** The node types that settings and ports are asked of. */
    Types types();

    /** Adds a node of the type and selects it. */
    default Transaction add(NodeType type, Point at) {
        return Transaction.of(Words.of("add", type.title()), state -> {
            Node node = Changes.fresh(state.design(), type, at);
            return new EditorState(state.design().add(node), Selection.node(node.id()));
        });
    }

    /** Adds a node of the type at the other end of a wire from an output, or to an input: at its first port that fits. */
    default Transaction addWired(NodeType type, Point at, PortRef port, boolean fromOutput) {
        return Transaction.of(Words.of("add", type.title()), state -> {
            Node node = Changes.fresh(state.design(), type, at);
            Design added = state.design().add(node);
            Optional<Wire> wire = new Wiring(types()).portOfNew(type, state.design(), port, fromOutput)
                    .map(p -> new PortRef(node.id(), p.name()))
                    .map(own -> fromOutput ? new Wire(port, own) : new Wire(own, port));
            return new EditorState(wire.map(added::add).orElse(added), Selection.node(node.id()));
        });
    }

    /** Adds a node of the type in the middle of a wire. */
    default Transaction insert(NodeType type, Point at, String wire) {
        return Transaction.of(Words.of("insert", type.title()), state -> {
            Node node = Changes.fresh(state.design(), type, at);
            Design added = state.design().add(node);
            return new EditorState(new Insertion(types()).between(added, Set.of(node.id()), wire),
                    Selection.node(node.id()));
        });
    }

    /** Moves nodes, one or several in a row, into the middle of a wire; notes move along. */
    default Transaction insert(Selection what, double dx, double dy, String wire) {
        return Transaction.design(d -> Words.of("insert", Words.things(d, what)),
                design -> new Insertion(types()).between(Changes.shift(design, what, dx, dy), what.nodes(), wire));
    }

    /** Removes what is named, and joins what the nodes stood between. */
    default Transaction takeOut(Selection what) {
        Selection others = new Selection(new LinkedHashSet<>(), what.wires(), what.notes(), what.frames());
        Transaction rest = remove(others);
        return Transaction.of(d -> Words.of("take-out", Words.things(d, what)), state -> rest.change()
                .apply(state)
                .change(design -> new Healing(types()).without(design, what.nodes())));
    }

    /** Removes what is named, and the wires of nodes that go. */
    default Transaction remove(Selection what) {
        return Transaction.design(d -> Words.of("delete", Words.things(d, what)), design -> {
            Design next = design;
            for (String id : what.wires())
                next = next.removeWire(id);
            for (String id : what.nodes())
                next = next.removeNode(id);
            return next.withNotes(design.notes().stream().filter(n -> !what.notes().contains(n.id())).toList())
                    .withFrames(design.frames().stream().filter(f -> !what.frames().contains(f.id())).toList());
        });
    }

    /** Removes what is on the clipboard now. */
    default Transaction cut(Selection what) {
        Transaction remove = remove(what);
        return Transaction.of(d -> Words.of("cut", Words.things(d, what)), remove.change());
    }

    /** Moves nodes and notes by so many pixels. */
    default Transaction move(Selection what, double dx, double dy) {
        return Transaction.design(d -> Words.of("move", Words.things(d, what)),
                design -> Changes.shift(design, what, dx, dy));
    }

    /** Puts nodes in places, all in one step: for layout. */
    default Transaction place(String name, Map<String, Point> places) {
        return Transaction.design(name,
                design -> design.withNodes(design.nodes()
                        .stream()
                        .map(n -> Optional.ofNullable(places.get(n.id())).map(n::movedTo).orElse(n))
                        .toList()));
    }

    /** Sets a node's setting; typing in one field is one step. The name follows as long as it is the suggested one. */
    default Transaction set(String node, String path, Value value) {
        return changeSettings(node, d -> Words.of("change", Words.setting(d, types(), node, path),
                Words.name(d, node)), settings -> SettingPath.set(settings, path, value))
                .merging("set " + node + "." + path);
    }

    /** Takes a setting away, so that its usual value holds. */
    default Transaction unset(String node, String path) {
        return changeSettings(node, d -> Words.of("reset", Words.setting(d, types(), node, path),
                Words.name(d, node)), settings -> SettingPath.remove(settings, path));
    }

    /** Any change of a node's settings as one step. */
    default Transaction changeSettings(String node, String name, UnaryOperator<Value.Group> change) {
        return changeSettings(node, d -> name, change);
    }

    private Transaction changeSettings(String node, Transaction.Naming name, UnaryOperator<Value.Group> change) {
        return Transaction.design(name, design -> design.change(node, n -> retitled(n, change.apply(n.settings()))));
    }

    private Node retitled(Node node, Value.Group settings) {
        Node next = node.withSettings(settings);
        return types().of(node)
                .filter(t -> t.suggestedName(node.settings()).text().equals(node.name()))
                .map(t -> next.named(t.suggestedName(settings).text()))
                .orElse(next);
    }

    default Transaction rename(String node, String name) {
        return Transaction
                .design(d -> Words.of("rename", Words.name(d, node)), design -> design.change(node, n -> n.named(name)))
                .merging("rename " + node);
    }

    /** Puts copies of the selected things beside them and selects the copies. */
    default Transaction duplicate(Selection what) {
        return Transaction.of(d -> Words.of("duplicate", Words.things(d, what)),
                state -> Changes.pasted(state, Fragment.of(state.with(what)), Edits.BESIDE, Edits.BESIDE));
    }

    /** Adds a fragment, moved by so many pixels, under fresh ids where they are taken, and selects it. */
    default Transaction paste(Fragment fragment, double dx, double dy) {
        return Transaction.of(Words.of("paste", fragment.words()), state -> Changes.pasted(state, fragment, dx, dy));
    }
}
