package millrace.app.tool;

import java.util.List;
import millrace.app.editor.EditorState;
import millrace.app.editor.Edits;
import millrace.app.editor.Insertion;
import millrace.app.editor.Wiring;
import millrace.catalog.NodeType;
import millrace.design.Design;

/** What a tool may look at: the state, where things stand, the edits, and the node types in the order of the palette. */
public record Hand(EditorState state, Ground ground, Edits edits, List<NodeType> palette) {
    /** Half of the canvas's grid. */
    public static final double SNAP = 12;

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
