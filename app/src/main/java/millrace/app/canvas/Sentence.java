package millrace.app.canvas;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.editor.Refusal;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Brushing;
import millrace.app.tool.Connecting;
import millrace.app.tool.DraggingNodes;
import millrace.app.tool.DrawingWire;
import millrace.app.tool.DroppingNew;
import millrace.app.tool.Idle;
import millrace.app.tool.Framing;
import millrace.app.tool.Panning;
import millrace.app.tool.PointingNode;
import millrace.app.tool.Resizing;
import millrace.app.tool.Tool;
import millrace.design.Point;

/**
 * A short sentence beside what the hand does: why a wire can't end here, which keys go on.
 *
 * @param at what it stands beside, in the coordinates of the view
 */
record Sentence(String words, Point at, boolean refuses) {
    private static final Font FONT = Type.words(12, 500);
    private static final double HEIGHT = 28;
    private static final double PAD = 10;
    private static final double BELOW = 18;
    private static final double EDGE = 4;

    static Optional<Sentence> of(Tool tool, Layout layout, Viewport view, Point pointer) {
        return switch (tool) {
            case DrawingWire w -> w.refusal().map(Refusal::sentence).map(s -> new Sentence(s, pointer, true));
            case Connecting c -> layout.at(c.target().port(), c.target().output())
                    .map(view::toView)
                    .map(p -> new Sentence(Texts.of("canvas.connecting", String.valueOf(c.at() + 1),
                            String.valueOf(c.fitting().size())), p, false));
            case Idle i -> Optional.empty();
            case PointingNode p -> Optional.empty();
            case DraggingNodes d -> Optional.empty();
            case DroppingNew d -> Optional.empty();
            case Brushing b -> Optional.empty();
            case Panning p -> Optional.empty();
            case Resizing r -> Optional.empty();
            case Framing f -> Optional.empty();
        };
    }

    /** Draws it below its place, within the view. */
    void paint(Pen pen, double viewWidth, double viewHeight) {
        double mark = refuses ? 16 : 0;
        double width = Type.width(words, FONT) + 2 * PAD + mark;
        double x = Math.clamp(at.x() + BELOW / 2, EDGE, Math.max(EDGE, viewWidth - width - EDGE));
        double y = at.y() + BELOW + HEIGHT > viewHeight ? at.y() - BELOW - HEIGHT : at.y() + BELOW;
        Color colour = refuses ? pen.theme().fail() : pen.theme().text();
        pen.solid();
        pen.marks().shadow(x, y, width, HEIGHT, 6);
        pen.box(x, y, width, HEIGHT, 6, pen.theme().raised());
        pen.rim(x + 0.5, y + 0.5, width - 1, HEIGHT - 1, 6, refuses ? colour : pen.theme().line2(), 1);
        if (refuses) cross(pen, x + PAD + 4, y + HEIGHT / 2, colour);
        pen.left(x + PAD + mark, y + HEIGHT / 2, words, FONT, colour);
    }

    private static void cross(Pen pen, double x, double y, Color colour) {
        pen.line(x - 3.5, y - 3.5, x + 3.5, y + 3.5, colour, 1.8);
        pen.line(x - 3.5, y + 3.5, x + 3.5, y - 3.5, colour, 1.8);
    }
}
