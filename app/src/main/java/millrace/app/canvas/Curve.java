package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import millrace.app.look.Ink;
import millrace.app.look.Tokens;
import millrace.app.tool.Box;
import millrace.design.Point;

/** The way of a wire: it leaves to the right and comes in from the left, in one smooth curve or in several pieces. */
final class Curve {
    private static final double LEAST_HANDLE = Tokens.LEAST_HANDLE;
    private static final int SAMPLES = 24;
    private static final double CORNER = 22;

    private final List<Cubic> pieces;
    /** The share of the way at which each piece ends. */
    private final double[] ends;
    private final Box bounds;

    private Curve(List<Cubic> pieces) {
        this.pieces = List.copyOf(pieces);
        ends = new double[pieces.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++)
            ends[i] = sum += pieces.get(i).length();
        for (int i = 0; i < ends.length; i++)
            ends[i] = sum == 0 ? 1 : ends[i] / sum;
        bounds = pieces.stream().map(Curve::around).reduce(Box::with).orElseThrow();
    }

    private static Box around(Cubic c) {
        return Box.between(c.a(), c.d()).with(Box.between(c.b(), c.c()));
    }

    /** In one curve. */
    static Curve between(Point from, Point to) {
        double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
        boolean straight = Math.abs(to.y() - from.y()) < 0.5 && to.x() > from.x();
        double handle = straight ? distance / 3 : Math.max(LEAST_HANDLE, distance / 2);
        return new Curve(List.of(new Cubic(from, new Point(from.x() + handle, from.y()),
                new Point(to.x() - handle, to.y()), to)));
    }

    /** This one and a short bend from its end into a port. */
    Curve into(Point port) {
        Point end = to();
        double half = (port.x() - end.x()) / 2;
        List<Cubic> all = new ArrayList<>(pieces);
        all.add(new Cubic(end, new Point(end.x() + half, end.y()), new Point(port.x() - half, port.y()), port));
        return new Curve(all);
    }

    /** Along these points, with its corners rounded. */
    static Curve along(List<Point> points) {
        List<Cubic> pieces = new ArrayList<>();
        Point last = points.getFirst();
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double room = Math.min(distance(points.get(i - 1), corner), distance(corner, points.get(i + 1))) / 2;
            Point in = towards(corner, points.get(i - 1), Math.min(CORNER, room));
            Point out = towards(corner, points.get(i + 1), Math.min(CORNER, room));
            if (distance(last, in) > 0.01) pieces.add(Cubic.line(last, in));
            pieces.add(Cubic.corner(in, corner, out));
            last = out;
        }
        if (pieces.isEmpty() || distance(last, points.getLast()) > 0.01) pieces.add(Cubic.line(last, points.getLast()));
        return new Curve(pieces);
    }

    private static Point towards(Point from, Point to, double by) {
        double length = distance(from, to);
        double share = length == 0 ? 0 : by / length;
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    private static double distance(Point p, Point q) {
        return Math.hypot(q.x() - p.x(), q.y() - p.y());
    }

    Point from() {
        return pieces.getFirst().a();
    }

    Point to() {
        return pieces.getLast().d();
    }

    /** The point at this share of the way, from 0 to 1. */
    Point at(double t) {
        int i = 0;
        while (i < ends.length - 1 && t > ends[i])
            i++;
        double start = i == 0 ? 0 : ends[i - 1];
        double share = ends[i] - start;
        return pieces.get(i).at(share == 0 ? 1 : Math.clamp((t - start) / share, 0, 1));
    }

    void trace(Ink g) {
        g.beginPath();
        extend(g);
    }

    /** Adds it to the path of the context: many ways of one colour are drawn in one stroke. */
    void extend(Ink g) {
        g.moveTo(from().x(), from().y());
        for (Cubic c : pieces)
            g.bezierCurveTo(c.b().x(), c.b().y(), c.c().x(), c.c().y(), c.d().x(), c.d().y());
    }

    /** The same in straight pieces, for when it is seen from far off. */
    void extendRoughly(Ink g) {
        g.moveTo(from().x(), from().y());
        for (Cubic c : pieces)
            g.lineTo(c.d().x(), c.d().y());
    }

    /** The point so many px before its end, measured straight from there; no farther than its middle. */
    Point before(double distance) {
        for (int i = 1; i <= 2 * SAMPLES; i++) {
            Point p = at(1 - i / (4.0 * SAMPLES));
            if (distance(p, to()) >= distance) return p;
        }
        return at(0.5);
    }

    /** A rectangle that holds all of it. */
    Box bounds() {
        return bounds;
    }

    /** Points along it, close enough to take straight lines between them for it. */
    List<Point> samples() {
        List<Point> samples = new ArrayList<>();
        samples.add(from());
        int each = pieces.size() == 1 ? SAMPLES : 6;
        for (Cubic c : pieces) {
            for (int i = 1; i <= each; i++)
                samples.add(c.at(i / (double) each));
        }
        return samples;
    }

    /** The distance of a point from the curve, px. */
    double distance(Point p) {
        if (!bounds.grown(LEAST_HANDLE).contains(p)) return Double.MAX_VALUE;
        double best = Double.MAX_VALUE;
        Point last = from();
        for (Point next : samples()) {
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

    /** Whether it goes through the inside of a box. */
    boolean crosses(Box box) {
        if (!bounds.meets(box)) return false;
        Point last = from();
        for (Point next : samples()) {
            if (crosses(last, next, box)) return true;
            last = next;
        }
        return false;
    }

    /** Whether a straight line goes through the inside of a box: the part of it within all four sides is not empty. */
    static boolean crosses(Point a, Point b, Box box) {
        double[] range = {0, 1};
        return within(a.x(), b.x() - a.x(), box.x(), box.right(), range)
                && within(a.y(), b.y() - a.y(), box.y(), box.bottom(), range) && range[0] < range[1];
    }

    private static boolean within(double start, double by, double least, double most, double[] range) {
        if (Math.abs(by) < 1e-9) return start > least && start < most;
        double one = (least - start) / by;
        double other = (most - start) / by;
        range[0] = Math.max(range[0], Math.min(one, other));
        range[1] = Math.min(range[1], Math.max(one, other));
        return range[0] < range[1];
    }
}
