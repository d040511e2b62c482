package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** An event that met a row of a table last, and the row, if that is in sight. */
    private record Met(Event event, Point at, Event row, Point below) {}

    private static Optional<Met> met(Shape shape, View.Join join, Labels labels, int rows) {
        Lane above = lanes(shape, join).getFirst();
        Lane below = lanes(shape, join).get(1);
        List<Event> shown = shown(shape, below);
        return labels.lore().lookedUp(shape.id(), rows).flatMap(l -> {
            int i = shown.stream().map(e -> e.id).toList().indexOf(l.row().id);
            boolean waits = above.events().stream().anyMatch(e -> e.id == l.subject().id);
            if (i < 0 || waits) return Optional.empty();
            Point row = place(shape, below, i);
            double free = place(shape, above, shown(shape, above).size()).x();
            double x = above.size() == 0 ? row.x()
                    : Math.min(Math.max(row.x(), free),
                            shape.box().right() - Shape.SIDE - RADIUS);
            return Optional.of(new Met(l.subject(), new Point(x, above.top() + DISCS), l.row(), row));
        });
    }

    /** A line between the two, as between those of a pair. */
    private static void met(Pen pen, Shape shape, Met met, Labels labels) {
        Labels.Face face = labels.into(met.event(), shape.id(), 0);
        var colour = labels.colour(pen.theme(), face.key());
        pen.line(met.at().x(), met.at().y(), met.below().x(), met.below().y() - RADIUS, colour.fill(), 2);
        pen.marks().event(met.at().x(), met.at().y(), RADIUS, colour, pen.theme().panel(), face.figure());
        pen.rim(met.below().x() - RADIUS - 2, met.below().y() - RADIUS - 1, 2 * RADIUS + 4, 2 * RADIUS + 2, 6,
                pen.theme().text(), 1.6);
    }

    static void paint(Pen pen, Shape shape, View.Join join, Labels labels, int rows) {
        Optional<Met> met = met(shape, join, labels, rows);
        met.ifPresent(m -> met(pen, shape, m, labels));
        for (Lane lane : lanes(shape, join)) {
            if (lane.side() == 1)
                pen.line(shape.x() + Shape.SIDE, lane.top() + 0.5, shape.box().right() - Shape.SIDE, lane.top() + 0.5,
                        pen.theme().line(), 1);
            boolean past = met.isPresent() && lane.side() == 0 && lane.size() == 0;
            String words = past ? Texts.of("canvas.has-met", lane.name()) : Texts.of("canvas.keeps", lane.name());
            if (met.isPresent())
                pen.box(shape.x() + Shape.SIDE + 1, lane.top() + CAPTION - 7, Type.width(words, SourceBody.LABEL) + 4,
                        14, 2, pen.theme().raised());
            pen.left(shape.x() + Shape.SIDE + 3, lane.top() + CAPTION, words, SourceBody.LABEL, pen.theme().text3());
            pen.right(shape.box().right() - Shape.SIDE, lane.top() + CAPTION, String.valueOf(lane.size()), COUNT,
                    pen.theme().text());
            discs(pen, shape, lane, labels, met.isPresent() && lane.side() == 0);
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

    private static void discs(Pen pen, Shape shape, Lane lane, Labels labels, boolean taken) {
        List<Event> shown = shown(shape, lane);
        if (lane.size() == 0 && !taken)
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

    static List<Spot> spots(Shape shape, View.Join join, Labels labels, int rows) {
        List<Spot> spots = new ArrayList<>();
        met(shape, join, labels, rows).ifPresent(m -> spots.add(Spot.disc(m.event(), shape.id(), m.at(), RADIUS)));
        for (Lane lane : lanes(shape, join)) {
            List<Event> shown = shown(shape, lane);
            for (int i = 0; i < shown.size(); i++)
                spots.add(Spot.disc(shown.get(i), shape.id(), place(shape, lane, i), RADIUS));
        }
        return spots;
    }
}
