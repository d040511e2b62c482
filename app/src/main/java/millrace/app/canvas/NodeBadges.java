package millrace.app.canvas;

import java.util.Optional;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.trace.Moment;
import millrace.trace.Status;

/** Below a node: its last snapshot. */
final class NodeBadges {
    private static final double BELOW = 13;
    private static final Font STRONG = Type.words(11, 600);
    private static final Font TIME = Type.figures(11, 500);
    private final Pen pen;
    private final Layout layout;
    private final Labels labels;
    private final Focus focus;

    NodeBadges(Pen pen, Layout layout, Labels labels, Focus focus) {
        this.pen = pen;
        this.layout = layout;
        this.labels = labels;
        this.focus = focus;
    }

    void paint(Moment moment) {
        for (Status status : moment.statuses()) {
            Optional<Shape> shape = layout.shape(status.node()).filter(s -> !s.compact());
            if (shape.isEmpty() || focus.faint(status.node())) continue;
            double line = shape.get().box().bottom() + BELOW;
            labels.lore().snapshot(status.node(), moment.facts()).ifPresent(s -> snapshot(shape.get(), s, line));
        }
    }

    private void snapshot(Shape shape, Lore.Snapshot s, double y) {
        String words = Texts.of("canvas.snapshot", String.valueOf(s.checkpoint()));
        String time = labels.moment(s.at());
        double left = shape.x() + 4;
        double width = 18 + Type.width(words, STRONG) + Type.width(time, TIME);
        if (!layout.shapesIn(new Box(left, y - 6, width, 12)).isEmpty()) return;
        pen.solid();
        pen.box(left, y - 5, 2.4, 10, 1, pen.theme().checkpoint());
        pen.box(left + 4.4, y - 5, 2.4, 10, 1, pen.theme().checkpoint());
        pen.left(left + 12, y, words, STRONG, pen.theme().checkpoint());
        pen.left(left + 18 + Type.width(words, STRONG), y, time, TIME, pen.theme().checkpoint());
    }
}
