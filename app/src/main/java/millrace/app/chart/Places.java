package millrace.app.chart;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.look.Marks;

/** Where things lie in the plot, and what lies at a place. */
final class Places {
    /** A pane's line can be taken this far above it; below it stands its value. */
    private static final double ABOVE = 6;
    private static final double BELOW = 22;

    private Places() {}

    /** What is at a point: an event, else a result, else a window. */
    static Optional<Target> at(TimeChart.View v, double x, double y) {
        Optional<Target> disc = v.discs()
                .at(x, y)
                .map(d -> new Target.OfEvent(v.model().arrivals().get(d.place())));
        if (disc.isPresent() || !v.plot().holds(x, y)) return disc;
        return pane(v, x, y).or(() -> window(v, x, y));
    }

    private static Optional<Target> pane(TimeChart.View v, double x, double y) {
        Target best = null;
        double nearest = Double.POSITIVE_INFINITY;
        for (Column c : v.windows().visible()) {
            for (PaneMark p : c.panes()) {
                if (!within(v, c, x, p.at())) continue;
                double below = y - v.plot().y(p.at());
                double distance = Math.abs(below);
                if (below < -ABOVE || below > BELOW || distance >= nearest) continue;
                nearest = distance;
                best = new Target.OfPane(c, p);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean within(TimeChart.View v, Column c, double x, long at) {
        if (v.model().byProcessingTime()) return true;
        Windows.Sides sides = v.windows().sides(c, v.plot(), at);
        return x >= sides.left() && x <= sides.right();
    }

    private static Optional<Target> window(TimeChart.View v, double x, double y) {
        long at = v.plot().up().millis(y);
        boolean lying = v.model().byProcessingTime();
        return v.windows()
                .visible()
                .stream()
                .filter(c -> lying ? at >= c.start() && at < c.end()
                        : within(v, c, x, at) && at >= c.first() && at <= Math.max(c.last(), c.gone()))
                .reduce((a, b) -> b)
                .map(c -> new Target.OfWindow(c, at));
    }

    static Rectangle2D of(Target target, TimeChart.View v) {
        return switch (target) {
            case Target.OfEvent e -> event(e, v);
            case Target.OfPane p -> band(v, p.column(), v.plot().y(p.pane().at()) - ABOVE, ABOVE + BELOW);
            case Target.OfGap g -> new Rectangle2D(v.plot().x(g.eventTime()) - 4, v.plot().y(g.at()) - 4, 8, 8);
            case Target.OfWindow w -> {
                double top = v.plot().clampedY(Math.max(w.at(), w.column().last()));
                yield band(v, w.column(), top, v.plot().clampedY(w.column().first()) - top);
            }
        };
    }

    private static Rectangle2D event(Target.OfEvent e, TimeChart.View v) {
        double r = Math.max(8, v.discs().radius) * Marks.DIAMOND + 12;
        return new Rectangle2D(v.plot().x(e.arrival().eventTime()) - r, v.plot().y(e.arrival().at()) - r, 2 * r, 2 * r);
    }

    private static Rectangle2D band(TimeChart.View v, Column c, double top, double height) {
        Windows.Sides sides = v.model().byProcessingTime()
                ? new Windows.Sides(v.plot().area().getMaxX() - 200, v.plot().area().getMaxX())
                : v.windows().sides(c, v.plot());
        return new Rectangle2D(sides.left(), top, Math.max(1, sides.width()), Math.max(1, height));
    }
}
