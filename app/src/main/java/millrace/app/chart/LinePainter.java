package millrace.app.chart;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.trace.WatermarkLine.Step;

/** The watermark, a stair that is exact at every instant, and the ideal: no delay. */
final class LinePainter {
    private final Sheet sheet;
    private final Ink g;
    private final Rectangle2D area;

    LinePainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        area = sheet.area();
    }

    void ideal() {
        if (!sheet.shows(Layer.IDEAL)) return;
        double from = Math.max(sheet.plot().across().from(), sheet.plot().up().from());
        double to = Math.min(sheet.plot().across().to(), sheet.plot().up().to());
        if (from >= to) return;
        g.setStroke(sheet.theme().text3());
        g.setLineWidth(1.6);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineDashes(1, 5);
        g.strokeLine(sheet.plot().x(from), sheet.plot().y(from), sheet.plot().x(to), sheet.plot().y(to));
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.BUTT);
        name(sheet.plot().x(to), sheet.plot().y(to), sheet.plot().x(from), sheet.plot().y(from));
    }

    /** The word "ideal" along the line, near its upper end. */
    private void name(double x, double y, double fromX, double fromY) {
        double length = Math.hypot(x - fromX, y - fromY);
        if (length < 90) return;
        double share = Math.min(70, length / 3) / length;
        g.save();
        Affine along = g.getTransform();
        along.appendTranslation(x + (fromX - x) * share, y + (fromY - y) * share);
        along.appendRotation(Math.toDegrees(Math.atan2(y - fromY, x - fromX)));
        g.setTransform(along);
        g.setFont(Type.words(12, 400));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        g.setFill(sheet.theme().text3());
        g.fillText("ideal", 0, 4);
        g.restore();
    }

    void watermark() {
        if (!sheet.shows(Layer.WATERMARK)) return;
        double now = Math.clamp(sheet.now(), area.getMinY(), area.getMaxY());
        double[][] stair = stair();
        if (stair[0].length == 0) return;
        sheet.within(area.getMinX(), now, area.getWidth(), area.getMaxY() - now, () -> past(stair));
        if (sheet.shows(Layer.FUTURE))
            sheet.within(area.getMinX(), area.getMinY(), area.getWidth(), now - area.getMinY(), () -> future(stair));
    }

    private void past(double[][] stair) {
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(sheet.theme().panel());
        g.setLineWidth(5.5);
        g.strokePolyline(stair[0], stair[1], stair[0].length);
        g.setStroke(sheet.theme().event());
        g.setLineWidth(2.8);
        g.strokePolyline(stair[0], stair[1], stair[0].length);
        g.setLineJoin(StrokeLineJoin.MITER);
    }

    private void future(double[][] stair) {
        g.setStroke(Theme.alpha(sheet.theme().event(), 0.5));
        g.setLineWidth(1.6);
        g.setLineDashes(5, 4);
        g.strokePolyline(stair[0], stair[1], stair[0].length);
        g.setLineDashes();
    }

    /** Corner points (x, y) of the stair, at most one step for each row of pixels: the last one in it. */
    double[][] stair() {
        List<Step> steps = sheet.model().watermark().steps();
        int first = Math.max(0, after(steps, sheet.plot().up().from()) - 1);
        int last = after(steps, sheet.plot().up().to());
        double[] xs = new double[2 * (last - first) + 2];
        double[] ys = new double[xs.length];
        int n = 0;
        double x = first == 0 ? area.getMinX() - 20 : sheet.plot().clampedX(steps.get(first - 1).watermark());
        for (int i = first; i < last; i++) {
            double y = sheet.plot().clampedY(steps.get(i).at());
            double next = sheet.plot().clampedX(steps.get(i).watermark());
            boolean sameRow = n > 0 && Math.abs(ys[n - 1] - y) < 0.5;
            if (sameRow) {
                xs[n - 1] = next;
            } else {
                xs[n] = x;
                ys[n++] = y;
                xs[n] = next;
                ys[n++] = y;
            }
            x = next;
        }
        if (n > 0) {
            xs[n] = x;
            ys[n++] = area.getMinY() - 20;
        }
        return new double[][] {java.util.Arrays.copyOf(xs, n), java.util.Arrays.copyOf(ys, n)};
    }

    /** How many steps lie at or before a time. */
    private static int after(List<Step> steps, double time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).at() <= time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
