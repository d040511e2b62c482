package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import millrace.app.look.Figures;
import millrace.app.look.Hatch;
import millrace.app.look.Ink;
import millrace.app.look.KeyColour;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.app.tool.Part;
import millrace.design.Point;
import millrace.event.Watermark;
import millrace.trace.FactKind;
import millrace.trace.NodeMoment;
import millrace.trace.NodeMoment.WindowView;
import millrace.trace.NodeMoment.WindowView.State;

/** A small time chart: the newest windows as columns, events at their event time, the watermark as a line. */
final class WindowBody {
    private static final double INSET = 14;
    private static final double TOP = 83.5;
    private static final double HEIGHT = Tokens.COLUMN;
    private static final double GAP = 4;
    private static final double CORNER = Tokens.TOKEN_CORNER;
    private static final double RADIUS = Tokens.EVENT_IN_NODE;
    private static final double LABELS = 73;
    private static final double BOUNDS = 161;
    private static final Font VALUE = Type.figures(13.5, 700);
    private static final Font SMALL_VALUE = Type.figures(11, 700);
    private static final Font BOUND = Type.figures(11, 500);
    private static final Font FOOT = Type.words(11.5, 400);
    private static final Font FOOT_STRONG = Type.words(11.5, 600);

    private WindowBody() {}

    /** A window and its column. */
    private record Column(WindowView view, double x, double y, double width, boolean inTime) {
        boolean bounded() {
            return inTime && view.start() > Long.MIN_VALUE / 2 && view.end() < Long.MAX_VALUE / 2
                    && view.end() > view.start();
        }

        /** Where a time lies in the window, as a share; without bounds, events stand in a row. */
        double share(long time, int place) {
            return bounded() ? 1.0 * (time - view.start()) / (view.end() - view.start())
                    : (place + 1.0) / (view.contents().size() + 1);
        }

        double right() {
            return x + width;
        }
    }

    private static List<Column> columns(Shape shape, NodeMoment.Window w) {
        int n = shape.columns();
        double width = (shape.width() - 2 * INSET - (n - 1) * GAP) / n;
        int shown = Math.min(n, w.windows().size());
        List<WindowView> newest = w.windows().subList(w.windows().size() - shown, w.windows().size());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            double x = shape.x() + INSET + i * (width + GAP);
            columns.add(new Column(newest.get(i), x, shape.y() + TOP, width, shape.clockBadge()));
        }
        return columns;
    }

    static void paint(Pen pen, Shape shape, NodeMoment.Window w, Labels labels, Motion motion) {
        List<Column> columns = columns(shape, w);
        columns.forEach(c -> frame(pen, c, motion));
        line(pen, shape, columns, w, motion);
        columns.forEach(c -> contents(pen, shape, c, labels, motion));
        columns.forEach(c -> value(pen, shape, c, labels));
        bounds(pen, columns, labels);
        if (w.windows().isEmpty())
            pen.left(shape.x() + INSET, shape.y() + TOP + HEIGHT / 2, Texts.of("canvas.no-window"), SourceBody.LABEL,
                    pen.theme()
                            .text3());
        more(pen, shape, columns.size(), w);
        foot(pen, shape, w);
    }

    private static void frame(Pen pen, Column c, Motion motion) {
        Theme theme = pen.theme();
        State state = c.view().state();
        double tint = state == State.KEPT ? 0.19 : state == State.OPEN ? 0.11 : 0.07;
        pen.box(c.x(), c.y(), c.width(), HEIGHT, CORNER, Pen.alpha(theme.event(), tint));
        if (state == State.KEPT)
            pen.box(c.x(), c.y(), c.width(), HEIGHT, CORNER, Hatch.of(Pen.alpha(theme.event(), 0.14),
                    false));
        if (state == State.OPEN) pen.g().setLineDashes(4, 3);
        pen.rim(c.x(), c.y(), c.width(), HEIGHT, CORNER, Pen.alpha(theme.event(), state == State.EXPIRED ? 0.35 : 0.68),
                1.5);
        pen.solid();
        c.view().lastPane().ifPresent(p -> flash(pen, c, p, motion));
    }

    /** The top edge of a column flashes as a pane leaves it. */
    private static void flash(Pen pen, Column c, NodeMoment.PaneView pane, Motion motion) {
        if (motion.outlines(pane.at()))
            pen.rim(c.x(), c.y(), c.width(), HEIGHT, CORNER, pen.theme().timing(pane.pane().timing()),
                    Tokens.STATE_LINE);
        double t = motion.progress(pane.at(), Motion.LEAVE);
        if (t >= 1) return;
        Color colour = pen.theme().timing(pane.pane().timing());
        pen.line(c.x() + 2, c.y(), c.right() - 2, c.y(), Pen.alpha(colour, 1 - t), 3);
    }

    private static void contents(Pen pen, Shape shape, Column c, Labels labels, Motion motion) {
        List<NodeMoment.Content> contents = c.view().contents();
        double whole = pen.g().getGlobalAlpha();
        if (c.view().state() == State.EXPIRED) pen.g().setGlobalAlpha(whole * 0.5);
        for (int i = 0; i < contents.size(); i++)
            disc(pen, shape, c, i, labels, motion);
        pen.g().setGlobalAlpha(whole);
        if (!c.view().key().isEmpty()) key(pen, c, labels);
    }

    /** The key of the window as a small chip in the corner. */
    private static void key(Pen pen, Column c, Labels labels) {
        KeyColour colour = labels.colour(pen.theme(), c.view().key());
        pen.box(c.x() + 3, c.y() + 3, 12, 12, 3, colour.fill());
        pen.marks()
                .text(c.x() + 9, c.y() + 9, labels.keys().letter(c.view().key()), Type.figures(9, 700),
                        colour.figure());
    }

    private static void disc(Pen pen, Shape shape, Column c, int i, Labels labels, Motion motion) {
        NodeMoment.Content content = c.view().contents().get(i);
        double r = radius(c);
        Point at = place(c, i);
        double fall = Motion.easeOut(motion.progress(content.at(), Motion.FALL_IN));
        double y = c.y() + r + (at.y() - c.y() - r) * fall;
        Labels.Face face = labels.into(content.event(), shape.id());
        KeyColour colour = labels.colour(pen.theme(), c.view().key().isEmpty() ? face.key() : c.view().key());
        String figure = r >= 8 || r >= 7 && face.figure().length() == 1 ? face.figure() : "";
        if (content.late()) pen.marks().late(at.x(), y, r >= RADIUS ? 9 : r * 0.9, colour, pen.theme().panel(), figure);
        else
            pen.marks().event(at.x(), y, r, colour, pen.theme().panel(), figure);
    }

    private static double radius(Column c) {
        int n = c.view().contents().size();
        double most = c.width() < 50 ? 8 : RADIUS;
        return n <= 6 ? most : n <= 10 ? 7 : n <= 18 ? 4.5 : 3;
    }

    /** Across at its event time, upwards by arrival. */
    private static Point place(Column c, int i) {
        double r = radius(c);
        int n = c.view().contents().size();
        double x = c.x() + c.share(c.view().contents().get(i).event().time, i) * c.width();
        double bottom = c.y() + HEIGHT - r - 3;
        double pitch = n < 2 ? 0 : Math.min(2 * r + 0.5, (bottom - c.y() - r - 3) / (n - 1));
        return new Point(Math.clamp(x, c.x() + r + 1.5, c.right() - r - 1.5), bottom - i * pitch);
    }

    private static void value(Pen pen, Shape shape, Column c, Labels labels) {
        Optional<NodeMoment.PaneView> pane = c.view().lastPane();
        if (pane.isEmpty()) return;
        List<Figures.Named> all = Figures.results(pane.get().event(), labels.outputKey(shape.id()));
        String whole = all.isEmpty() ? "" : all.getFirst().value();
        Font font = Type.width(whole, VALUE) > c.width() - 16 ? SMALL_VALUE : VALUE;
        String text = Type.fit(whole, font, c.width() - 14);
        double width = 15 + Type.width(text, font);
        double x = c.x() + (c.width() - width) / 2;
        double y = shape.y() + LABELS;
        pen.marks().timing(pane.get().pane().timing(), x + 5, y, 4.8);
        pen.left(x + 15, y, text, font, pen.theme().text());
    }

    /** The start of each window under its column, the end under the last one. */
    private static void bounds(Pen pen, List<Column> columns, Labels labels) {
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            if (!c.bounded() || same(columns, i)) continue;
            long size = c.view().end() - c.view().start();
            double y = c.y() - TOP + BOUNDS;
            if (beginsAsAnother(columns, i)) {
                pen.right(c.right(), y, labels.bound(c.view().end(), size), BOUND, pen.theme().event());
                continue;
            }
            String start = labels.bound(c.view().start(), size);
            pen.left(c.x() + 1, y, start, BOUND, pen.theme().event());
            String end = labels.bound(c.view().end(), size);
            boolean room = Type.width(start, BOUND) + Type.width(end, BOUND) + 6 < c.width();
            boolean last = i == columns.size() - 1;
            if (room && (last || !columns.get(i + 1).bounded()
                    || columns.get(i + 1).view().start() != c.view().end() && !same(columns, i + 1)))
                pen.right(c.right(), y, end, BOUND, pen.theme().event());
        }
    }

    /** Whether a window beside it begins with it but ends elsewhere, as those of Cumulate do: its end tells them apart. */
    private static boolean beginsAsAnother(List<Column> columns, int i) {
        return i > 0 && beginsWith(columns.get(i), columns.get(i - 1))
                || i + 1 < columns.size() && beginsWith(columns.get(i), columns.get(i + 1));
    }

    private static boolean beginsWith(Column a, Column b) {
        return a.view().start() == b.view().start() && a.view().end() != b.view().end();
    }

    /** Whether this window is the one before it, of another key. */
    private static boolean same(List<Column> columns, int i) {
        return i > 0 && columns.get(i).view().start() == columns.get(i - 1).view().start()
                && columns.get(i).view().end() == columns.get(i - 1).view().end();
    }

    /** The watermark with its flag; in windows of processing time, the clock. */
    private static void line(Pen pen, Shape shape, List<Column> columns, NodeMoment.Window w, Motion motion) {
        boolean processing = shape.processingTime();
        long time = processing ? (long) motion.now() : w.watermark();
        Color colour = processing ? pen.theme().proc() : pen.theme().event();
        if (time == Watermark.NONE || time == Watermark.FINAL) return;
        Column flagged = columns.reversed()
                .stream()
                .filter(c -> c.bounded() && c.view().start() <= time && time < c.view().end())
                .findFirst()
                .orElse(columns.isEmpty() ? new Column(NOWHERE, 0, 0, 0, false) : columns.getLast());
        if (!flagged.bounded() || time < flagged.view().start()) return;
        double share = Math.min(1, flagged.share(time, 0));
        flag(pen, flagged.x() + share * flagged.width(), flagged.y(), colour);
    }

    private static final WindowView NOWHERE = new WindowView("", 0, 0, State.EXPIRED, List.of(), 0, Optional.empty());

    private static void flag(Pen pen, double x, double y, Color colour) {
        Ink g = pen.g();
        g.setLineCap(StrokeLineCap.BUTT);
        pen.line(x, y + 3, x, y + HEIGHT + 4, colour, 2.2);
        g.setFill(colour);
        g.fillPolygon(new double[] {x, x + 8, x}, new double[] {y + 3, y + 7.5, y + 12}, 3);
    }

    /** How many windows with state have no column. */
    private static void more(Pen pen, Shape shape, int shown, NodeMoment.Window w) {
        long hidden = w.openCount() - w.windows()
                .subList(w.windows().size() - shown, w.windows().size())
                .stream()
                .filter(v -> v.state() != State.EXPIRED)
                .count();
        if (hidden > 0)
            pen.left(shape.x() + INSET, shape.y() + Shape.HEADER + 11, Texts.of("canvas.and-more", hidden), FOOT, pen
                    .theme()
                    .text3());
    }

    private static void foot(Pen pen, Shape shape, NodeMoment.Window w) {
        double y = shape.bottom() - Shape.FOOT / 2;
        Theme theme = pen.theme();
        String late = Texts.of("canvas.late-added", w.lateAdded());
        pen.left(shape.x() + Shape.SIDE, y, late, w.lateAdded() > 0 ? FOOT_STRONG : FOOT, w.lateAdded() > 0
                ? theme.late()
                : theme.text2());
        double x = shape.x() + Shape.SIDE + Type.width(late, FOOT_STRONG) + 18;
        pen.left(x, y, Texts.of("canvas.dropped", w.dropped()), w.dropped() > 0 ? FOOT_STRONG : FOOT,
                w.dropped() > 0 ? theme.late()
                        : theme.text2());
    }

    static List<Spot> spots(Shape shape, NodeMoment.Window w) {
        List<Spot> spots = new ArrayList<>();
        for (Column c : columns(shape, w)) {
            for (int i = 0; i < c.view().contents().size(); i++) {
                double r = Math.max(5, radius(c));
                spots.add(Spot.disc(c.view().contents().get(i).event(), shape.id(), place(c, i), r));
            }
            c.view()
                    .lastPane()
                    .ifPresent(p -> spots.add(new Spot(p.event(), shape.id(), new Point(c.x() + c.width() / 2,
                            shape.y() + LABELS), c.width(), 18)));
        }
        return spots;
    }

    /** The columns, the figures below them, and where there is room for windows that are not there. */
    static List<Parts.Area> parts(Shape shape, NodeMoment.Window w) {
        List<Parts.Area> areas = new ArrayList<>();
        for (Column c : columns(shape, w)) {
            WindowView v = c.view();
            areas.add(new Parts.Area(new Part.Window(v.key(), v.start(), v.end()),
                    new Box(c.x(), c.y(), c.width(), BOUNDS + 8 - TOP)));
        }
        double foot = shape.bottom() - Shape.FOOT;
        double split = shape.x() + Shape.SIDE + Type.width(Texts.of("canvas.late-added", w.lateAdded()), FOOT_STRONG)
                + 9;
        if (w.lateAdded() > 0)
            areas.add(new Parts.Area(new Part.Count(FactKind.ADDED),
                    new Box(shape.x() + Shape.SIDE, foot, split - shape.x() - Shape.SIDE, Shape.FOOT)));
        if (w.dropped() > 0)
            areas.add(new Parts.Area(new Part.Count(FactKind.DROPPED), new Box(split, foot, 76, Shape.FOOT)));
        areas.add(new Parts.Area(new Part.NoWindow(),
                new Box(shape.x() + INSET, shape.y() + TOP, shape.width() - 2 * INSET, HEIGHT)));
        return areas;
    }

    /** Whether something in the window moves now. */
    static boolean moving(NodeMoment.Window w, Motion motion) {
        if (motion.outlined())
            return w.windows().stream().anyMatch(v -> v.lastPane().filter(p -> motion.outlines(p.at())).isPresent());
        return motion.playing() && w.windows()
                .stream()
                .anyMatch(v -> v.lastPane().filter(p -> motion.age(p.at()) < Motion.LEAVE + 40).isPresent()
                        || !v.contents().isEmpty() && motion.age(v.contents().getLast().at()) < Motion.FALL_IN + 40);
    }
}
