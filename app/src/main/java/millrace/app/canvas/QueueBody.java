package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Point;
import millrace.event.Event;
import millrace.operator.View;

/** A queue: the messages that wait, the front first; each worker with what it is busy with; how many are done and dead. */
final class QueueBody {
    static final double WORKER = 25;
    static final int MOST_WORKERS = 4;
    private static final double RADIUS = 9;
    private static final double PITCH = 21;
    private static final double CAPTION = 58;
    private static final double DISCS = 79;
    private static final double WORKERS = 106;
    private static final Font FIGURE = Type.figures(12, 700);

    private QueueBody() {}

    static double height(int workers) {
        return WORKERS + WORKER * Math.min(workers, MOST_WORKERS) + 16;
    }

    static void paint(Pen pen, Shape shape, View.Queue queue, Labels labels) {
        double left = shape.x() + Shape.SIDE;
        double right = shape.box().right() - Shape.SIDE;
        pen.left(left, shape.y() + CAPTION, Texts.of("canvas.waiting"), SourceBody.LABEL, pen.theme().text3());
        pen.right(right, shape.y() + CAPTION, String.valueOf(queue.waitingSize()), FIGURE, pen.theme().text());
        waiting(pen, shape, queue, labels);
        for (int w = 0; w < Math.min(MOST_WORKERS, queue.workers().size()); w++)
            worker(pen, shape, w, queue.workers().get(w), labels);
        double y = shape.bottom() - 14;
        pen.left(left, y, Texts.of("canvas.done", queue.done()), SourceBody.LABEL, pen.theme().text2());
        Color dead = queue.dead() > 0 ? pen.theme().late() : pen.theme().text3();
        pen.right(right, y, Texts.of("canvas.dead", queue.dead()), Type.words(12, queue.dead() > 0 ? 600 : 400), dead);
    }

    private static int room(Shape shape) {
        return (int) ((shape.width() - 2 * Shape.SIDE - 24) / PITCH);
    }

    private static void waiting(Pen pen, Shape shape, View.Queue queue, Labels labels) {
        int shown = Math.min(room(shape), queue.waiting().size());
        for (int i = 0; i < shown; i++)
            disc(pen, place(shape, i), queue.waiting().get(i), shape, labels);
        if (queue.waitingSize() == 0)
            pen.left(shape.x() + Shape.SIDE, shape.y() + DISCS, Texts.of("canvas.nothing"), SourceBody.LABEL,
                    pen.theme().text3());
        if (shown < queue.waitingSize())
            pen.right(shape.box().right() - Shape.SIDE, shape.y() + DISCS, "+" + (queue.waitingSize() - shown),
                    Type.figures(12, 500), pen.theme().text3());
    }

    private static Point place(Shape shape, int i) {
        return new Point(shape.x() + Shape.SIDE + RADIUS + i * PITCH, shape.y() + DISCS);
    }

    private static Point hand(Shape shape, int worker) {
        return new Point(shape.x() + Shape.SIDE + 62, shape.y() + WORKERS + worker * WORKER);
    }

    private static void disc(Pen pen, Point at, Event event, Shape shape, Labels labels) {
        Labels.Face face = labels.into(event, shape.id());
        pen.marks()
                .event(at.x(), at.y(), RADIUS, labels.colour(pen.theme(), face.key()), pen.theme().panel(),
                        face.figure());
    }

    private static void worker(Pen pen, Shape shape, int number, View.Queue.Worker worker, Labels labels) {
        double left = shape.x() + Shape.SIDE;
        double right = shape.box().right() - Shape.SIDE;
        double y = shape.y() + WORKERS + number * WORKER;
        pen.box(left, y - 11, right - left, 22, 5, pen.theme().sunken());
        pen.left(left + 7, y, Type.fit(worker.name(), Type.words(12, 500), 42), Type.words(12, 500),
                pen.theme().text());
        worker.message().ifPresent(m -> disc(pen, hand(shape, number), m, shape, labels));
        boolean again = worker.delivery() > 1;
        pen.right(right - 7, y, state(worker), again ? Type.words(12, 600) : SourceBody.LABEL,
                again ? pen.theme().late() : pen.theme().text3());
    }

    private static String state(View.Queue.Worker worker) {
        if (worker.message().isEmpty()) return Texts.of("canvas.free");
        String more = worker.held() > 1 ? ".holds" : "";
        return worker.delivery() > 1 ? Texts.of("canvas.delivery" + more, worker.delivery(), worker.held())
                : Texts.of("canvas.at-work" + more, worker.held());
    }

    static List<Spot> spots(Shape shape, View.Queue queue) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < Math.min(room(shape), queue.waiting().size()); i++)
            spots.add(Spot.disc(queue.waiting().get(i), shape.id(), place(shape, i), RADIUS));
        for (int w = 0; w < Math.min(MOST_WORKERS, queue.workers().size()); w++) {
            Point at = hand(shape, w);
            queue.workers().get(w).message().ifPresent(m -> spots.add(Spot.disc(m, shape.id(), at, RADIUS)));
        }
        return spots;
    }
}
