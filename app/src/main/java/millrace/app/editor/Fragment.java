package millrace.app.editor;

import java.util.List;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Wire;

/** A part of a design that can be copied: nodes, the wires between them, notes, frames. */
public record Fragment(List<Node> nodes, List<Wire> wires, List<Note> notes, List<Frame> frames) {
    public Fragment {
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
        notes = List.copyOf(notes);
        frames = List.copyOf(frames);
    }

    /** What is selected of nodes, notes and frames, with all wires that have both ends among them. */
    public static Fragment of(EditorState state) {
        Selection selection = state.selection();
        Design design = state.design();
        return new Fragment(design.nodes().stream().filter(n -> selection.nodes().contains(n.id())).toList(),
                design.wires()
                        .stream()
                        .filter(w -> selection.nodes().contains(w.from().node())
                                && selection.nodes().contains(w.to().node()))
                        .toList(),
                design.notes().stream().filter(n -> selection.notes().contains(n.id())).toList(),
                design.frames().stream().filter(f -> selection.frames().contains(f.id())).toList());
    }

    /** Everything in a design. */
    public static Fragment of(Design design) {
        return new Fragment(design.nodes(), design.wires(), design.notes(), design.frames());
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && notes.isEmpty() && frames.isEmpty();
    }

    /** A design of nothing else. */
    public Design design() {
        return Design.EMPTY.withNodes(nodes).withWires(wires).withNotes(notes).withFrames(frames);
    }

    /** "Clicks", "3 nodes", "note", "4 things": for the name of a step. */
    String words() {
        return Words.things(design(), Selection.all(design()));
    }
}
