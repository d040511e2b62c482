package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.KeyColour;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Counts;
import millrace.design.Point;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.operator.JoinNote;
import millrace.operator.View;
import millrace.trace.NodeMoment;

/**
 * A join in time: each event that is kept is a bar along event time, from its own time until the watermark lets it go, with its
 * partners beside it; the watermark is the line that lets go.
 */
final class RetentionBody {
    private static final int MOST = 4;
    private static final double FIRST = 18;
    private static final double PITCH = 23;
    private static final double RADIUS = 8;
    private static final double SMALL = 5.5;
    private static final double FOOT = 14;
    private static final Font COUNT = Type.words(11.5, 700);
    private static final Font WORDS = Type.words(11.5, 400);

    /** One event that is kept, and the pairs that it is in. */
    private record Bar(Event event, int side, long until, List<JoinNote.Paired> pairs) {
        long from() {
            return event.time;
        }

        boolean first() {
            return side == 0;
        }

        Event partner(JoinNote.Paired pair) {
            return first() ? pair.right() : pair.left();
        }
    }

    private final Shape shape;
    private final Labels labels;
    private final List<Bar> bars;
    private final double from;
    private final double to;

    private RetentionBody(Shape shape, Labels labels, List<Bar> bars) {
        this.shape = shape;
        this.labels = labels;
        this.bars = bars;
        long first = bars.stream().mapToLong(Bar::from).min().orElse(0);
        long last = bars.stream().mapToLong(Bar::until).max().orElse(1);
        double margin = Math.max(1, (last - first) * 0.06);
        from = first - margin;
        to = Math.max(last + margin, from + 1);
    }

    /** Nothing if the join keeps nothing, or doesn't say for how long. */
    static Optional<RetentionBody> of(Shape shape, View.Join join, Labels labels, int rows) {
        List<JoinNote.Paired> pairs = labels.lore().pairsOf(shape.id(), rows);
        List<Bar> bars = new ArrayList<>();
        join.left().forEach(e -> bar(shape, e, 0, labels, rows, pairs).ifPresent(bars::add));
        join.right()
                .stream()
                .filter(e -> pairs.stream().noneMatch(p -> p.right().id == e.id && has(bars, p.left())))
                .forEach(e -> bar(shape, e, 1, labels, rows, pairs).ifPresent(bars::add));
        if (bars.stream().noneMatch(b -> b.until > b.from())) return Optional.empty();
        List<Bar> newest = bars.stream()
                .sorted(Comparator.comparingLong((Bar b) -> b.event.id).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingLong(Bar::from))
                .toList();
        return Optional.of(new RetentionBody(shape, labels, newest));
    }

    private static boolean has(List<Bar> bars, Event event) {
        return bars.stream().anyMatch(b -> b.event.id == event.id);
    }

    private static Optional<Bar> bar(Shape shape, Event e, int side, Labels labels, int rows,
            List<JoinNote.Paired> pairs) {
        return labels.lore()
                .kept(e.id, shape.id(), rows)
                .filter(k -> k.until() >= e.time && k.until() != Long.MAX_VALUE)
                .map(k -> new Bar(e, side, k.until(),
                        pairs.stream().filter(p -> (side == 0 ? p.left() : p.right()).id == e.id).toList()));
    }

    private double x(long time) {
        double left = shape.x() + Shape.SIDE + RADIUS;
        double room = shape.width() - 2 * Shape.SIDE - 2 * RADIUS;
        return left + Math.clamp((time - from) / (to - from), 0, 1) * room;
    }

    private double y(int bar) {
        return shape.y() + Shape.HEADER + FIRST + bar * PITCH;
    }

    void paint(Pen pen, NodeMoment moment, View.Join join, int rows) {
        pen.solid();
        for (int i = 0; i < bars.size(); i++)
            bar(pen, bars.get(i), y(i));
        long watermark = moment.watermark();
        if (watermark != Watermark.NONE && watermark != Watermark.FINAL && watermark >= from && watermark <= to)
            line(pen, x(watermark));
        foot(pen, shape, labels, rows, join);
    }

    private void bar(Pen pen, Bar bar, double y) {
        Labels.Face face = labels.into(bar.event(), shape.id(), bar.side());
        KeyColour colour = labels.colour(pen.theme(), face.key());
        double start = x(bar.from());
        double end = Math.max(start + RADIUS, x(bar.until()));
        if (bar.until() > bar.from()) {
            pen.box(start, y - 8, end - start, 16, 4, Pen.alpha(colour.fill(), 0.2));
            pen.rim(start, y - 8, end - start, 16, 4, Pen.alpha(colour.fill(), 0.75), 1.2);
        }
        for (JoinNote.Paired pair : bar.pairs())
            partner(pen, start, y, x(bar.partner(pair).time), colour.fill());
        boolean alone = bar.pairs().isEmpty() && !bar.first();
        if (alone) pen.marks().notCommitted(start, y, RADIUS, pen.theme().raised(), face.figure());
        else
            pen.marks().event(start, y, RADIUS, colour, pen.theme().raised(), face.figure());
    }

    private static void partner(Pen pen, double x, double y, double at, Color colour) {
        double end = Math.abs(at - x) < RADIUS + SMALL ? x + RADIUS + SMALL + 3 : at;
        pen.line(x, y, end, y, colour, 2);
        pen.marks().oval(end, y, SMALL + 1, pen.theme().raised());
        pen.marks().oval(end, y, SMALL, colour);
        pen.marks().oval(end, y, 1.8, pen.theme().raised());
    }

    private void line(Pen pen, double x) {
        double top = shape.y() + Shape.HEADER + 5;
        pen.line(x, top, x, y(MOST - 1) + 11, pen.theme().event(), 2.2);
        pen.g().setFill(pen.theme().event());
        pen.g().fillPolygon(new double[] {x, x + 8, x}, new double[] {top, top + 4, top + 8}, 3);
    }

    /** How many pairs there were, and how many events that had no partner. */
    static void foot(Pen pen, Shape shape, Labels labels, int rows, View.Join join) {
        long pairs = labels.lore().pairs(shape.id(), rows);
        long alone = labels.lore().unmatched(shape.id(), rows);
        double y = shape.bottom() - FOOT;
        String first = Texts.counted("canvas.pairs", pairs);
        pen.left(shape.x() + Shape.SIDE, y, first, COUNT, pen.theme().text());
        String second = alone > 0 ? Texts.counted("canvas.alone", alone)
                : Texts.of("canvas.kept", Counts.grouped(join.leftSize() + join.rightSize()));
        pen.left(shape.x() + Shape.SIDE + Type.width(first, COUNT) + 10, y, second, WORDS, pen.theme().text2());
    }

    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            spots.add(Spot.disc(bar.event(), shape.id(), new Point(x(bar.from()), y(i)), RADIUS));
            for (JoinNote.Paired pair : bar.pairs())
                spots.add(Spot.disc(bar.partner(pair), shape.id(), new Point(x(bar.partner(pair).time), y(i)), SMALL));
        }
        return spots;
    }
}
