package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import millrace.app.look.KeyColour;
import millrace.app.look.Marks;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Wire;
import millrace.event.Barrier;
import millrace.event.ChangeKind;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Pane;
import millrace.event.Watermark;
import millrace.operator.JoinNote;

/** Draws what moves, each thing in its own shape. */
final class TravelPainter {
    /** Height of a watermark's tag above its wire. */
    private static final double TAG_ABOVE = 19;
    private static final double STREAK = 0.16;
    /** Radius of the discs of a pair. */
    private static final double PAIR = 7;
    /** The broadest that a wire full of events becomes. */
    private static final double WIDEST = 22;
    private final Pen pen;
    private final Layout layout;
    private final Labels labels;
    private final Focus focus;
    /** How many rows of the trace are done. */
    private final int rows;

    TravelPainter(Pen pen, Layout layout, Labels labels, Focus focus, int rows) {
        this.rows = rows;
        this.pen = pen;
        this.layout = layout;
        this.labels = labels;
        this.focus = focus;
    }

    void paint(List<Traveller> travellers, Motion motion) {
        for (Traveller traveller : travellers) {
            switch (traveller) {
                case Traveller.OnWire t -> layout.wireCurve(t.wire()).ifPresent(c -> onWire(t, c, motion));
                case Traveller.Falling t -> falling(t);
                case Traveller.Density t -> layout.wireCurve(t.wire()).ifPresent(c -> density(t, c));
                case Traveller.Count t -> layout.wireCurve(t.wire()).ifPresent(c -> count(t, c));
            }
        }
    }

    private void onWire(Traveller.OnWire t, Curve curve, Motion motion) {
        Point at = curve.at(t.progress());
        switch (t.element()) {
            case Event e -> {
                if (motion.playing() && motion.speed() >= Motion.STREAKS) streak(t, e, curve);
                else
                    event(t, e, at);
            }
            case Watermark w -> watermark(at, w);
            case Idle i -> pen.marks().idle(at.x(), at.y());
            case End e -> pen.marks().end(at.x(), at.y());
            case Barrier b -> pen.marks().barrier(at.x(), at.y(), b.checkpoint);
        }
        // While the clock waits for this alone, it is said where it goes.
        if (motion.paced().filter(p -> p.to() > p.from()).isPresent())
            pen.marks().ring(curve.to().x(), curve.to().y(), 10, 1.6, pen.theme().text());
    }

    private void watermark(Point at, Watermark w) {
        String text = labels.tag(w.time);
        pen.marks().watermark(at.x() + Marks.watermarkWidth(text) / 2, at.y() - TAG_ABOVE, text, TAG_ABOVE);
    }

    private void event(Traveller.OnWire t, Event e, Point at) {
        if (e.schema.changelog() && t.fate() == Traveller.Fate.PLAIN) change(t, e, at);
        else if (e.schema.panes() && t.fate() == Traveller.Fate.PLAIN) result(t, e, at);
        else if (labels.lore().pair(e.id).isPresent()) pair(labels.lore().pair(e.id).get(), e, at);
        else
            disc(e, labels.onWire(e, t.wire()), t.fate(), at);
    }

    private void change(Traveller.OnWire t, Event e, Point at) {
        KeyColour colour = labels.colour(pen.theme(), labels.onWire(e, t.wire()).key());
        pen.marks().change(at.x(), at.y(), colour, pen.theme().raised(), ChangeKind.of(e));
        if (focus.lit(e.id)) lit(Marks.CHANGE_WIDTH);
    }

    private void disc(Event e, Labels.Face face, Traveller.Fate fate, Point at) {
        KeyColour colour = labels.colour(pen.theme(), face.key());
        double r = Marks.ON_WIRE;
        switch (fate) {
            case PLAIN -> {
                if (labels.lore().replayed(e.id, rows))
                    pen.marks().replayed(at.x(), at.y(), r, colour, pen.theme().panel(), face.figure());
                else
                    pen.marks().event(at.x(), at.y(), r, colour, pen.theme().panel(), face.figure());
            }
            case LATE -> pen.marks().late(at.x(), at.y(), r * 0.92, colour, pen.theme().panel(), face.figure());
            case DROPPED -> pen.marks().dropped(at.x(), at.y(), r, pen.theme().bg(), face.figure());
            case FAILED -> pen.marks().failed(at.x(), at.y(), r, colour, pen.theme().panel(), face.figure());
            case LOST -> pen.marks().lost(at.x(), at.y(), r, pen.theme().bg(), face.figure());
        }
        if (focus.lit(e.id)) ring(at, r);
    }

    /** Each of the two in its own colour. */
    private void pair(JoinNote.Paired pair, Event e, Point at) {
        String node = labels.joinOf(e.id);
        Color left = labels.colour(pen.theme(), labels.into(pair.left(), node, 0).key()).fill();
        Color right = labels.colour(pen.theme(), labels.into(pair.right(), node, 1).key()).fill();
        pen.marks().pair(at.x(), at.y(), PAIR, left, right, pen.theme().panel());
        if (focus.lit(e.id)) ring(at, 2 * PAIR);
    }

    /** Too many to tell one from the other: the wire is the broader, the more are on a part of it. */
    private void density(Traveller.Density t, Curve curve) {
        int parts = t.parts().length;
        pen.solid();
        pen.g().setLineCap(StrokeLineCap.ROUND);
        for (int i = 0; i < parts; i++) {
            if (t.parts()[i] == 0) continue;
            Point from = curve.at((double) i / parts);
            Point to = curve.at((i + 1.0) / parts);
            double width = Math.min(WIDEST, 3 + 2.2 * Math.sqrt(t.parts()[i]));
            pen.line(from.x(), from.y(), to.x(), to.y(), Pen.alpha(pen.theme().token(), 0.72), width);
        }
        pen.g().setLineCap(StrokeLineCap.BUTT);
        count(new Traveller.Count(t.wire(), t.total()), curve);
    }

    private void ring(Point at, double r) {
        pen.marks().ring(at.x(), at.y(), r + 6, 1.6, pen.theme().text());
        pen.marks().ring(at.x(), at.y(), r + 9, 1, Pen.alpha(pen.theme().text(), 0.35));
    }

    /** A result grows as it leaves its window. */
    private void result(Traveller.OnWire t, Event e, Point at) {
        Pane pane = Pane.of(e);
        String text = Type.fit(labels.result(e, t.wire()), Type.figures(12.5, 700), 90);
        double scale = 0.7 + 0.3 * Motion.easeOut(Math.min(1, t.progress() * Motion.TRAVEL / Motion.LEAVE));
        pen.g().save();
        pen.g().translate(at.x(), at.y());
        pen.g().scale(scale, scale);
        if (pane.retraction()) pen.marks().retraction(0, 0, pane.timing(), text);
        else
            pen.marks().result(0, 0, pane.timing(), text);
        if (focus.lit(e.id)) lit(Marks.resultWidth(text));
        pen.g().restore();
    }

    private void lit(double width) {
        pen.rim(-width / 2 - 4.5, -15.5, width + 9, 31, 8, pen.theme().ink(), 2);
    }

    private void streak(Traveller.OnWire t, Event e, Curve curve) {
        Point head = curve.at(t.progress());
        Point tail = curve.at(Math.max(0, t.progress() - STREAK));
        pen.g().setLineCap(StrokeLineCap.ROUND);
        pen.line(tail.x(), tail.y(), head.x(), head.y(), streakColour(t, e), 6);
        pen.g().setLineCap(StrokeLineCap.BUTT);
    }

    private Color streakColour(Traveller.OnWire t, Event e) {
        if (t.fate() == Traveller.Fate.LATE || t.fate() == Traveller.Fate.DROPPED) return pen.theme().late();
        if (e.schema.panes()) return pen.theme().timing(Pane.of(e).timing());
        return labels.colour(pen.theme(), labels.onWire(e, t.wire()).key()).fill();
    }

    /** Out of the late port if there is one and nothing takes it from there, else out of the node. */
    private void falling(Traveller.Falling t) {
        Optional<Point> at = fallingAt(t);
        if (at.isEmpty()) return;
        pen.g().setGlobalAlpha(1 - 0.6 * t.progress());
        disc(t.event(), labels.into(t.event(), t.node()), t.fate(), at.get());
        pen.g().setGlobalAlpha(1);
    }

    private Optional<Point> fallingAt(Traveller.Falling t) {
        Optional<Shape> shape = layout.shape(t.node());
        Optional<Shape.Port> port = shape.flatMap(s -> s.outputs().stream().filter(Shape.Port::late).findFirst());
        if (shape.isEmpty() || t.fate() == Traveller.Fate.DROPPED && port.filter(p -> wired(p.ref())).isPresent())
            return Optional.empty();
        Point from = port.map(Shape.Port::at)
                .orElseGet(() -> new Point(shape.get().box().centre().x(), shape.get().box().bottom()));
        return Optional.of(new Point(from.x(), from.y() + Tokens.FALL * Motion.easeIn(t.progress())));
    }

    private boolean wired(PortRef port) {
        return layout.wires().outOf(port.node()).stream().map(Wire::from).anyMatch(port::equals);
    }

    private void count(Traveller.Count t, Curve curve) {
        Point at = curve.at(0.5);
        String text = String.valueOf(t.events());
        double width = Type.width(text, Type.figures(11, 700)) + 12;
        pen.box(at.x() - width / 2, at.y() - 9, width, 18, 9, pen.theme().token());
        pen.marks().text(at.x(), at.y(), text, Type.figures(11, 700), pen.theme().onToken());
    }

    List<Spot> spots(List<Traveller> travellers) {
        List<Spot> spots = new ArrayList<>();
        for (Traveller traveller : travellers) {
            if (traveller instanceof Traveller.Falling f)
                fallingAt(f).ifPresent(at -> spots.add(Spot.disc(f.event(), f.node(), at, Marks.ON_WIRE + 2)));
            if (!(traveller instanceof Traveller.OnWire t) || !(t.element() instanceof Event e)) continue;
            layout.wireCurve(t.wire()).ifPresent(c -> {
                double half = e.schema.panes() ? 22 : Marks.ON_WIRE + 2;
                spots.add(Spot.disc(e, receiver(t.wire()), c.at(t.progress()), half));
            });
        }
        return spots;
    }

    private String receiver(String wire) {
        return Optional.ofNullable(layout.wires().all().get(wire)).map(w -> w.to().node()).orElse("");
    }
}
