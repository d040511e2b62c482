package millrace.app.canvas;

import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.event.Event;
import millrace.operator.View;

/** A copy that follows a table: its rows and, below them, what has come and is not to be seen yet, and when it will be. */
final class FollowerBody {
    private static final double STRIP = 28;
    private static final double CHIP = 15;
    private static final int MOST = 3;

    private FollowerBody() {}

    static void paint(Pen pen, Shape shape, View.Follower copy, Labels labels) {
        RowsBody.paint(pen, shape, copy.table(), labels);
        if (copy.waitingSize() == 0) return;
        double top = shape.bottom() - STRIP - 2;
        pen.solid();
        pen.box(shape.x() + 2, top, shape.width() - 4, STRIP, 8, pen.theme().lateSoft());
        double y = top + STRIP / 2;
        double x = shape.x() + Shape.SIDE;
        for (int i = 0; i < Math.min(MOST, copy.waiting().size()); i++)
            x += chip(pen, shape, x, y, copy.waiting().get(i), labels);
        if (copy.waitingSize() > MOST) {
            String more = "+" + (copy.waitingSize() - MOST);
            pen.left(x + 2, y, more, Type.figures(11, 500), pen.theme().text2());
        }
        String due = Texts.of("canvas.due", labels.moment(copy.waiting().getFirst().due()));
        pen.right(shape.box().right() - Shape.SIDE, y, due, Type.words(11, 500), pen.theme().text());
    }

    /** What takes a row away is struck through. */
    private static double chip(Pen pen, Shape shape, double x, double y, View.Follower.Waiting waiting, Labels labels) {
        Event event = waiting.event();
        Labels.Face face = labels.into(event, shape.id());
        if (face.key().isEmpty()) pen.marks().oval(x + CHIP / 2, y, 5, pen.theme().token());
        else
            SinkBody.chip(pen, x, y - CHIP / 2, face.key(), labels);
        if (waiting.removes()) pen.line(x - 2, y, x + CHIP + 2, y, pen.theme().text(), 1.6);
        return CHIP + 5;
    }
}
