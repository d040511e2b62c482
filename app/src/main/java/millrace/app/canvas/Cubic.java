package millrace.app.canvas;

import millrace.design.Point;

/** One cubic curve: from {@code a} to {@code d}, drawn towards {@code b} first and coming from {@code c} last. */
record Cubic(Point a, Point b, Point c, Point d) {
    /** A straight piece. */
    static Cubic line(Point from, Point to) {
        return new Cubic(from, between(from, to, 1 / 3.0), between(from, to, 2 / 3.0), to);
    }

    /** A rounded corner: from here to there, both lines meeting at the corner. */
    static Cubic corner(Point from, Point corner, Point to) {
        return new Cubic(from, between(from, corner, ROUND), between(to, corner, ROUND), to);
    }

    /** With handles of this share of its sides a cubic is a quarter of a circle. */
    private static final double ROUND = 0.5523;

    private static Point between(Point from, Point to, double share) {
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    /** The point at this share of the way, from 0 to 1. */
    Point at(double t) {
        double u = 1 - t;
        double p = u * u * u;
        double q = 3 * u * u * t;
        double r = 3 * u * t * t;
        double s = t * t * t;
        return new Point(p * a.x() + q * b.x() + r * c.x() + s * d.x(), p * a.y() + q * b.y() + r * c.y() + s * d.y());
    }

    /** Its length, near enough to divide a way by it. */
    double length() {
        double chord = distance(a, d);
        return (chord + distance(a, b) + distance(b, c) + distance(c, d)) / 2;
    }

    private static double distance(Point p, Point q) {
        return Math.hypot(q.x() - p.x(), q.y() - p.y());
    }
}
