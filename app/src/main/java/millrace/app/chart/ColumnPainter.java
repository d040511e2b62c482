package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.chart.ChartModel.Stage;
import millrace.app.look.Hatch;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.event.Timing;

/**
 * Windows of event time: columns that fill from their first event, layer by layer, each layer ending where a pane left.
 * A layer is darker by each pane that has left since it began; hatched while kept for late events; dashed while still to come.
 */
final class ColumnPainter {
    private static final double OPEN = Tokens.PANE_TINT;
    private static final double OLDER = Tokens.OLDER_TINT;
    private static final double DARKEST = 0.33;
    private static final double LATE = Tokens.LATE_TINT;
    private static final double FAINTEST = 0.02;

    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    ColumnPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void fills() {
        for (Column c : sheet.windows().drawn())
            if (c.first() <= sheet.playhead()) fill(c);
        if (sheet.shows(Layer.FILLING)) sheet.windows().narrow().forEach(this::narrow);
    }

    private void narrow(Windows.Narrow n) {
        if (n.first() > sheet.playhead()) return;
        double top = sheet.plot().clampedY(Math.min(n.last(), sheet.playhead()));
        g.setFill(Theme.alpha(theme.event(), DARKEST));
        g.fillRect(n.x(), top, 1, Math.max(1, sheet.plot().clampedY(n.first()) - top));
    }

    private void fill(Column c) {
        double share = 1.0 / sheet.windows().depth(c);
        long from = c.first();
        int left = c.left(sheet.playhead());
        for (int i = 0; i < left; i++) {
            PaneMark pane = c.panes().get(i);
            if (pane.timing() == Timing.LATE && c.closed() < pane.at()) late(c, from, pane.at(), share);
            else
                tint(c, from, pane.at(), Math.min(DARKEST, OPEN + OLDER * (left - i)) * share);
            from = pane.at();
        }
        long until = Math.min(sheet.playhead(), c.gone());
        if (until <= from) return;
        if (c.closed() <= sheet.playhead()) kept(c, from, until);
        else
            tint(c, from, until, OPEN * share);
    }

    private void tint(Column c, long from, long to, double strength) {
        if (sheet.shows(Layer.FILLING))
            layer(c, from, to, Theme.alpha(theme.event(), Math.max(FAINTEST, strength)));
    }

    private void late(Column c, long from, long to, double share) {
        tint(c, from, to, LATE * share);
        if (sheet.shows(Layer.KEPT)) layer(c, from, to, Hatch.late(theme));
    }

    private void kept(Column c, long from, long to) {
        if (sheet.shows(Layer.KEPT)) layer(c, from, to, Hatch.kept(theme));
    }

    /** A layer from one instant to another, in as many pieces as the column grew meanwhile. */
    private void layer(Column c, long from, long to, Paint paint) {
        g.setFill(paint);
        long begin = from;
        for (Stage stage : c.stages()) {
            if (stage.from() <= begin || stage.from() >= to) continue;
            rectangle(sheet.windows().sides(c, sheet.plot(), begin), begin, stage.from());
            begin = stage.from();
        }
        rectangle(sheet.windows().sides(c, sheet.plot(), begin), begin, to);
    }

    private void rectangle(Windows.Sides sides, long from, long to) {
        double top = sheet.plot().clampedY(to);
        g.fillRect(sides.left(), top, Math.max(1, sides.width()), sheet.plot().clampedY(from) - top);
    }

    void outlines() {
        for (Column c : sheet.windows().drawn()) {
            if (c.first() <= sheet.playhead()) outline(c);
            if (sheet.shows(Layer.FUTURE) && c.last() > sheet.playhead()) toCome(c);
        }
    }

    private void outline(Column c) {
        boolean strong = sheet.hovers(c) || sheet.holds(c);
        double depth = sheet.windows().depth(c);
        g.setStroke(strong ? theme.ink() : Theme.alpha(theme.event(), depth > 1 ? 0.55 : 1));
        g.setLineWidth(strong ? 2 : depth > 1 ? 1 : 1.5);
        double[][] sides = sidesOf(c, c.first(), Math.min(sheet.playhead(), Math.max(c.last(), c.gone())));
        g.strokePolyline(sides[0], sides[1], sides[0].length);
    }

    /** Corners from the upper left down and up again to the upper right; a stair where a session grew. */
    private double[][] sidesOf(Column c, long from, long to) {
        List<Long> turns = new ArrayList<>(List.of(from));
        c.stages().stream().map(Stage::from).filter(t -> t > from && t < to).forEach(turns::add);
        int n = turns.size();
        double[] xs = new double[4 * n];
        double[] ys = new double[4 * n];
        for (int i = 0; i < n; i++) {
            Windows.Sides sides = sheet.windows().sides(c, sheet.plot(), turns.get(i));
            double bottom = sheet.plot().clampedY(turns.get(i));
            double top = sheet.plot().clampedY(i + 1 < n ? turns.get(i + 1) : to);
            int down = 2 * (n - 1 - i);
            int up = 2 * n + 2 * i;
            xs[down] = xs[down + 1] = sides.left();
            xs[up] = xs[up + 1] = sides.right();
            ys[down] = ys[up + 1] = top;
            ys[down + 1] = ys[up] = bottom;
        }
        return new double[][] {xs, ys};
    }

    private void toCome(Column c) {
        Color colour = Theme.alpha(theme.event(), sheet.hovers(c) ? 1 : 0.5);
        boolean begun = c.first() <= sheet.playhead();
        g.setStroke(colour);
        g.setLineWidth(1.3);
        g.setLineDashes(5, 4);
        double[][] sides = sidesOf(c, begun ? sheet.playhead() : c.first(), c.last());
        g.strokePolyline(sides[0], sides[1], sides[0].length);
        Windows.Sides above = sheet.windows().sides(c, sheet.plot(), c.last());
        double top = sheet.plot().clampedY(c.last());
        g.strokeLine(above.left(), top, above.right(), top);
        g.setLineDashes();
    }

    /** A line across the column for every result that has left. */
    void panes() {
        for (Column c : sheet.windows().drawn()) {
            for (PaneMark p : c.panes()) {
                boolean come = p.at() <= sheet.playhead();
                if (sheet.shows(layer(p.timing())) && (come || sheet.hovers(c) && sheet.shows(Layer.FUTURE)))
                    pane(c, p, come);
            }
        }
    }

    private void pane(Column c, PaneMark p, boolean come) {
        Windows.Sides sides = sheet.windows().sides(c, sheet.plot(), p.at());
        double y = sheet.plot().clampedY(p.at());
        double inset = sides.width() > 8 ? 0.75 : 0;
        g.setStroke(Theme.alpha(theme.timing(p.timing()), come ? 1 : Tokens.FUTURE_LINE));
        g.setLineWidth((p.timing() == Timing.EARLY ? Tokens.EARLY_PANE_LINE : Tokens.PANE_LINE)
                + (sheet.hovers(c, p) ? 2 : 0));
        g.strokeLine(sides.left() + inset, y, Math.max(sides.left() + 1, sides.right() - inset), y);
    }

    /** The figure that no longer holds, struck through, above the line at which it was taken back. */
    void takenBack() {
        if (!sheet.shows(Layer.TAKEN_BACK)) return;
        for (Column c : sheet.windows().visible()) {
            Windows.Sides sides = sheet.windows().sides(c, sheet.plot());
            for (ChartModel.TakenBack t : c.takenBack()) {
                double width = Marks.resultWidth(t.value());
                if (t.at() > sheet.playhead() || sides.width() < width + 8) continue;
                sheet.marks()
                        .retraction(sides.left() + width / 2 + 4, sheet.plot().clampedY(t.at()) - 15, t.timing(),
                                t.value());
            }
        }
    }

    static Layer layer(Timing timing) {
        return switch (timing) {
            case EARLY -> Layer.EARLY;
            case ON_TIME -> Layer.ON_TIME;
            case LATE -> Layer.LATE;
        };
    }
}
