package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import millrace.app.look.Ink;
import millrace.app.look.Tokens;
import millrace.app.tool.Box;
import millrace.design.Wire;

/** Draws the wires in sight, those that look the same one after the other; from far off in straight lines. */
final class WirePainter {
    private final Pen pen;
    private final Scenery scenery;
    private final boolean roughly;

    /** How a wire looks. */
    private enum Look {
        FAINT,
        PLAIN,
        LATE,
        CHANGES,
        SELECTED,
        SELECTED_CHANGES
    }

    WirePainter(Pen pen, Scenery scenery) {
        this.pen = pen;
        this.scenery = scenery;
        roughly = scenery.patches();
    }

    /** @return how many there are in the area */
    int paint(Box area) {
        List<List<Curve>> looks = new ArrayList<>();
        for (int i = 0; i < Look.values().length; i++)
            looks.add(new ArrayList<>());
        int[] count = {0};
        scenery.layout().wires().all().forEach((id, wire) -> {
            Optional<Curve> curve = scenery.layout().wireCurve(id).filter(c -> c.bounds().meets(area));
            if (curve.isEmpty()) return;
            looks.get(look(id, wire).ordinal()).add(curve.get());
            count[0]++;
        });
        for (Look look : Look.values())
            if (!looks.get(look.ordinal()).isEmpty()) paint(looks.get(look.ordinal()), look);
        return count[0];
    }

    private Look look(String id, Wire wire) {
        if (scenery.focus().faint(wire.from().node()) || scenery.focus().faint(wire.to().node())) return Look.FAINT;
        Optional<Shape.Port> from = scenery.layout().outputOf(wire);
        boolean selected = scenery.selection().wires().contains(id);
        if (from.filter(Shape.Port::changes).isPresent()) return selected ? Look.SELECTED_CHANGES : Look.CHANGES;
        if (selected) return Look.SELECTED;
        return from.filter(Shape.Port::late).isPresent() ? Look.LATE : Look.PLAIN;
    }

    private void paint(List<Curve> curves, Look look) {
        pen.g().setLineCap(StrokeLineCap.BUTT);
        pen.solid();
        double thin = roughly ? 1 / scenery.view().zoom() : Tokens.WIRE;
        switch (look) {
            case FAINT -> {
                pen.g().setGlobalAlpha(Tokens.OUT_OF_FOCUS);
                stroke(curves, pen.theme().wire(), thin);
                pen.g().setGlobalAlpha(1);
            }
            case PLAIN -> stroke(curves, pen.theme().wire(), thin);
            case LATE -> {
                if (!roughly) pen.g().setLineDashes(7, 5);
                stroke(curves, pen.theme().late(), thin);
                pen.solid();
            }
            case SELECTED -> stroke(curves, pen.theme().ink(), Math.max(thin, Tokens.WIRE_SELECTED));
            case CHANGES -> table(curves, pen.theme().wire(), Tokens.TABLE_WIRE);
            case SELECTED_CHANGES -> table(curves, pen.theme().ink(), Tokens.TABLE_WIRE_SELECTED);
        }
    }

    private void table(List<Curve> curves, Color colour, double width) {
        stroke(curves, colour, Math.max(width, roughly ? 1.5 / scenery.view().zoom() : 0));
        if (!roughly) stroke(curves, pen.theme().bg(), Tokens.TABLE_WIRE_CORE);
    }

    private void stroke(List<Curve> curves, Color colour, double width) {
        Ink g = pen.g();
        g.setStroke(colour);
        g.setLineWidth(width);
        if (roughly) together(curves);
        else
            curves.forEach(this::alone);
    }

    /** Far off there are many: a stroke for all of them costs less than one for each. */
    private void together(List<Curve> curves) {
        pen.g().beginPath();
        curves.forEach(c -> c.extendRoughly(pen.g()));
        pen.g().stroke();
    }

    /** Near by, a stroke costs as much as the rectangle around it is large. */
    private void alone(Curve curve) {
        curve.trace(pen.g());
        pen.g().stroke();
    }
}
