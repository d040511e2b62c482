package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Point;
import millrace.event.Event;
import millrace.operator.View;

/** What each side of a join keeps for partners to come: the oldest first, and how many there are. */
final class JoinBody {
    private static final double LANE = 62;
    private static final double CAPTION = 15;
    private static final double DISCS = 40;
    private static final double RADIUS = Tokens.EVENT_IN_NODE;
    private static final double PITCH = 23;
    private static final Font COUNT = Type.figures(12, 700);

    private JoinBody() {}

    /** One side: where it stands and what it holds. */
    private record Lane(int side, String name, double top, List<Event> events, long size) {}

    private static List<Lane> lanes(Shape shape, View.Join join) {
        double top = shape.y() + Shape.HEADER + 2;
        return List.of(new Lane(0, name(shape, 0), top, join.left(), join.leftSize()),
                new Lane(1, name(shape, 1), top + LANE, join.right(), join.rightSize()));
    }

    private static String name(Shape shape, int side) {
        return side < shape.inputs().size() ? shape.inputs().get(side).ref().port() : "";
    }

    static void paint(Pen pen, Shape shape, View.Join join, Labels labels) {
        for (Lane lane : lanes(shape, join)) {
            if (lane.side() == 1)
                pen.line(shape.x() + Shape.SIDE, lane.top() + 0.5, shape.box().right() - Shape.SIDE, lane.top() + 0.5,
                        pen.theme().line(), 1);
            pen.left(shape.x() + Shape.SIDE + 3, lane.top() + CAPTION, Texts.of("canvas.keeps", lane.name()),
                    SourceBody.LABEL,
                    pen.theme().text3());
            pen.right(shape.box().right() - Shape.SIDE, lane.top() + CAPTION, String.valueOf(lane.size()), COUNT,
                    pen.theme().text());
            discs(pen, shape, lane, labels);
        }
    }

    private static int room(Shape shape) {
        return (int) ((shape.width() - 2 * Shape.SIDE) / PITCH);
    }

    /** The oldest are left out where there are too many: what came last is what one looks for. */
    private static List<Event> shown(Shape shape, Lane lane) {
        int room = room(shape);
        List<Event> all = lane.events();
        return all.size() <= room ? all : all.subList(all.size() - room + 2, all.size());
    }

    private static Point place(Shape shape, Lane lane, int i) {
        boolean cut = shown(shape, lane).size() < lane.events().size();
        double x = shape.x() + Shape.SIDE + RADIUS + (i + (cut ? 2 : 0)) * PITCH;
        return new Point(x, lane.top() + DISCS);
    }

    private static void discs(Pen pen, Shape shape, Lane lane, Labels labels) {
        List<Event> shown = shown(shape, lane);
        if (lane.size() == 0)
            pen.left(shape.x() + Shape.SIDE + 3, lane.top() + DISCS, Texts.of("canvas.nothing"), SourceBody.LABEL,
                    pen.theme().text3());
        if (shown.size() < lane.size())
            pen.left(shape.x() + Shape.SIDE + 3, lane.top() + DISCS, "+" + (lane.size() - shown.size()),
                    Type.figures(12, 500), pen.theme().text3());
        for (int i = 0; i < shown.size(); i++)
            disc(pen, place(shape, lane, i), shown.get(i), labels.into(shown.get(i), shape.id(), lane.side()), labels);
    }

    /** A row of a table is a box, an event a disc, as on the wires. */
    private static void disc(Pen pen, Point at, Event event, Labels.Face face, Labels labels) {
        var colour = labels.colour(pen.theme(), face.key());
        if (event.schema.changelog()) {
            pen.box(at.x() - RADIUS, at.y() - RADIUS + 1, 2 * RADIUS, 2 * RADIUS - 2, 4, colour.fill());
            pen.marks().text(at.x(), at.y(), face.figure(), Type.figures(9.5, 700), colour.figure());
        } else {
            pen.marks().event(at.x(), at.y(), RADIUS, colour, pen.theme().panel(), face.figure());
        }
    }

    static List<Spot> spots(Shape shape, View.Join join) {
        List<Spot> spots = new ArrayList<>();
        for (Lane lane : lanes(shape, join)) {
            List<Event> shown = shown(shape, lane);
            for (int i = 0; i < shown.size(); i++)
                spots.add(Spot.disc(shown.get(i), shape.id(), place(shape, lane, i), RADIUS));
        }
        return spots;
    }
}
