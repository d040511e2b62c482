package millrace.app.canvas;

import javafx.scene.canvas.GraphicsContext;
import millrace.app.tool.Box;
import millrace.design.Point;

/** The way of a wire: a cubic curve that leaves to the right and comes in from the left. */
record Curve(Point from, Point to, double handle) {
    private static final double LEAST_HANDLE = 26;
    private static final int SAMPLES = 24;

    static Curve between(Point from, Point to) {
        double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
        boolean straight = Math.abs(to.y() - from.y()) < 0.5 && to.x() > from.x();
        return new Curve(from, to, straight ? distance / 3 : Math.max(LEAST_HANDLE, distance / 2));
    }

    /** The point at this share of the way, from 0 to 1. */
    Point at(double t) {
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        return new Point(a * from.x() + b * (from.x() + handle) + c * (to.x() - handle) + d * to.x(),
                (a + b) * from.y() + (c + d) * to.y());
    }

    void trace(GraphicsContext g) {
        g.beginPath();
        g.moveTo(from.x(), from.y());
        g.bezierCurveTo(from.x() + handle, from.y(), to.x() - handle, to.y(), to.x(), to.y());
    }

    /** The point so many px before its end, measured straight from there; no farther than its middle. */
    Point before(double distance) {
        for (int i = 1; i <= 2 * SAMPLES; i++) {
            Point p = at(1 - i / (4.0 * SAMPLES));
            if (Math.hypot(p.x() - to.x(), p.y() - to.y()) >= distance) return p;
        }
        return at(0.5);
    }

    Box bounds() {
        return Box.between(from, to).grown(handle);
    }

    /** The distance of a point from the curve, px. */
    double distance(Point p) {
        if (!bounds().contains(p)) return Double.MAX_VALUE;
        double best = Double.MAX_VALUE;
        Point last = from;
        for (int i = 1; i <= SAMPLES; i++) {
            Point next = at(i / (double) SAMPLES);
            best = Math.min(best, toSegment(p, last, next));
            last = next;
        }
        return best;
    }

    private static double toSegment(Point p, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / length;
        double on = Math.clamp(t, 0, 1);
        return Math.hypot(p.x() - a.x() - on * dx, p.y() - a.y() - on * dy);
    }
}
