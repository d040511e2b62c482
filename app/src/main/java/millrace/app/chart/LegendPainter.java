package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.look.Hatch;
import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.event.Timing;

/** The chart's key at its right; its rows switch the layers. */
final class LegendPainter {
    private static final double ROW = 23;
    /** Rows stand closer in a low chart, but not so close that they can't be hit. */
    private static final double LEAST_ROW = 14.5;
    private static final double ICON = 24;
    private static final double TEXT = 46;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    LegendPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    /** The rows that mean something for this node. */
    static List<Layer> rows(ChartModel model) {
        List<Layer> rows = new ArrayList<>(List.of(Layer.values()));
        if (!model.arrivals().has(Fate.DROPPED)) rows.remove(Layer.DROPPED);
        if (model.columns().isEmpty()) {
            rows.removeAll(List.of(Layer.EARLY, Layer.ON_TIME, Layer.LATE, Layer.FILLING, Layer.KEPT));
        }
        new Present(model).missing().forEach(rows::remove);
        if (model.levers().of(Lever.LATENESS).orElse(0) == 0) rows.remove(Layer.HORIZON);
        if (model.byProcessingTime()) rows.removeAll(List.of(Layer.KEPT, Layer.LATE));
        return rows;
    }

    /** The row at a place of the chart. */
    static Optional<Layer> at(ChartModel model, Plot plot, double x, double y) {
        double left = plot.area().getMaxX() + 18;
        List<Layer> rows = rows(model);
        double pitch = pitch(plot, rows.size());
        int row = (int) Math.floor((y - plot.area().getMinY() + 2 + pitch / 2) / pitch);
        boolean inside = x >= left && x <= left + Plot.LEGEND && row >= 0 && row < rows.size();
        return inside ? Optional.of(rows.get(row)) : Optional.empty();
    }

    /** From row to row, so that all of them can be seen. */
    static double pitch(Plot plot, int rows) {
        return Math.clamp((plot.area().getHeight() + Tokens.CHART_BOTTOM) / Math.max(1, rows), LEAST_ROW, ROW);
    }

    /** Whether all rows can be seen. In a low chart nobody misses them more than the half of them. */
    static boolean fits(ChartModel model, double height) {
        return (rows(model).size() - 0.5) * LEAST_ROW <= height - Tokens.CHART_TOP;
    }

    void paint() {
        double left = sheet.area().getMaxX() + 18;
        double y = sheet.area().getMinY() - 2;
        List<Layer> rows = rows(sheet.model());
        double pitch = pitch(sheet.plot(), rows.size());
        for (Layer layer : rows) {
            if (sheet.pointing().legendHover().filter(l -> l == layer).isPresent()) ground(left, y, pitch);
            g.setGlobalAlpha(sheet.shows(layer) ? 1 : Tokens.OUT_OF_FOCUS);
            icon(layer, left + ICON, y);
            words(layer, left + TEXT, y);
            g.setGlobalAlpha(1);
            y += pitch;
        }
    }

    private void ground(double left, double y, double height) {
        g.setFill(theme.hover());
        g.fillRoundRect(left, y - height / 2, Plot.LEGEND, height, 12, 12);
    }

    private void words(Layer layer, double x, double y) {
        g.setFont(Type.words(12.5, 400));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(theme.text2());
        g.fillText(layer.words(), x, y);
        if (sheet.shows(layer)) return;
        g.setStroke(theme.text2());
        g.setLineWidth(1);
        g.strokeLine(x, y + 0.5, x + Type.width(layer.words(), Type.words(12.5, 400)), y + 0.5);
    }

    private void icon(Layer layer, double x, double y) {
        switch (layer) {
            case WATERMARK -> line(x, y, false);
            case IDEAL -> line(x, y, true);
            case HORIZON -> horizon(x, y);
            case EVENTS -> sheet.marks().event(x, y, 7, theme.key(-1), theme.panel(), "");
            case LATE_EVENTS -> sheet.marks().late(x, y, 7, theme.key(-1), theme.panel(), "");
            case DROPPED -> sheet.marks().dropped(x, y, 6, theme.panel(), "");
            case OTHER_INPUT -> DiscPainter.second(sheet.marks(), x, y, 7, theme.key(-1), theme.panel(), "");
            case LOST -> sheet.marks().lost(x, y, 6, theme.panel(), "");
            case PAIRS -> new JoinPainter(sheet).iconOfPair(x, y);
            case UNMATCHED -> new JoinPainter(sheet).alone(x, y, 6);
            case WAITING -> new JoinPainter(sheet).bar(x - 12, x + 12, y, theme.key(-1).fill());
            case TAKEN_BACK -> struck(x, y);
            case MERGES -> new MergePainter(sheet).sign(x, y);
            case IDLE -> sheet.marks().idle(x, y);
            case DOWN -> down(x, y);
            case FUTURE -> sheet.marks().oval(x, y, 7, Theme.alpha(theme.token(), Tokens.FUTURE));
            case EARLY -> sheet.marks().timing(Timing.EARLY, x, y, 5);
            case ON_TIME -> sheet.marks().timing(Timing.ON_TIME, x, y, 5);
            case LATE -> sheet.marks().timing(Timing.LATE, x, y, 5);
            case FILLING -> filling(x, y);
            case KEPT -> kept(x, y);
        }
    }

    private void struck(double x, double y) {
        sheet.marks().text(x, y, "5", Type.figures(12.5, 700), theme.text2());
        g.setStroke(theme.text2());
        g.setLineWidth(1.6);
        g.strokeLine(x - 7, y, x + 7, y);
    }

    private void down(double x, double y) {
        g.setFill(Hatch.crash(theme));
        g.fillRoundRect(x - 12, y - 7, 24, 14, 6, 6);
        g.setStroke(theme.fail());
        g.setLineWidth(1.5);
        g.strokeRoundRect(x - 12, y - 7, 24, 14, 6, 6);
    }

    private void horizon(double x, double y) {
        g.setStroke(theme.late());
        g.setLineWidth(1.6);
        g.setLineDashes(7, 3, 1, 3);
        g.strokeLine(x - 12, y + 0.5, x + 12, y + 0.5);
        g.setLineDashes();
    }

    private void filling(double x, double y) {
        g.setFill(Theme.alpha(sheet.model().byProcessingTime() ? theme.proc() : theme.event(), 0.26));
        g.fillRoundRect(x - 12, y - 7, 24, 14, 4, 4);
    }

    private void kept(double x, double y) {
        g.setFill(Hatch.kept(theme));
        g.fillRoundRect(x - 12, y - 7, 24, 14, 6, 6);
        g.setStroke(Theme.alpha(theme.event(), 0.6));
        g.setLineWidth(1.5);
        g.strokeRoundRect(x - 12, y - 7, 24, 14, 6, 6);
    }

    private void line(double x, double y, boolean dotted) {
        g.setStroke(dotted ? theme.text3() : theme.event());
        g.setLineWidth(dotted ? Tokens.THIN_LINE : Tokens.WATERMARK_LINE);
        g.setLineCap(dotted ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        if (dotted) g.setLineDashes(1, 4.5);
        g.strokeLine(x - 12, y, x + 12, y);
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.BUTT);
    }
}
