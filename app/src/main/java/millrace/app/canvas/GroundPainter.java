package millrace.app.canvas;

import java.util.function.Predicate;
import javafx.scene.shape.StrokeLineCap;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.design.Note;
import millrace.design.Wire;

/** What lies under the nodes: the grid of dots, notes, wires. */
final class GroundPainter {
    private static final double GRID = 24;
    /** Below this zoom the dots would only make the ground grey. */
    private static final double LEAST_ZOOM = 0.45;
    private final Pen pen;

    GroundPainter(Pen pen) {
        this.pen = pen;
    }

    /** Dots every 24 px of the canvas, drawn in pixels of the view. */
    void grid(Viewport view, double width, double height) {
        pen.g().setFill(pen.theme().bg());
        pen.g().fillRect(0, 0, width, height);
        if (view.zoom() < LEAST_ZOOM) return;
        pen.g().setFill(pen.theme().grid());
        double pitch = GRID * view.zoom();
        double startX = (Math.ceil(view.x() / GRID) * GRID - view.x()) * view.zoom();
        double startY = (Math.ceil(view.y() / GRID) * GRID - view.y()) * view.zoom();
        for (double y = startY; y < height; y += pitch) {
            for (double x = startX; x < width; x += pitch)
                pen.g().fillOval(x - 1, y - 1, 2, 2);
        }
    }

    void wires(Layout layout, Selection selection, Predicate<Wire> faint) {
        for (Wire wire : layout.design().wires()) {
            layout.wireCurve(wire.id()).ifPresent(curve -> {
                pen.g().setGlobalAlpha(faint.test(wire) ? 0.38 : 1);
                wire(curve, late(layout, wire), changes(layout, wire), selection.wires().contains(wire.id()));
            });
        }
        pen.g().setGlobalAlpha(1);
    }

    static boolean late(Layout layout, Wire wire) {
        return layout.shape(wire.from().node())
                .filter(s -> s.outputs().stream().anyMatch(p -> p.ref().equals(wire.from()) && p.late()))
                .isPresent();
    }

    /** Whether the changes of a table travel on it. */
    private static boolean changes(Layout layout, Wire wire) {
        return layout.shape(wire.from().node())
                .filter(s -> s.outputs().stream().anyMatch(p -> p.ref().equals(wire.from()) && p.changes()))
                .isPresent();
    }

    private void wire(Curve curve, boolean late, boolean changes, boolean selected) {
        Theme theme = pen.theme();
        curve.trace(pen.g());
        pen.g().setLineCap(StrokeLineCap.BUTT);
        if (selected) stroke(theme.ink(), changes ? 6.9 : 4.4, false);
        if (late) stroke(theme.late(), 2, true);
        else
            stroke(selected ? theme.ink() : theme.wire(), changes ? 4.5 : 2, false);
        if (changes) stroke(theme.bg(), 1.5, false);
    }

    private void stroke(javafx.scene.paint.Color colour, double width, boolean dashed) {
        if (dashed) pen.g().setLineDashes(7, 5);
        pen.g().setStroke(colour);
        pen.g().setLineWidth(width);
        pen.g().stroke();
        pen.solid();
    }

    void notes(Layout layout, Selection selection) {
        for (Note note : layout.design().notes()) {
            Box box = layout.notes().get(note.id());
            if (box != null) note(note, box, selection.notes().contains(note.id()));
        }
    }

    private void note(Note note, Box b, boolean selected) {
        pen.box(b.x(), b.y(), b.width(), b.height(), 4, pen.theme().sunken());
        pen.rim(b.x(), b.y(), b.width(), b.height(), 4, pen.theme().line2(), 1);
        if (selected) pen.rim(b.x() - 4.5, b.y() - 4.5, b.width() + 9, b.height() + 9, 8, pen.theme().ink(), 2.2);
        NoteText.of(note.text(), note.width()).paint(pen, b.x(), b.y());
    }
}
