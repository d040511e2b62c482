package millrace.app.chart;

import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.event.Timing;

/** Windows of processing time: the same as columns, lying down. They fill as time goes on, across all event times. */
final class BandPainter {
    private static final double TINT = Tokens.PANE_TINT;
    private static final double OTHER = 0.06;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    BandPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void fills() {
        if (!sheet.shows(Layer.FILLING)) return;
        double lowest = Double.POSITIVE_INFINITY;
        boolean odd = false;
        for (Column c : sheet.windows().visible()) {
            if (c.first() > sheet.playhead()) continue;
            double bottom = sheet.plot().clampedY(Math.max(c.start(), sheet.model().start()));
            if (bottom == lowest) continue;
            lowest = bottom;
            odd = !odd;
            double top = sheet.plot().clampedY(Math.min(c.end(), sheet.playhead()));
            g.setFill(Theme.alpha(theme.proc(), sheet.windows().overlap() > 1 ? OTHER : odd ? TINT : OTHER + TINT / 2));
            g.fillRect(sheet.area().getMinX(), top, sheet.area().getWidth(), Math.max(0, bottom - top));
        }
    }

    void outlines() {
        for (Column c : sheet.windows().visible()) {
            boolean begun = c.first() <= sheet.playhead();
            if (sheet.hovers(c) || sheet.holds(c)) strong(c);
            if (begun && c.end() > sheet.playhead() && sheet.shows(Layer.FUTURE)) toCome(c);
        }
    }

    private void strong(Column c) {
        g.setStroke(theme.ink());
        g.setLineWidth(2);
        double top = sheet.plot().clampedY(c.end());
        g.strokeRect(sheet.area().getMinX() + 1, top, sheet.area().getWidth() - 2,
                sheet.plot().clampedY(c.start()) - top);
    }

    private void toCome(Column c) {
        double top = Sheet.sharp(sheet.plot().clampedY(c.end()));
        g.setStroke(Theme.alpha(theme.proc(), 0.5));
        g.setLineWidth(1.3);
        g.setLineDashes(5, 4);
        g.strokeLine(sheet.area().getMinX(), top, sheet.area().getMaxX(), top);
        g.setLineDashes();
    }

    void panes() {
        for (Column c : sheet.windows().visible()) {
            for (PaneMark p : c.panes()) {
                if (p.at() > sheet.playhead() || !sheet.shows(ColumnPainter.layer(p.timing()))) continue;
                double y = sheet.plot().clampedY(p.at());
                g.setStroke(theme.proc());
                g.setLineWidth((p.timing() == Timing.EARLY ? Tokens.EARLY_PANE_LINE : Tokens.PANE_LINE)
                        + (sheet.hovers(c, p) ? 2 : 0));
                g.strokeLine(sheet.area().getMinX() + 1, y, sheet.area().getMaxX(), y);
            }
        }
    }
}
