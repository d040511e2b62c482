package millrace.app.chart;

import millrace.app.look.Ink;
import millrace.app.chart.ChartModel.Column;
import millrace.app.look.Theme;

/** Sessions that become one: a line across the one that they become, and a sign of two ways that join. */
final class MergePainter {
    private static final double SIGN = 8.5;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    MergePainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void paint() {
        if (!sheet.shows(Layer.MERGES) || sheet.model().byProcessingTime()) return;
        for (Column c : sheet.windows().visible()) {
            if (c.merged() && c.gone() <= sheet.playhead()) c.into().ifPresent(into -> merge(c, into));
        }
    }

    private void merge(Column c, ChartModel.Swallow into) {
        double y = sheet.plot().clampedY(c.gone());
        double left = sheet.plot().clampedX(into.start());
        double right = sheet.plot().clampedX(into.end());
        g.setStroke(theme.event());
        g.setLineWidth(1.5);
        g.setLineDashes(1, 3);
        g.strokeLine(left, y, right, y);
        g.setLineDashes();
        Windows.Sides sides = sheet.windows().sides(c, sheet.plot());
        sign((sides.left() + sides.right()) / 2, y);
    }

    /** Two ways from below that go on as one. */
    void sign(double x, double y) {
        sheet.marks().disc(x, y, SIGN, theme.panel(), theme.event(), 1.5);
        g.setStroke(theme.event());
        g.setLineWidth(1.6);
        g.strokeLine(x - 3.6, y + 4, x, y);
        g.strokeLine(x + 3.6, y + 4, x, y);
        g.strokeLine(x, y, x, y - 4.6);
    }
}
