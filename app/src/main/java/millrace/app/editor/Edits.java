package millrace.app.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** The edits that a hand can do, each as one step. Pure: they are applied by {@link Editor#dispatch}. */
public record Edits(Types types) {
    /** How far a duplicate stands from its original, in both directions. */
    public static final double BESIDE = 24;

    /** Adds a node of the type and selects it. */
    public Transaction add(NodeType type, Point at) {
        return Transaction.of("add " + type.title(), state -> {
            Node node = fresh(state.design(), type, at);
            return new EditorState(state.design().add(node), Selection.node(node.id()));
        });
    }

    private static Node fresh(Design design, NodeType type, Point at) {
        Value.Group settings = type.initial();
        return new Node(design.freshId(type.id()), type.id(), type.suggestedName(settings), at, settings);
    }

    /** Adds a node of the type at the other end of a wire from an output, or to an input. */
    public Transaction addWired(NodeType type, Point at, PortRef port, boolean fromOutput) {
        return Transaction.of("add " + type.title(), state -> {
            Node node = fresh(state.design(), type, at);
            Optional<Wire> wire = fromOutput ? firstInput(node).map(in -> new Wire(port, in))
                    : firstOutput(node).map(out -> new Wire(out, port));
            Design added = state.design().add(node);
            return new EditorState(wire.map(added::add).orElse(added), Selection.node(node.id()));
        });
    }

    /** Adds a node of the type in the middle of a wire. */
    public Transaction insert(NodeType type, Point at, String wire) {
        return Transaction.of("insert " + type.title(), state -> {
            Node node = fresh(state.design(), type, at);
            return new EditorState(between(state.design().add(node), node, wire), Selection.node(node.id()));
        });
    }

    /** Moves a node into the middle of a wire. */
    public Transaction insert(String id, double dx, double dy, String wire) {
        return Transaction.of("insert node", state -> state.change(design -> {
            Design moved = shift(design, Selection.node(id), dx, dy);
            return moved.node(id).map(node -> between(moved, node, wire)).orElse(moved);
        }));
    }

    private Design between(Design design, Node node, String id) {
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

    private Optional<PortRef> firstInput(Node node) {
        return new Wiring(types).inputs(node).stream().findFirst().map(p -> new PortRef(node.id(), p.name()));
    }

    private Optional<PortRef> firstOutput(Node node) {
        return new Wiring(types).outputs(node).stream().findFirst().map(p -> new PortRef(node.id(), p.name()));
    }

    public Transaction addNote(String text, Point at) {
        return Transaction.of("add note", state -> {
            String id = freshNote(state.design());
            List<Note> notes = new ArrayList<>(state.design().notes());
            notes.add(new Note(id, text, at, Value.Group.EMPTY));
            return new EditorState(state.design().withNotes(notes), Selection.note(id));
        });
    }

    private static String freshNote(Design design) {
        Set<String> used = new LinkedHashSet<>();
        design.notes().forEach(n -> used.add(n.id()));
        int n = 1;
        while (used.contains("n" + n))
            n++;
        return "n" + n;
    }

    /** Removes what is named, and the wires of nodes that go. */
    public Transaction remove(Selection what) {
        String name = "delete " + Words.things(what.nodes().size(), what.nodes().isEmpty() ? what.wires().size() : 0,
                what.notes().size());
        return Transaction.design(name, design -> {
            Design next = design;
            for (String id : what.wires())
                next = next.removeWire(id);
            for (String id : what.nodes())
                next = next.removeNode(id);
            return next.withNotes(design.notes().stream().filter(n -> !what.notes().contains(n.id())).toList());
        });
    }

    /** Moves nodes and notes by so many pixels. */
    public Transaction move(Selection what, double dx, double dy) {
        return Transaction.design("move " + Words.things(what.nodes().size(), 0, what.notes().size()),
                design -> shift(design, what, dx, dy));
    }

    private static Design shift(Design design, Selection what, double dx, double dy) {
        return design
                .withNodes(design.nodes()
                        .stream()
                        .map(n -> what.nodes().contains(n.id()) ? n.movedTo(moved(n.at(), dx, dy)) : n)
                        .toList())
                .withNotes(design.notes()
                        .stream()
                        .map(n -> what.notes().contains(n.id())
                                ? new Note(n.id(), n.text(), moved(n.at(), dx, dy), n.extra())
                                : n)
                        .toList());
    }

    private static Point moved(Point at, double dx, double dy) {
        return new Point(at.x() + dx, at.y() + dy);
    }

    /** Puts nodes in places, all in one step: for layout. */
    public Transaction place(String name, Map<String, Point> places) {
        return Transaction.design(name,
                design -> design.withNodes(design.nodes()
                        .stream()
                        .map(n -> Optional.ofNullable(places.get(n.id())).map(n::movedTo).orElse(n))
                        .toList()));
    }

    public Transaction connect(PortRef from, PortRef to) {
        return Transaction.of("connect",
                state -> new EditorState(state.design().add(new Wire(from, to)), state.selection()));
    }

    public Transaction disconnect(String wire) {
        return Transaction.design("disconnect", design -> design.removeWire(wire));
    }

    /** Takes a wire to another input. */
    public Transaction reconnect(String wire, PortRef to) {
        return Transaction.design("reconnect",
                design -> design.withWires(design.wires()
                        .stream()
                        .map(w -> w.id().equals(wire) ? new Wire(w.from(), to, w.settings()) : w)
                        .toList()));
    }

    /** Sets a node's setting; typing in one field is one step. The name follows as long as it is the suggested one. */
    public Transaction set(String node, String path, Value value) {
        return changeSettings(node, "set " + path, settings -> SettingPath.set(settings, path, value))
                .merging("set " + node + "." + path);
    }

    /** Takes a setting away, so that its usual value holds. */
    public Transaction unset(String node, String path) {
        return changeSettings(node, "reset " + path, settings -> SettingPath.remove(settings, path));
    }

    /** Any change of a node's settings as one step. */
    public Transaction changeSettings(String node, String name, UnaryOperator<Value.Group> change) {
        return Transaction.design(name, design -> design.change(node, n -> retitled(n, change.apply(n.settings()))));
    }

    private Node retitled(Node node, Value.Group settings) {
        Node next = node.withSettings(settings);
        return types.of(node)
                .filter(t -> t.suggestedName(node.settings()).equals(node.name()))
                .map(t -> next.named(t.suggestedName(settings)))
                .orElse(next);
    }

    public Transaction rename(String node, String name) {
        return Transaction.design("rename", design -> design.change(node, n -> n.named(name)))
                .merging("rename " + node);
    }

    public Transaction writeNote(String id, String text) {
        return Transaction
                .design("write note",
                        design -> design.withNotes(design.notes()
                                .stream()
                                .map(n -> n.id().equals(id) ? new Note(id, text, n.at(), n.extra()) : n)
                                .toList()))
                .merging("note " + id);
    }

    /** Sets a setting of the run: "until", "seed". */
    public Transaction setRun(String path, Value value) {
        return Transaction
                .design("set " + path, design -> design.withSettings(SettingPath.set(design.settings(), path, value)))
                .merging("set run " + path);
    }

    /** A node crashes at a time, as people write it. */
    public Transaction crash(String node, String time) {
        return Transaction.design("kill " + node, design -> {
            Value given = design.settings().get("crashes").orElse(Value.of(List.of()));
            List<Value> crashes = new ArrayList<>(given instanceof Value.Items i ? i.items() : List.of());
            crashes.add(Value.of(List.of(Value.of(time), Value.of(node))));
            return design.withSettings(design.settings().with("crashes", Value.of(crashes)));
        });
    }

    /** Takes a setting of the run away, so that its usual value holds. */
    public Transaction unsetRun(String path) {
        return Transaction.design("reset " + path,
                design -> design.withSettings(SettingPath.remove(design.settings(), path)));
    }

    public Transaction renameDesign(String name) {
        return Transaction.design("rename design", design -> design.named(name)).merging("rename design");
    }

    /** Sets a setting of a wire: "transit". */
    public Transaction setWire(String id, String path, Value value) {
        return changeWire("set " + path, id, settings -> SettingPath.set(settings, path, value))
                .merging("set " + id + "." + path);
    }

    /** Takes a setting of a wire away. */
    public Transaction unsetWire(String id, String path) {
        return changeWire("reset " + path, id, settings -> SettingPath.remove(settings, path));
    }

    private static Transaction changeWire(String name, String id, UnaryOperator<Value.Group> change) {
        return Transaction.design(name, design -> design.withWires(design.wires()
                .stream()
                .map(w -> w.id().equals(id) ? new Wire(w.from(), w.to(), change.apply(w.settings())) : w)
                .toList()));
    }

    /** Puts copies of the selected things beside them and selects the copies. */
    public Transaction duplicate(Selection what) {
        return Transaction.of("duplicate " + Words.things(what.nodes().size(), 0, what.notes().size()),
                state -> pasted(state, Fragment.of(state.with(what)), BESIDE, BESIDE));
    }

    /** Adds a fragment, moved by so many pixels, under fresh ids where they are taken, and selects it. */
    public Transaction paste(Fragment fragment, double dx, double dy) {
        return Transaction.of("paste " + fragment.words(), state -> pasted(state, fragment, dx, dy));
    }

    private static EditorState pasted(EditorState state, Fragment fragment, double dx, double dy) {
        Design design = state.design();
        Map<String, String> ids = new LinkedHashMap<>();
        for (Node node : fragment.nodes()) {
            String id = design.freshId(node.id());
            ids.put(node.id(), id);
            design = design.add(new Node(id, node.type(), node.name(), moved(node.at(), dx, dy), node.settings(),
                    node.extra()));
        }
        for (Wire wire : fragment.wires())
            design = design.add(new Wire(renamed(wire.from(), ids), renamed(wire.to(), ids), wire.settings()));
        List<Note> notes = new ArrayList<>(design.notes());
        Set<String> added = new LinkedHashSet<>();
        for (Note note : fragment.notes()) {
            String id = freshNote(design.withNotes(notes));
            added.add(id);
            notes.add(new Note(id, note.text(), moved(note.at(), dx, dy), note.extra()));
        }
        return new EditorState(design.withNotes(notes),
                new Selection(new LinkedHashSet<>(ids.values()), new LinkedHashSet<>(), new LinkedHashSet<>(added)));
    }

    private static PortRef renamed(PortRef ref, Map<String, String> ids) {
        return new PortRef(ids.getOrDefault(ref.node(), ref.node()), ref.port());
    }
}
