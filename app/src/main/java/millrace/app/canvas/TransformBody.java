package millrace.app.canvas;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.trace.NodeMoment;

/** What a transform has sent on, held back, and could not work out. */
final class TransformBody {
    private static final Font FIGURE = Type.figures(13, 700);

    private TransformBody() {}

    static void paint(Pen pen, Shape shape, NodeMoment.Transform t) {
        double y = 62;
        row(pen, shape, y, Texts.of("canvas.passed"), t.passed(), pen.theme().text());
        if (shape.type().filter(Kind::leavesOut).isPresent()) {
            y += Sizes.ROW;
            row(pen, shape, y, Texts.of("canvas.left-out"), t.leftOut(), pen.theme().text());
        }
        if (t.failed() > 0) row(pen, shape, y + Sizes.ROW, Texts.of("canvas.failed"), t.failed(), pen.theme().fail());
    }

    private static void row(Pen pen, Shape shape, double y, String label, long figure, Color colour) {
        pen.left(shape.x() + Shape.SIDE, shape.y() + y, label, SourceBody.LABEL, pen.theme().text3());
        pen.right(shape.box().right() - Shape.SIDE, shape.y() + y, String.valueOf(figure), FIGURE, colour);
    }
}
