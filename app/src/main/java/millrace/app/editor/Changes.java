package millrace.app.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** Changes of a design that several steps are made of. */
final class Changes {
    private Changes() {}

    static Node fresh(Design design, NodeType type, Point at) {
        Value.Group settings = type.initial();
        return new Node(design.freshId(type.id()), type.id(), type.suggestedName(settings), at, settings);
    }

    static String freshNote(Design design) {
        Set<String> used = new LinkedHashSet<>();
        design.notes().forEach(n -> used.add(n.id()));
        int n = 1;
        while (used.contains("n" + n))
            n++;
        return "n" + n;
    }

    static Design shift(Design design, Selection what, double dx, double dy) {
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

    static Point moved(Point at, double dx, double dy) {
        return new Point(at.x() + dx, at.y() + dy);
    }

    static EditorState pasted(EditorState state, Fragment fragment, double dx, double dy) {
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
