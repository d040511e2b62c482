package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.Figures;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Point;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Pane;
import millrace.operator.View;
import millrace.trace.NodeMoment;

/** The latest results that reached a sink: window, key, sign of its timing, value. */
final class SinkBody {
    private static final Font WHEN = Type.figures(12, 500);
    private static final Font VALUE = Type.figures(13.5, 700);
    private static final Font CHANGED = Type.figures(12, 700);
    private static final double CHIP = 15;
    private static final double SIGN = 24;
    static final double FIRST_ROW = 64;

    private SinkBody() {}

    static int rows(Shape shape) {
        return (int) ((shape.bottom() - shape.y() - Shape.HEADER - 12) / Sizes.SINK_ROW);
    }

    static String summary(NodeMoment.Sink s) {
        return Texts.counted("canvas.results", s.count());
    }

    /** How wide a sink must be for this row. */
    static double width(Labels labels, String node, NodeMoment.Arrival a) {
        boolean keyed = !labels.into(a.event(), node).key().isEmpty();
        if (a.event().schema.changelog())
            return 2 * Shape.SIDE + SIGN + 10 + (keyed ? CHIP + 6 : 0)
                    + Type.width(values(labels, node, a.event()), CHANGED);
        return 2 * Shape.SIDE + Type.width(when(labels, node, a.event()), WHEN) + (keyed ? CHIP + 6 : 0) + 24
                + Math.max(24, Type.width(value(labels, node, a.event()), font(labels, node, a.event())));
    }

    /** All that an event says but the key. */
    private static String values(Labels labels, String node, Event event) {
        return values(labels, node, event, i -> Figures.text(event, i, labels.clock()));
    }

    private static String values(Labels labels, String node, Event event, IntFunction<String> text) {
        int key = labels.inputKey(node);
        return IntStream.range(0, event.schema.fields().size())
                .filter(i -> i != key)
                .mapToObj(text)
                .map(t -> t.isEmpty() ? "–" : t)
                .collect(Collectors.joining("  "));
    }

    /** What a row of a sink says. */
    private record Words(String when, String value) {
        static Words fitting(Labels labels, String node, Event event, Font font, double room) {
            Words words = new Words(SinkBody.when(labels, node, event), SinkBody.value(labels, node, event));
            double width = Type.width(words.when, WHEN) + Type.width(words.value, font);
            return width <= room ? words : words.shorter(labels, node, event);
        }

        /** With its times as short as at a wire. */
        Words shorter(Labels labels, String node, Event event) {
            if (event.schema.panes()) return this;
            return new Words(labels.tag(event.time), values(labels, node, event, i -> brief(labels, event, i)));
        }

        private static String brief(Labels labels, Event event, int field) {
            boolean time = event.schema.type(field) == FieldType.TIMESTAMP;
            return time && event.value(field) instanceof Long at ? labels.tag(at)
                    : Figures.text(event, field, labels.clock());
        }
    }

    /** A change: its sign, the chip of its key, the row. */
    private static void change(Pen pen, Shape shape, double y, Event event, Labels labels) {
        double left = shape.x() + Shape.SIDE;
        Labels.Face face = labels.into(event, shape.id());
        pen.g().save();
        pen.g().translate(left + SIGN / 2, y);
        pen.g().scale(0.85, 0.85);
        pen.marks().change(0, 0, labels.colour(pen.theme(), face.key()), pen.theme().raised(), ChangeKind.of(event));
        pen.g().restore();
        if (!face.key().isEmpty()) chip(pen, left + SIGN + 6, y - CHIP / 2, face.key(), labels);
        double x = left + SIGN + 6 + (face.key().isEmpty() ? 0 : CHIP + 6);
        double right = shape.box().right() - Shape.SIDE;
        Color colour = ChangeKind.of(event).adds() ? pen.theme().text() : pen.theme().text3();
        pen.right(right, y, Type.fit(values(labels, shape.id(), event), CHANGED, right - x), CHANGED, colour);
    }

    private static String when(Labels labels, String node, Event event) {
        if (!event.schema.panes()) return labels.clock().format(event.time);
        Pane pane = Pane.of(event);
        return labels.window(node, pane.start(), pane.end());
    }

    private static String value(Labels labels, String node, Event event) {
        if (!event.schema.panes()) return values(labels, node, event);
        List<Figures.Named> all = Figures.results(event, labels.inputKey(node));
        return all.isEmpty() ? "" : all.getFirst().value();
    }

    /** The second line of a sink: how it writes, then how much it has. */
    static void summary(Pen pen, Shape shape, NodeMoment.Sink s) {
        String words = switch (s.view()) {
            case View.Table t -> Texts.counted("canvas.rows", t.size());
            case View.Transactions t -> Texts.of("canvas.committed-rows", t.committedSize());
            default -> s.count() == 0 ? Sizes.summary(shape.node(), shape.type()) : summary(s);
        };
        pen.onBaseline(shape.x() + 43, shape.y() + 35, words, Sizes.setting(), pen.theme().text2());
    }

    static void paint(Pen pen, Shape shape, NodeMoment.Sink s, Labels labels, Motion motion) {
        if (s.latest().isEmpty()) {
            pen.left(shape.x() + Shape.SIDE, shape.y() + 68, Texts.of("canvas.nothing-so-far"), SourceBody.LABEL,
                    pen.theme().text3());
            return;
        }
        for (int i = 0; i < Math.min(rows(shape), s.latest().size()); i++)
            row(pen, shape, i, s.latest().get(i), labels, motion);
    }

    /** Whether something in the sink is new, and seen to be. */
    static boolean moving(NodeMoment.Sink s, Motion motion) {
        if (motion.outlined()) return s.latest().stream().anyMatch(a -> motion.outlines(a.at()));
        return motion.playing() && !s.latest().isEmpty()
                && motion.age(s.latest().getFirst().at()) < Motion.LEAVE + 40;
    }

    private static void row(Pen pen, Shape shape, int i, NodeMoment.Arrival a, Labels labels, Motion motion) {
        double y = shape.y() + FIRST_ROW + i * Sizes.SINK_ROW;
        double fade = i == 0 ? 0.3 + 0.7 * motion.progress(a.at(), Motion.LEAVE) : 1 - 0.06 * i;
        double whole = pen.g().getGlobalAlpha();
        if (motion.outlines(a.at()))
            pen.rim(shape.x() + 5, y - 11, shape.width() - 10, 22, 5, pen.theme().ink(), Tokens.STATE_LINE);
        pen.g().setGlobalAlpha(whole * fade);
        Event event = a.event();
        if (event.schema.changelog()) {
            change(pen, shape, y, event, labels);
            pen.g().setGlobalAlpha(whole);
            return;
        }
        if (labels.lore().doubled(shape.id(), event.id, a.at())) doubled(pen, shape, y);
        double right = shape.box().right() - Shape.SIDE;
        String key = labels.into(event, shape.id()).key();
        double room = shape.width() - 2 * Shape.SIDE - (key.isEmpty() ? 18 : 18 + CHIP + 6);
        Font font = font(labels, shape.id(), event);
        Words words = Words.fitting(labels, shape.id(), event, font, room);
        String value = Type.fit(words.value(), font, room - Type.width(words.when(), WHEN));
        pen.left(shape.x() + Shape.SIDE, y, words.when(), WHEN, pen.theme().text2());
        pen.right(right, y, value, font, pen.theme().text());
        double mark = right - Math.max(24, Type.width(value, font)) - 8;
        if (event.schema.panes()) {
            Pane pane = Pane.of(event);
            if (pane.retraction()) strike(pen, right, y, value);
            pen.marks().timing(pane.timing(), mark, y, 4.8);
        }
        if (!key.isEmpty()) chip(pen, mark - 8 - CHIP, y - CHIP / 2, key, labels);
        pen.g().setGlobalAlpha(whole);
    }

    /** A row that is there twice stands on the ground of a failure, with a bar beside it. */
    private static void doubled(Pen pen, Shape shape, double y) {
        pen.solid();
        pen.box(shape.x() + 5, y - 11, shape.width() - 10, 22, 5, pen.theme().failSoft());
        pen.box(shape.x() + 5, y - 11, 3, 22, 1.5, pen.theme().fail());
    }

    /** What has several values writes them smaller. */
    private static Font font(Labels labels, String node, Event event) {
        int values = event.schema.fields().size() - (labels.inputKey(node) >= 0 ? 1 : 0);
        return !event.schema.panes() && values > 1 ? CHANGED : VALUE;
    }

    private static void strike(Pen pen, double right, double y, String value) {
        pen.line(right - Type.width(value, VALUE) - 2, y, right + 2, y, pen.theme().text(), 1.6);
    }

    /** A key's chip: its colour and letter. */
    static void chip(Pen pen, double x, double y, String key, Labels labels) {
        var colour = labels.colour(pen.theme(), key);
        pen.box(x, y, CHIP, CHIP, 4, colour.fill());
        pen.marks().text(x + CHIP / 2, y + CHIP / 2, labels.keys().letter(key), Type.figures(10, 700), colour.figure());
    }

    static List<Spot> spots(Shape shape, NodeMoment.Sink s) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < Math.min(rows(shape), s.latest().size()) && !shape.compact(); i++) {
            Point at = new Point(shape.box().centre().x(), shape.y() + FIRST_ROW + i * Sizes.SINK_ROW);
            spots.add(new Spot(s.latest().get(i).event(), shape.id(), at, shape.width() - 12, Sizes.SINK_ROW));
        }
        return spots;
    }
}
