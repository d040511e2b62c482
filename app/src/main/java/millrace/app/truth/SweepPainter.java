package millrace.app.truth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Durations;
import millrace.measure.BoundSweep.Point;

/** Draws completeness against latency: a point for each bound, the present one ringed. */
final class SweepPainter {
    private static final double DOT = 5.5;
    private static final double TICK_ROOM = 70;
    private static final double LEAST_STEP = 22;
    private final Ink g;
    private final Marks marks;
    private final SweepPlot plot;
    private final Theme theme;
    /** Where words stand already. */
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final Set<Point> labelled = new HashSet<>();

    SweepPainter(Ink g, SweepPlot plot, Theme theme) {
        this.g = g;
        this.plot = plot;
        this.theme = theme;
        marks = new Marks(g, theme);
    }

    void paint(Optional<Point> hovered) {
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        shares();
        delays();
        line();
        plot.sweep().points().forEach(p -> point(p, hovered.filter(p::equals).isPresent()));
        hovered.or(this::present).ifPresent(this::label);
        plot.sweep().points().forEach(this::label);
    }

    private Optional<Point> present() {
        return plot.sweep().points().stream().filter(this::isPresent).findFirst();
    }

    private boolean isPresent(Point p) {
        return plot.sweep().present().isPresent() && plot.sweep().present().getAsLong() == p.bound();
    }

    private void shares() {
        double step = step();
        for (double share = 1; share >= plot.least() - 1e-9; share -= step) {
            double y = Math.floor(plot.y(share)) + 0.5;
            g.setStroke(theme.line());
            g.setLineWidth(1);
            g.setLineDashes(2, 4);
            g.strokeLine(SweepPlot.LEFT, y, plot.width() - SweepPlot.RIGHT, y);
            g.setLineDashes();
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.CENTER);
            g.setFill(theme.text2());
            Type.write(g, Type.figures(11.5, 500), percent(share), SweepPlot.LEFT - 8, y);
        }
    }

    /** The finest that leaves room for its words. */
    private double step() {
        double px = plot.y(0) - plot.y(1);
        return DoubleStream.of(0.05, 0.1, 0.2, 0.25, 0.5).filter(s -> s * px >= LEAST_STEP).findFirst().orElse(1);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%d %%", Math.round(share * 100));
    }

    private void delays() {
        TimeAxis axis = plot.delays();
        double y = Math.floor(plot.foot()) + 0.5;
        g.setStroke(theme.line2());
        g.setLineWidth(1);
        g.strokeLine(axis.start(), y, axis.end(), y);
        long step = axis.step(TICK_ROOM);
        for (long t = 0; t <= axis.to(); t += step)
            marks.text(axis.px(t), y + 13, Durations.format(t), Type.figures(11.5, 500), theme.text2());
        marks.text((axis.start() + axis.end()) / 2, y + 31, Texts.of("truth.delay"), Type.caption(), theme.text3());
    }

    private void line() {
        g.setStroke(theme.event());
        g.setLineWidth(1.6);
        List<Point> points = plot.sweep().points();
        for (int i = 1; i < points.size(); i++)
            g.strokeLine(plot.x(points.get(i - 1)), plot.y(points.get(i - 1).complete()), plot.x(points.get(i)),
                    plot.y(points.get(i).complete()));
    }

    private void point(Point p, boolean hovered) {
        double x = plot.x(p);
        double y = plot.y(p.complete());
        marks.disc(x, y, DOT + (hovered ? 1.5 : 0), theme.event(), theme.panel(), 1.5);
        if (isPresent(p)) marks.ring(x, y, DOT + 4.5, Tokens.SELECTION_LINE, theme.ink());
        taken.add(new Rectangle2D(x - 8, y - 8, 16, 16));
    }

    /** The bound, where no other word and no point is. */
    private void label(Point p) {
        if (!labelled.add(p)) return;
        String text = Durations.format(p.bound());
        var font = Type.figures(11.5, isPresent(p) ? 700 : 500);
        double width = Type.width(text, font);
        double x = plot.x(p);
        double y = plot.y(p.complete());
        double[][] places = {{x, y - 17}, {x + width / 2 + 13, y + 12}, {x, y + 18}, {x - width / 2 - 13, y - 12}};
        for (double[] place : places) {
            double middle = Math.clamp(place[0], SweepPlot.LEFT + width / 2, plot.width() - 4 - width / 2);
            Rectangle2D box = new Rectangle2D(middle - width / 2 - 3, place[1] - 7, width + 6, 14);
            if (box.getMaxY() > plot.foot() || taken.stream().anyMatch(box::intersects)) continue;
            taken.add(box);
            Color ink = isPresent(p) ? theme.text() : theme.text2();
            g.setFill(Theme.alpha(theme.panel(), Tokens.HALO));
            g.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
            marks.text(middle, place[1], text, font, ink);
            return;
        }
    }
}
