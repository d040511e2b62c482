package millrace.app.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.look.Hatch;
import millrace.app.look.Theme;
import millrace.event.Timing;

/**
 * Windows of event time: columns that fill from their first event, layer by layer, each layer ending where a pane left.
 * A layer is darker by each pane that has left since it began; hatched while kept for late events; dashed while still to come.
 */
final class ColumnPainter {
    private static final double OPEN = 0.12;
    private static final double OLDER = 0.07;
    private static final double DARKEST = 0.33;
    private static final double LATE = 0.09;
    private static final double FAINTEST = 0.02;
    /** Narrower columns are only tinted. */
    private static final double OUTLINED = 3;

    private final Sheet sheet;
    private final GraphicsContext g;
    private final Theme theme;

    ColumnPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void fills() {
        for (Column c : sheet.lanes().visible())
            if (c.first() <= sheet.playhead()) fill(c, sheet.lanes().sides(c, sheet.plot()));
    }

    private void fill(Column c, Lanes.Sides sides) {
        double share = 1.0 / sheet.lanes().depth(c, sheet.plot());
        long from = c.first();
        int left = c.left(sheet.playhead());
        for (int i = 0; i < left; i++) {
            PaneMark pane = c.panes().get(i);
            if (pane.timing() == Timing.LATE && c.closed() < pane.at()) late(sides, from, pane.at(), share);
            else tint(sides, from, pane.at(), Math.min(DARKEST, OPEN + OLDER * (left - i)) * share);
            from = pane.at();
        }
        long until = Math.min(sheet.playhead(), c.gone());
        if (until <= from) return;
        if (c.closed() <= sheet.playhead()) kept(sides, from, until);
        else tint(sides, from, until, OPEN * share);
    }

    private void tint(Lanes.Sides sides, long from, long to, double strength) {
        if (sheet.shows(Layer.FILLING))
            rectangle(sides, from, to, Theme.alpha(theme.event(), Math.max(FAINTEST, strength)));
    }

    private void late(Lanes.Sides sides, long from, long to, double share) {
        tint(sides, from, to, LATE * share);
        if (sheet.shows(Layer.KEPT)) rectangle(sides, from, to, Hatch.late(theme));
    }

    private void kept(Lanes.Sides sides, long from, long to) {
        if (sheet.shows(Layer.KEPT) && sides.width() >= OUTLINED) rectangle(sides, from, to, Hatch.kept(theme));
    }

    private void rectangle(Lanes.Sides sides, long from, long to, Paint paint) {
        double top = sheet.plot().clampedY(to);
        g.setFill(paint);
        g.fillRect(sides.left(), top, Math.max(1, sides.width()), sheet.plot().clampedY(from) - top);
    }

    void outlines() {
        for (Column c : sheet.lanes().visible()) {
            Lanes.Sides sides = sheet.lanes().sides(c, sheet.plot());
            if (sides.width() < OUTLINED) continue;
            if (c.first() <= sheet.playhead()) outline(c, sides);
            if (sheet.shows(Layer.FUTURE) && c.last() > sheet.playhead()) toCome(c, sides);
        }
    }

    private void outline(Column c, Lanes.Sides sides) {
        boolean strong = sheet.hovers(c) || sheet.holds(c);
        double depth = sheet.lanes().depth(c, sheet.plot());
        g.setStroke(strong ? theme.ink() : Theme.alpha(theme.event(), depth > 1 ? 0.55 : 1));
        g.setLineWidth(strong ? 2 : depth > 1 ? 1 : 1.5);
        double bottom = sheet.plot().clampedY(c.first());
        double top = sheet.plot().clampedY(Math.min(sheet.playhead(), until(c)));
        g.strokePolyline(new double[] {sides.left(), sides.left(), sides.right(), sides.right()},
                new double[] {top, bottom, bottom, top}, 4);
    }

    /** Until when the column has sides: while its state is there, and at least up to its last pane. */
    private static long until(Column c) {
        return Math.max(c.last(), c.gone());
    }

    private void toCome(Column c, Lanes.Sides sides) {
        Color colour = Theme.alpha(theme.event(), sheet.hovers(c) ? 1 : 0.5);
        boolean begun = c.first() <= sheet.playhead();
        double bottom = sheet.plot().clampedY(begun ? sheet.playhead() : c.first());
        double top = sheet.plot().clampedY(c.last());
        g.setStroke(colour);
        g.setLineWidth(1.3);
        g.setLineDashes(5, 4);
        g.strokePolyline(new double[] {sides.left(), sides.left(), sides.right(), sides.right()},
                new double[] {bottom, top, top, bottom}, 4);
        if (!begun) g.strokeLine(sides.left(), bottom, sides.right(), bottom);
        g.setLineDashes();
    }

    /** A line across the column for every result that has left. */
    void panes() {
        for (Column c : sheet.lanes().visible()) {
            Lanes.Sides sides = sheet.lanes().sides(c, sheet.plot());
            for (PaneMark p : c.panes()) {
                boolean come = p.at() <= sheet.playhead();
                if (sheet.shows(layer(p.timing())) && (come || sheet.hovers(c) && sheet.shows(Layer.FUTURE)))
                    pane(c, p, sides, come);
            }
        }
    }

    private void pane(Column c, PaneMark p, Lanes.Sides sides, boolean come) {
        double y = sheet.plot().clampedY(p.at());
        double inset = sides.width() > 8 ? 0.75 : 0;
        g.setStroke(Theme.alpha(theme.timing(p.timing()), come ? 1 : 0.5));
        g.setLineWidth((p.timing() == Timing.EARLY ? 2 : 3) + (sheet.hovers(c, p) ? 2 : 0));
        g.strokeLine(sides.left() + inset, y, Math.max(sides.left() + 1, sides.right() - inset), y);
    }

    static Layer layer(Timing timing) {
        return switch (timing) {
            case EARLY -> Layer.EARLY;
            case ON_TIME -> Layer.ON_TIME;
            case LATE -> Layer.LATE;
        };
    }
}
