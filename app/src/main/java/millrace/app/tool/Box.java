package millrace.app.tool;

import millrace.design.Point;

/** A rectangle on the canvas, in logical pixels at 100 % zoom. */
public record Box(double x, double y, double width, double height) {
    /** The rectangle with these two opposite corners. */
    public static Box between(Point a, Point b) {
        return new Box(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()),
                Math.abs(a.y() - b.y()));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public boolean contains(Point p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    /** Whether all of the other lies in it. */
    public boolean holds(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    public boolean meets(Box other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    public Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** What is in both; they must meet. */
    public Box common(Box other) {
        return between(new Point(Math.max(x, other.x), Math.max(y, other.y)),
                new Point(Math.min(right(), other.right()), Math.min(bottom(), other.bottom())));
    }

    /** The smallest rectangle around both. */
    public Box with(Box other) {
        return between(new Point(Math.min(x, other.x), Math.min(y, other.y)),
                new Point(Math.max(right(), other.right()), Math.max(bottom(), other.bottom())));
    }
}
