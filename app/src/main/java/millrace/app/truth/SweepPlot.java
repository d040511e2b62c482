package millrace.app.truth;

import java.util.Comparator;
import java.util.Optional;
import millrace.app.look.TimeAxis;
import millrace.measure.BoundSweep.Point;

/** Where the points of a sweep stand, px: the mean delay across, the share that came in time upwards. */
record SweepPlot(Sweep sweep, double width, double height) {
    static final double LEFT = 52;
    static final double TOP = 34;
    static final double RIGHT = 40;
    static final double BOTTOM = 44;
    private static final double REACH = 16;

    TimeAxis delays() {
        long most = Math.max(1_000, sweep.points().stream().mapToLong(Point::delay).max().orElse(0));
        return new TimeAxis(-most * 0.04, most * 1.06, LEFT, Math.max(LEFT + 40, width - RIGHT));
    }

    /** Where the scale of shares begins: a little below the worst, so that differences are seen. */
    double least() {
        double worst = sweep.points().stream().mapToDouble(Point::complete).min().orElse(0);
        return Math.max(0, Math.floor(worst * 10 - 0.5) / 10);
    }

    double foot() {
        return Math.max(TOP + 40, height - BOTTOM);
    }

    double x(Point point) {
        return delays().px(point.delay());
    }

    double y(double share) {
        return foot() - (share - least()) / (1 - least() + 1e-9) * (foot() - TOP - 8);
    }

    /** The point under the pointer. */
    Optional<Point> at(double x, double y) {
        return sweep.points()
                .stream()
                .filter(p -> distance(p, x, y) <= REACH)
                .min(Comparator.comparingDouble(p -> distance(p, x, y)));
    }

    private double distance(Point p, double x, double y) {
        return Math.hypot(x(p) - x, y(p.complete()) - y);
    }
}
