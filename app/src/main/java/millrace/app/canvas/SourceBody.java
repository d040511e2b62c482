package millrace.app.canvas;

import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.event.Watermark;
import millrace.trace.NodeMoment;

/** What a source has sent, when its next event comes, its watermark (or that of each partition). */
final class SourceBody {
    static final Font LABEL = Type.words(12, 400);
    static final Font FIGURE = Type.figures(12, 500);
    private static final Font WATERMARK = Type.figures(12, 700);
    private static final double TRACK_HEIGHT = 7;
    private static final int MOST_CELLS = 24;

    private SourceBody() {}

    static String sentLabel(NodeMoment.Source s) {
        return s.rejected() == 0 ? Texts.of("canvas.row-sent") : Texts.of("canvas.row-sent.refused", s.rejected());
    }

    static String sent(NodeMoment.Source s) {
        return s.total() > 0 ? Texts.of("canvas.sent-of", s.sent(), s.total()) : String.valueOf(s.sent());
    }

    static void paint(Pen pen, Shape shape, NodeMoment.Source s, Labels labels) {
        double left = shape.x() + Shape.SIDE;
        double right = shape.box().right() - Shape.SIDE;
        row(pen, shape, 59, sentLabel(s), sent(s), FIGURE, pen.theme().text());
        track(pen, left, shape.y() + 71, right - left, s);
        row(pen, shape, 94, Texts.of("canvas.next"), next(s, labels), FIGURE, pen.theme().text());
        row(pen, shape, 114, Texts.of("canvas.row-watermark"), labels.watermark(s.watermark()), WATERMARK,
                pen.theme().event());
        if (s.partitions().size() > 1) partitions(pen, shape, s, labels);
    }

    private static String next(NodeMoment.Source s, Labels labels) {
        if (s.next().isPresent()) return Texts.of("canvas.next.at", labels.moment(s.next().getAsLong()));
        return Texts.of(s.ended() ? "canvas.next.ended" : "canvas.next.none");
    }

    private static void row(Pen pen, Shape shape, double y, String label, String figure, Font font,
            javafx.scene.paint.Color colour) {
        pen.left(shape.x() + Shape.SIDE, shape.y() + y, label, LABEL, pen.theme().text3());
        pen.right(shape.box().right() - Shape.SIDE, shape.y() + y, figure, font, colour);
    }

    /** A cell for each event while they can be told apart, then a bar. */
    private static void track(Pen pen, double x, double y, double width, NodeMoment.Source s) {
        if (s.total() <= 0) return;
        if (s.total() > MOST_CELLS) bar(pen, x, y, width, 1.0 * s.sent() / s.total());
        else
            cells(pen, x, y, width, s);
    }

    private static void bar(Pen pen, double x, double y, double width, double share) {
        pen.box(x, y, width, TRACK_HEIGHT, 3.5, pen.theme().sunken());
        if (share > 0) pen.box(x, y, Math.max(TRACK_HEIGHT, width * share), TRACK_HEIGHT, 3.5, pen.theme().token());
    }

    private static void cells(Pen pen, double x, double y, double width, NodeMoment.Source s) {
        double pitch = Math.min(14, width / s.total());
        double cell = pitch - (pitch > 8 ? 3 : 1.5);
        for (int i = 0; i < s.total(); i++) {
            if (i < s.sent()) pen.box(x + i * pitch, y, cell, TRACK_HEIGHT, 2.5, pen.theme().token());
            else
                pen.rim(x + i * pitch + 0.5, y + 0.5, cell - 1, TRACK_HEIGHT - 1, 2, pen.theme().line2(), 1);
        }
    }

    private static void partitions(Pen pen, Shape shape, NodeMoment.Source s, Labels labels) {
        double y = 134;
        for (NodeMoment.Partition p : s.partitions()) {
            boolean idle = p.idle() && p.watermark() != Watermark.FINAL;
            pen.left(shape.x() + Shape.SIDE + 8, shape.y() + y, Type.fit(p.name(), LABEL, 54), LABEL,
                    pen.theme().text3());
            String figure = idle ? Texts.of("canvas.idle") : labels.watermark(p.watermark());
            pen.right(shape.box().right() - Shape.SIDE, shape.y() + y, figure, FIGURE,
                    idle ? pen.theme().text3() : pen.theme().event());
            y += 20;
        }
    }
}
