package millrace.app.chart;

import java.util.function.DoubleFunction;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;

/** The watermark, a stair that is exact at every instant, and the ideal: no delay. */
final class LinePainter {
    /** Half the width of the word along the line, and how far its middle lies below it, px. */
    private static final double NAME = 16;
    private static final double BELOW = 11;
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
        g.setLineWidth(Tokens.THIN_LINE);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineDashes(1, 5);
        g.strokeLine(sheet.plot().x(from), sheet.plot().y(from), sheet.plot().x(to), sheet.plot().y(to));
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.BUTT);
        name(sheet.plot().x(to), sheet.plot().y(to), sheet.plot().x(from), sheet.plot().y(from));
    }

    /** The word "ideal" along the line, near its upper end, where no event lies over it. */
    private void name(double x, double y, double fromX, double fromY) {
        double length = Math.hypot(x - fromX, y - fromY);
        if (length < 90) return;
        double steep = Math.atan2(y - fromY, x - fromX);
        double share = back(length, Math.min(70, length / 3),
                by -> new Point2D(x + (fromX - x) * by / length - BELOW * Math.sin(steep),
                        y + (fromY - y) * by / length + BELOW * Math.cos(steep)))
                / length;
        g.save();
        Affine along = g.getTransform();
        along.appendTranslation(x + (fromX - x) * share, y + (fromY - y) * share);
        along.appendRotation(Math.toDegrees(steep));
        g.setTransform(along);
        g.setFont(Type.words(12, 400));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        g.setFill(sheet.theme().text3());
        g.fillText(Texts.of("chart.ideal"), 0, 4);
        g.restore();
    }

    /** How far from its upper end, px. */
    private double back(double length, double usual, DoubleFunction<Point2D> middle) {
        for (double by = usual; by < length * 0.8; by += 8) {
            Point2D at = middle.apply(by);
            if (sheet.discs().free(new Rectangle2D(at.getX() - NAME, at.getY() - NAME / 2, 2 * NAME, NAME))) return by;
        }
        return usual;
    }

    void watermark() {
        if (!sheet.shows(Layer.WATERMARK)) return;
        double now = Math.clamp(sheet.now(), area.getMinY(), area.getMaxY());
        Stair stair = stair();
        if (stair.size() == 0) return;
        sheet.within(area.getMinX(), now, area.getWidth(), area.getMaxY() - now, () -> past(stair));
        if (sheet.shows(Layer.FUTURE))
            sheet.within(area.getMinX(), area.getMinY(), area.getWidth(), now - area.getMinY(), () -> future(stair));
    }

    /** Windows that end left of it are gone, and their events are dropped: the watermark less the lateness. */
    void horizon() {
        long lateness = sheet.model().levers().of(Lever.LATENESS).orElse(0);
        if (lateness == 0 || !sheet.shows(Layer.HORIZON)) return;
        Stair stair = Stair.of(sheet.model(), sheet.plot(), lateness);
        double now = Math.clamp(sheet.now(), area.getMinY(), area.getMaxY());
        g.setStroke(sheet.theme().late());
        g.setLineWidth(Tokens.THIN_LINE);
        g.setLineDashes(7, 3, 1, 3);
        sheet.within(area.getMinX(), now, area.getWidth(), area.getMaxY() - now,
                () -> g.strokePolyline(stair.xs(), stair.ys(), stair.size()));
        g.setLineDashes();
    }

    private void past(Stair stair) {
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(sheet.theme().panel());
        g.setLineWidth(Tokens.WATERMARK_HALO);
        g.strokePolyline(stair.xs(), stair.ys(), stair.size());
        g.setStroke(sheet.theme().event());
        g.setLineWidth(Tokens.WATERMARK_LINE);
        g.strokePolyline(stair.xs(), stair.ys(), stair.size());
        g.setLineJoin(StrokeLineJoin.MITER);
    }

    private void future(Stair stair) {
        g.setStroke(Theme.alpha(sheet.theme().event(), Tokens.FUTURE_LINE));
        g.setLineWidth(Tokens.THIN_LINE);
        g.setLineDashes(5, 4);
        g.strokePolyline(stair.xs(), stair.ys(), stair.size());
        g.setLineDashes();
    }

    private Stair stair() {
        return Stair.of(sheet.model(), sheet.plot(), 0);
    }
}
