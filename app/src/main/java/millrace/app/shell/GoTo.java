package millrace.app.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.app.canvas.Viewport;
import millrace.app.editor.Editor;
import millrace.app.editor.Selection;
import millrace.app.tool.Box;
import millrace.design.Location;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.Wire;

/** Goes to a place in the design: brings it into sight, selects it and puts the cursor into the very setting. */
final class GoTo {
    private static final Pattern WIRE = Pattern.compile("wires\\[(\\d+)\\](?:\\.(.*))?");
    private static final String RUN = "settings.";
    /** How much room is wanted around what is gone to, px of the view. */
    private static final double MARGIN = 24;

    private final Designer parts;
    private final Editor editor;

    GoTo(Designer parts) {
        this.parts = parts;
        editor = parts.workspace.editor();
    }

    /** To where a problem is: a node's setting, a wire's, or one of the run. */
    void place(Location where) {
        Matcher wire = WIRE.matcher(where.setting());
        if (!where.node().isEmpty()) setting(where.node(), where.setting());
        else if (wire.matches()) wire(Integer.parseInt(wire.group(1)), String.valueOf(wire.group(2)));
        else if (where.setting().startsWith(RUN)) {
            editor.select(Selection.NONE);
            parts.inspector.focus(where.setting().substring(RUN.length()));
        }
    }

    private void setting(String node, String path) {
        if (editor.design().node(node).isEmpty()) return;
        select(node);
        if (path.isEmpty() || !parts.inspector.focus(path)) parts.canvas.requestFocus();
    }

    private void wire(int number, String path) {
        if (number >= editor.design().wires().size()) return;
        Wire wire = editor.design().wires().get(number);
        editor.select(Selection.wire(wire.id()));
        Optional<Box> from = parts.canvas.places().placeOf(wire.from().node());
        Optional<Box> to = parts.canvas.places().placeOf(wire.to().node());
        from.or(() -> to).ifPresent(this::reveal);
        if (!parts.inspector.focus(path)) parts.canvas.requestFocus();
    }

    /** To a node, with the keys on the canvas. */
    void node(String id) {
        select(id);
        parts.canvas.requestFocus();
    }

    /** Selects a node and brings it into sight; the focus stays where it is. */
    void select(String id) {
        editor.select(Selection.node(id));
        parts.canvas.places().placeOf(id).ifPresent(this::reveal);
    }

    void note(String id) {
        editor.select(Selection.note(id));
        Optional<Note> note = editor.design().notes().stream().filter(n -> n.id().equals(id)).findFirst();
        note.ifPresent(n -> {
            Point at = parts.canvas.viewport().toView(n.at());
            reveal(new Box(at.x(), at.y(), 200, 60));
        });
    }

    /** Pans so that what is out of sight, even in part, comes to the middle. */
    private void reveal(Box at) {
        double width = parts.canvas.getWidth();
        double height = parts.canvas.getHeight();
        boolean inSight = at.x() >= MARGIN && at.y() >= MARGIN && at.right() <= width - MARGIN
                && at.y() + at.height() <= height - MARGIN;
        if (inSight) return;
        Viewport view = parts.canvas.viewport();
        double dx = (at.centre().x() - width / 2) / view.zoom();
        double dy = (at.centre().y() - height / 2) / view.zoom();
        parts.canvas.setViewport(new Viewport(view.x() + dx, view.y() + dy, view.zoom()));
    }
}
