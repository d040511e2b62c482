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

/** A sink with transactions: what can be seen, what waits for its checkpoint, what is still being written. */
final class TransactionsBody {
    private static final double FIRST = 64;
    private static final double PITCH = 33;
    private static final double RADIUS = 8.5;
    private static final double STEP = 19;
    private static final double WORDS = 70;
    private static final Font FIGURE = Type.figures(12, 700);

    private TransactionsBody() {}

    private record Lane(String name, boolean pending, List<Event> events, long size, boolean visible, double y) {}

    private static List<Lane> lanes(Shape shape, View.Transactions t) {
        double y = shape.y() + FIRST;
        return List.of(new Lane(Texts.of("canvas.committed"), false, t.committed(), t.committedSize(), true, y),
                new Lane(Texts.of("canvas.pending"), true, t.pending(), t.pendingSize(), false, y + PITCH),
                new Lane(Texts.of("canvas.open"), false, t.open(), t.openSize(), false, y + 2 * PITCH));
    }

    static void paint(Pen pen, Shape shape, View.Transactions t, Labels labels) {
        for (Lane lane : lanes(shape, t)) {
            Color colour = lane.pending() && lane.size() > 0 ? pen.theme().checkpoint()
                    : pen.theme().text3();
            pen.left(shape.x() + Shape.SIDE, lane.y(), lane.name(), SourceBody.LABEL, colour);
            pen.right(shape.box().right() - Shape.SIDE, lane.y(), String.valueOf(lane.size()), FIGURE,
                    lane.size() > 0 ? pen.theme().text() : pen.theme().text3());
            List<Event> shown = shown(shape, lane);
            for (int i = 0; i < shown.size(); i++)
                disc(pen, place(shape, lane, i), shown.get(i), lane.visible(), shape, labels);
        }
    }

    private static int room(Shape shape) {
        return (int) ((shape.width() - 2 * Shape.SIDE - WORDS - 22) / STEP);
    }

    private static List<Event> shown(Shape shape, Lane lane) {
        int from = Math.max(0, lane.events().size() - room(shape));
        return lane.events().subList(from, lane.events().size());
    }

    private static Point place(Shape shape, Lane lane, int i) {
        return new Point(shape.x() + Shape.SIDE + WORDS + RADIUS + i * STEP, lane.y());
    }

    private static void disc(Pen pen, Point at, Event event, boolean visible, Shape shape, Labels labels) {
        Labels.Face face = labels.into(event, shape.id());
        if (visible)
            pen.marks()
                    .event(at.x(), at.y(), RADIUS, labels.colour(pen.theme(), face.key()), pen.theme().panel(),
                            face.figure());
        else
            pen.marks().notCommitted(at.x(), at.y(), RADIUS - 0.5, pen.theme().raised(), face.figure());
    }

    static List<Spot> spots(Shape shape, View.Transactions t) {
        List<Spot> spots = new ArrayList<>();
        for (Lane lane : lanes(shape, t)) {
            List<Event> shown = shown(shape, lane);
            for (int i = 0; i < shown.size(); i++)
                spots.add(Spot.disc(shown.get(i), shape.id(), place(shape, lane, i), RADIUS));
        }
        return spots;
    }
}
