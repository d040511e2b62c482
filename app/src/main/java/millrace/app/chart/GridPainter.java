package millrace.app.chart;

import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis.Tick;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.event.Watermark;

/** The axes, their ticks and tags, the grid and the windows' borders. */
final class GridPainter {
    private static final double TAG = 21;
    /** So far beyond the plot an axis may be written on without being cut, px. */
    private static final double BESIDE = 25;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;
    private final Rectangle2D area;

    GridPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
        area = sheet.area();
    }

    void grid() {
        g.setStroke(theme.line());
        g.setLineWidth(1);
        g.setLineDashes(2, 4);
        for (Tick t : sheet.plot().ticksAcross(sheet.model().clock())) {
            double x = Sheet.sharp(t.px());
            g.strokeLine(x, area.getMinY(), x, area.getMaxY());
        }
        for (Tick t : sheet.plot().ticksUp(sheet.model().clock())) {
            double y = Sheet.sharp(t.px());
            g.strokeLine(area.getMinX(), y, area.getMaxX(), y);
        }
        g.setLineDashes();
        sheet.withinPlot(this::borders);
    }

    /** The bounds of the windows as full lines, unless they would be a thicket. */
    private void borders() {
        boolean lying = sheet.model().byProcessingTime();
        for (double place : sheet.windows().borders()) {
            double at = Sheet.sharp(place);
            if (lying) g.strokeLine(area.getMinX(), at, area.getMaxX(), at);
            else
                g.strokeLine(at, area.getMinY(), at, area.getMaxY());
        }
    }

    void axes() {
        g.setLineWidth(Tokens.AXIS_LINE);
        g.setStroke(theme.proc());
        g.strokeLine(area.getMinX(), area.getMinY(), area.getMinX(), area.getMaxY());
        ticksUp();
        g.setLineWidth(Tokens.AXIS_LINE);
        g.setStroke(theme.event());
        g.strokeLine(area.getMinX() - 1, area.getMaxY(), area.getMaxX() + 1, area.getMaxY());
        ticksAcross();
        names();
    }

    private void ticksUp() {
        g.setFont(Type.axis());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(theme.proc());
        for (Tick t : sheet.plot().ticksUp(sheet.model().clock())) {
            g.strokeLine(area.getMinX() - 4, t.px(), area.getMinX(), t.px());
            if (Math.abs(t.px() - playheadTag()) > TAG * 0.8) g.fillText(t.label(), area.getMinX() - 9, t.px());
        }
    }

    private void ticksAcross() {
        g.setFont(Type.axis());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(theme.event());
        for (Tick t : sheet.plot().ticksAcross(sheet.model().clock())) {
            g.strokeLine(t.px(), area.getMaxY(), t.px(), area.getMaxY() + 4);
            double wide = Type.width(t.label(), Type.axis()) / 2;
            double x = Math.min(t.px(), area.getMaxX() + BESIDE - wide);
            if (!watermarkTag() || Math.abs(x - watermarkX()) > wide + watermarkWidth() / 2 + 3)
                g.fillText(t.label(), x, area.getMaxY() + 14);
        }
    }

    private void names() {
        g.setFont(Type.words(12, 600));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(theme.proc());
        g.fillText("↑ " + Texts.of("chart.axis.processing-time"), 16, area.getMinY() - 14);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(theme.event());
        g.fillText(Texts.of("chart.axis.event-time") + " →", area.getMaxX(), area.getMaxY() + 32);
    }

    private double playheadTag() {
        return sheet.plot().up().shows(sheet.playhead()) ? sheet.now() : -100;
    }

    /** The playhead's line across the plot. */
    void playhead() {
        if (!sheet.plot().up().shows(sheet.playhead())) return;
        g.setStroke(theme.proc());
        g.setLineWidth(Tokens.PLAYHEAD_LINE);
        g.strokeLine(area.getMinX(), sheet.now(), area.getMaxX(), sheet.now());
    }

    /** The time at the playhead, on the processing axis. */
    void playheadTime() {
        if (!sheet.plot().up().shows(sheet.playhead())) return;
        String text = sheet.plot().up().tag(sheet.playhead(), sheet.model().clock());
        double width = Type.width(text, Type.figures(12, 700)) + 10;
        double left = Math.max(2, area.getMinX() - 3 - width);
        tag(left, sheet.now() - TAG / 2, width, text, theme.proc());
    }

    private void tag(double left, double top, double width, String text, Color ground) {
        g.setFill(ground);
        g.fillRoundRect(left, top, width, TAG, 8, 8);
        sheet.marks().text(left + width / 2, top + TAG / 2, text, Type.figures(12, 700), theme.onAccent());
    }

    private long watermark() {
        return sheet.model().watermark().at(sheet.playhead());
    }

    private double watermarkX() {
        return sheet.plot().clampedX(watermark());
    }

    private boolean watermarkTag() {
        return sheet.shows(Layer.WATERMARK) && watermark() != Watermark.NONE && watermark() != Watermark.FINAL
                && sheet.plot().across().shows(watermark());
    }

    private double watermarkWidth() {
        return watermarkTag() ? Type.width(watermarkText(), Type.figures(12, 700)) + 10 : 0;
    }

    private String watermarkText() {
        return sheet.plot().across().tag(watermark(), sheet.model().clock());
    }

    /** The present watermark: a dotted line down to a tag on the event axis. */
    void watermarkTime() {
        if (!watermarkTag()) return;
        double x = watermarkX();
        double bottom = area.getMaxY();
        g.setStroke(theme.event());
        g.setLineWidth(1.2);
        g.setLineDashes(2, 3);
        g.strokeLine(x, Math.clamp(sheet.now(), area.getMinY(), bottom), x, bottom);
        g.setLineDashes();
        g.setFill(theme.event());
        g.fillPolygon(new double[] {x - 5, x, x + 5}, new double[] {bottom + 3, bottom - 3, bottom + 3}, 3);
        tag(x - watermarkWidth() / 2, bottom + 2.5, watermarkWidth(), watermarkText(), theme.event());
    }
}
