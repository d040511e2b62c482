package millrace.app.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Frame;
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
        return new Node(design.freshId(type.id()), type.id(), type.suggestedName(settings).text(), at, settings);
    }

    static String freshNote(Design design) {
        return fresh("n", design.notes().stream().map(Note::id).collect(Collectors.toSet()));
    }

    static String freshFrame(Design design) {
        return fresh("f", design.frames().stream().map(Frame::id).collect(Collectors.toSet()));
    }

    private static String fresh(String stem, Set<String> used) {
        int n = 1;
        while (used.contains(stem + n))
            n++;
        return stem + n;
    }

    static Design shift(Design design, Selection what, double dx, double dy) {
        return design
                .withNodes(design.nodes()
                        .stream()
                        .map(n -> what.nodes().contains(n.id()) ? n.movedTo(moved(n.at(), dx, dy)) : n)
                        .toList())
                .withNotes(design.notes()
                        .stream()
                        .map(n -> what.notes().contains(n.id()) ? n.movedTo(moved(n.at(), dx, dy)) : n)
                        .toList())
                .withFrames(design.frames()
                        .stream()
                        .map(f -> what.frames().contains(f.id()) ? f.movedTo(moved(f.at(), dx, dy)) : f)
                        .toList());
    }

    /** To hundredths, as the file has it: sums of fractions would come back from there as others. */
    static Point moved(Point at, double dx, double dy) {
        return new Point(hundredths(at.x() + dx), hundredths(at.y() + dy));
    }

    static double hundredths(double length) {
        return Math.round(length * 100) / 100.0;
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
        LinkedHashSet<String> notes = new LinkedHashSet<>();
        for (Note note : fragment.notes()) {
            String id = freshNote(design);
            notes.add(id);
            design = add(design, note.withId(id).movedTo(moved(note.at(), dx, dy)));
        }
        LinkedHashSet<String> frames = new LinkedHashSet<>();
        for (Frame frame : fragment.frames()) {
            String id = freshFrame(design);
            frames.add(id);
            design = add(design, frame.withId(id).movedTo(moved(frame.at(), dx, dy)));
        }
        return new EditorState(design,
                new Selection(new LinkedHashSet<>(ids.values()), new LinkedHashSet<>(), notes, frames));
    }

    static Design add(Design design, Note note) {
        List<Note> notes = new ArrayList<>(design.notes());
        notes.add(note);
        return design.withNotes(notes);
    }

    static Design add(Design design, Frame frame) {
        List<Frame> frames = new ArrayList<>(design.frames());
        frames.add(frame);
        return design.withFrames(frames);
    }

    private static PortRef renamed(PortRef ref, Map<String, String> ids) {
        return new PortRef(ids.getOrDefault(ref.node(), ref.node()), ref.port());
    }
}
