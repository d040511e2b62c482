package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.design.Point;
import millrace.trace.Losses;
import millrace.trace.Moment;
import millrace.trace.Status;

/** Below a node: its last snapshot, and what it lost for good: how many, and while it is down which. */
final class NodeBadges {
    private static final double BELOW = 13;
    private static final double RADIUS = 9.5;
    private static final double PITCH = 25;
    /** What is said below a node needs so much. */
    static final double ROOM = 20;
    private static final int MOST = 5;
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
            List<Losses.Loss> lost = labels.lore().lost(status.node(), moment.facts());
            if (!lost.isEmpty()) lost(shape.get(), lost, fresh(status, moment));
        }
    }

    /**
     * Where something is said below a node at any moment of the run: nothing else is to be written there, not even before,
     * so that nothing jumps while it plays.
     */
    List<Box> rooms(Moment moment, Box sight) {
        List<Box> rooms = new ArrayList<>();
        for (Shape shape : layout.shapesIn(sight)) {
            if (shape.compact() || moment.node(shape.id()).isEmpty()) continue;
            labels.lore().snapshot(shape.id(), Integer.MAX_VALUE).ifPresent(s -> rooms.add(snapshotRoom(shape, s)));
            int lost = labels.lore().lost(shape.id(), Integer.MAX_VALUE).size();
            if (lost > 0) rooms.add(lostRoom(shape, lost));
        }
        return rooms;
    }

    private Box snapshotRoom(Shape shape, Lore.Snapshot s) {
        return new Box(shape.x() + 4, shape.box().bottom() + BELOW - 6, 18 + Type.width(words(s), STRONG)
                + Type.width(labels.moment(s.at()), TIME), 12);
    }

    private static Box lostRoom(Shape shape, int lost) {
        double right = place(shape, lost, Math.min(MOST, lost) - 1).x() + RADIUS;
        return new Box(shape.x() + 3, lostLine(shape) - RADIUS, right - shape.x() - 3, 2 * RADIUS);
    }

    private static String words(Lore.Snapshot s) {
        return Texts.of("canvas.snapshot", String.valueOf(s.checkpoint()));
    }

    /** What was lost just now, or as the node went down from which it is not back. */
    private List<Losses.Loss> fresh(Status status, Moment moment) {
        return labels.lore()
                .lost(status.node(), moment.facts())
                .stream()
                .filter(l -> labels.lore().at(l) == moment.time()
                        || !status.isUp() && labels.lore().at(l) >= status.since())
                .toList();
    }

    private void lost(Shape shape, List<Losses.Loss> lost, List<Losses.Loss> fresh) {
        double y = lostLine(shape);
        String words = Texts.counted("canvas.lost", lost.size());
        double width = Type.width(words, STRONG) + 24;
        pen.solid();
        pen.box(shape.x() + 3, y - 9, width, 18, 9, pen.theme().failSoft());
        pen.marks().cross(shape.x() + 12, y, 3.2, 1.8, pen.theme().fail());
        pen.left(shape.x() + 20, y, words, STRONG, pen.theme().fail());
        for (int i = 0; i < Math.min(MOST, fresh.size()); i++) {
            Point at = place(shape, lost.size(), i);
            Labels.Face face = labels.into(fresh.get(i).event(), shape.id());
            pen.marks().lost(at.x(), at.y(), RADIUS, pen.theme().bg(), face.figure());
            if (focus.lit(fresh.get(i).event().id))
                pen.marks().ring(at.x(), at.y(), RADIUS + 4, 1.8, pen.theme().text());
        }
    }

    private static double lostLine(Shape shape) {
        return shape.box().bottom() + BELOW + 21;
    }

    private static Point place(Shape shape, int lost, int i) {
        double words = Type.width(Texts.counted("canvas.lost", lost), STRONG) + 24;
        return new Point(shape.x() + 3 + words + 14 + i * PITCH, lostLine(shape));
    }

    /** The lost events that are to be seen and can be pointed at. */
    List<Spot> spots(Moment moment) {
        List<Spot> spots = new ArrayList<>();
        for (Status status : moment.statuses()) {
            Optional<Shape> shape = layout.shape(status.node()).filter(s -> !s.compact());
            List<Losses.Loss> fresh = shape.isEmpty() ? List.of() : fresh(status, moment);
            int lost = labels.lore().lost(status.node(), moment.facts()).size();
            for (int i = 0; i < Math.min(MOST, fresh.size()); i++)
                spots.add(Spot.disc(fresh.get(i).event(), status.node(), place(shape.orElseThrow(), lost, i), RADIUS));
        }
        return spots;
    }

    private void snapshot(Shape shape, Lore.Snapshot s, double y) {
        Box room = snapshotRoom(shape, s);
        if (!layout.shapesIn(room).isEmpty()) return;
        String words = words(s);
        String time = labels.moment(s.at());
        double left = room.x();
        pen.solid();
        pen.box(left, y - 5, 2.4, 10, 1, pen.theme().checkpoint());
        pen.box(left + 4.4, y - 5, 2.4, 10, 1, pen.theme().checkpoint());
        pen.left(left + 12, y, words, STRONG, pen.theme().checkpoint());
        pen.left(left + 18 + Type.width(words, STRONG), y, time, TIME, pen.theme().checkpoint());
    }
}
