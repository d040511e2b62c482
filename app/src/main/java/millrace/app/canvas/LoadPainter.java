package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.shape.StrokeLineCap;
import millrace.app.look.Type;
import millrace.compile.Plan.PlanWire;
import millrace.design.Point;
import millrace.event.Event;
import millrace.simulation.Activity;
import millrace.trace.Moment;
import millrace.trace.Status;

/** What stands on wires: events that wait for their node to take them, a wire that is full, one that is blocked. */
final class LoadPainter {
    private static final double RADIUS = 8;
    private static final double PITCH = 18;
    /** The first one stands so far from the port. */
    private static final double FIRST = 15;
    private static final double BLOCKED = 26;
    private static final int MOST = 5;
    private final Pen pen;
    private final Layout layout;
    private final Labels labels;

    LoadPainter(Pen pen, Layout layout, Labels labels) {
        this.pen = pen;
        this.layout = layout;
        this.labels = labels;
    }

    /** What waits at the end of one wire. */
    record Load(PlanWire wire, List<Event> waiting, boolean blocked, int onWire) {
        boolean full() {
            return waiting.size() + onWire >= wire.capacity();
        }
    }

    /** The loads of all wires into nodes where events may wait. */
    static List<Load> loads(Moment moment, Labels labels) {
        List<Load> loads = new ArrayList<>();
        for (Status status : moment.statuses()) {
            if (status.activities().isEmpty()) continue;
            int lane = 0;
            for (PlanWire wire : labels.wiresInto(status.node())) {
                int lanes = labels.instancesOf(wire.from());
                loads.add(load(moment, status, wire, lane, lane + lanes));
                lane += lanes;
            }
        }
        return loads;
    }

    private static Load load(Moment moment, Status status, PlanWire wire, int from, int to) {
        List<Event> waiting = new ArrayList<>();
        boolean blocked = false;
        for (int lane = from; lane < to; lane++) {
            for (Activity a : status.activities())
                if (lane < a.waiting().size()) waiting.addAll(a.waiting().get(lane));
            blocked |= status.blocked(lane);
        }
        int travelling = (int) moment.travelling()
                .stream()
                .filter(t -> t.wire().equals(wire.id()) && t.element() instanceof Event)
                .count();
        return new Load(wire, waiting, blocked, travelling);
    }

    void paint(Moment moment) {
        for (Load load : loads(moment, labels))
            layout.wireCurve(load.wire().id()).ifPresent(c -> paint(load, c));
    }

    private void paint(Load load, Curve curve) {
        if (load.full()) full(curve);
        List<Event> waiting = load.waiting();
        for (int i = Math.min(MOST, waiting.size()) - 1; i >= 0; i--)
            disc(curve.before(FIRST + (load.blocked() ? BLOCKED : 0) + i * PITCH), waiting.get(i), load.wire().id());
        if (waiting.size() > MOST) more(curve, load);
        if (load.blocked()) blocked(curve.before(FIRST + 2));
    }

    private void full(Curve curve) {
        pen.solid();
        curve.trace(pen.g());
        pen.g().setLineCap(StrokeLineCap.BUTT);
        pen.g().setStroke(pen.theme().fail());
        pen.g().setLineWidth(3);
        pen.g().stroke();
    }

    private void disc(Point at, Event event, String wire) {
        Labels.Face face = labels.onWire(event, wire);
        pen.marks()
                .event(at.x(), at.y(), RADIUS, labels.colour(pen.theme(), face.key()), pen.theme().bg(),
                        face.figure());
    }

    private void more(Curve curve, Load load) {
        Point at = curve.before(FIRST + (load.blocked() ? BLOCKED : 0) + MOST * PITCH + 4);
        String text = "+" + (load.waiting().size() - MOST);
        double width = Type.width(text, Type.figures(11, 700)) + 10;
        pen.box(at.x() - width / 2, at.y() - 9, width, 18, 9, pen.theme().token());
        pen.marks().text(at.x(), at.y(), text, Type.figures(11, 700), pen.theme().onToken());
    }

    /** Its barrier is in, those of the others are not: nothing is taken from here. */
    private void blocked(Point at) {
        pen.solid();
        pen.box(at.x() - 5, at.y() - 12, 4, 24, 2, pen.theme().checkpoint());
        pen.box(at.x() + 1, at.y() - 12, 4, 24, 2, pen.theme().checkpoint());
    }

    /** The events that wait and can be pointed at. */
    List<Spot> spots(Moment moment) {
        List<Spot> spots = new ArrayList<>();
        for (Load load : loads(moment, labels)) {
            Optional<Curve> curve = layout.wireCurve(load.wire().id());
            for (int i = 0; i < Math.min(MOST, load.waiting().size()) && curve.isPresent(); i++) {
                Point at = curve.get().before(FIRST + (load.blocked() ? BLOCKED : 0) + i * PITCH);
                spots.add(Spot.disc(load.waiting().get(i), labels.nodeAt(load.wire().to()), at, RADIUS));
            }
        }
        return spots;
    }
}
