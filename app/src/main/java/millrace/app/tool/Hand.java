package millrace.app.tool;

import java.util.List;
import millrace.app.editor.EditorState;
import millrace.app.editor.Edits;
import millrace.app.editor.Extent;
import millrace.app.editor.Insertion;
import millrace.app.editor.Selection;
import millrace.app.editor.Wiring;
import millrace.catalog.NodeType;
import millrace.design.Design;

/** What a tool may look at: the state, where things stand, the edits, and the node types in the order of the palette. */
public record Hand(EditorState state, Ground ground, Edits edits, List<NodeType> palette) {
    /** Half of the canvas's grid. */
    public static final double SNAP = 12;

    /** The selection, with all that lies in selected frames. */
    public Selection carried(Selection what) {
        if (what.frames().isEmpty()) return what;
        List<Standing> all = ground.standing();
        List<Box> frames = all.stream()
                .filter(s -> !s.what().frames().isEmpty() && what.contains(s.what()))
                .map(Standing::box)
                .toList();
        return all.stream()
                .filter(s -> frames.stream().anyMatch(f -> f.holds(s.box())))
                .map(Standing::what)
                .reduce(what, Selection::with);
    }

    /** The selected things as they are arranged: what lies in a selected frame goes with it. */
    public List<Extent> extents() {
        Selection selection = state.selection();
        Selection inner = selection.frames()
                .stream()
                .map(Selection::frame)
                .map(f -> without(carried(f), f))
                .reduce(Selection.NONE, Selection::with);
        return ground.standing()
                .stream()
                .filter(s -> selection.contains(s.what()) && !inner.contains(s.what()))
                .map(s -> s.extent(carried(s.what())))
                .toList();
    }

    private static Selection without(Selection all, Selection part) {
        return all.toggled(part);
    }

    Design design() {
        return state.design();
    }

    Insertion insertion() {
        return new Insertion(edits.types());
    }

    Wiring wiring() {
        return new Wiring(edits.types());
    }

    static double snap(double value) {
        return Math.round(value / SNAP) * SNAP;
    }
}
