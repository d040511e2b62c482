package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.app.tool.Part;
import millrace.trace.FactKind;
import millrace.trace.NodeMoment;

/** What a transform has sent on, held back, and could not work out. */
final class TransformBody {
    private static final Font FIGURE = Type.figures(13, 700);

    private static final double FIRST = 62;

    private TransformBody() {}

    static void paint(Pen pen, Shape shape, NodeMoment.Transform t) {
        double y = FIRST;
        row(pen, shape, y, Texts.of("canvas.passed"), t.passed(), pen.theme().text());
        if (shape.type().filter(Kind::leavesOut).isPresent()) {
            y += Sizes.ROW;
            row(pen, shape, y, Texts.of("canvas.left-out"), t.leftOut(), pen.theme().text());
        }
        if (t.failed() > 0) row(pen, shape, y + Sizes.ROW, Texts.of("canvas.failed"), t.failed(), pen.theme().fail());
    }

    /** The figures of what did not get through, as far as there is any. */
    static List<Parts.Area> parts(Shape shape, NodeMoment.Transform t) {
        double y = FIRST;
        List<Parts.Area> areas = new ArrayList<>();
        if (shape.type().filter(Kind::leavesOut).isPresent()) {
            y += Sizes.ROW;
            if (t.leftOut() > 0) areas.add(area(shape, y, FactKind.LEFT_OUT));
        }
        if (t.failed() > 0) areas.add(area(shape, y + Sizes.ROW, FactKind.FAILED));
        return areas;
    }

    private static Parts.Area area(Shape shape, double y, FactKind kind) {
        return new Parts.Area(new Part.Count(kind), new Box(shape.x() + Shape.SIDE, shape.y() + y - Sizes.ROW / 2,
                shape.width() - 2 * Shape.SIDE, Sizes.ROW));
    }

    private static void row(Pen pen, Shape shape, double y, String label, long figure, Color colour) {
        pen.left(shape.x() + Shape.SIDE, shape.y() + y, label, SourceBody.LABEL, pen.theme().text3());
        pen.right(shape.box().right() - Shape.SIDE, shape.y() + y, String.valueOf(figure), FIGURE, colour);
    }
}
