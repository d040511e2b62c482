package millrace.app.canvas;

import millrace.app.tool.Box;
import millrace.app.tool.Hand;
import millrace.design.Point;

/** Finds a free place for a new node. */
final class Room {
    private static final double WIDTH = 160;
    private static final double HEIGHT = 140;
    private static final double STEP = 36;
    private static final int RINGS = 12;

    private Room() {}

    /** The free place nearest to the middle of what is in sight. */
    static Point find(Layout layout, Box sight) {
        Point middle = new Point(sight.centre().x() - WIDTH / 2, sight.centre().y() - HEIGHT / 2);
        for (int ring = 0; ring <= RINGS; ring++) {
            for (int dx = -ring; dx <= ring; dx++) {
                for (int dy = -ring; dy <= ring; dy++) {
                    if (Math.max(Math.abs(dx), Math.abs(dy)) != ring) continue;
                    Point at = snapped(middle.x() + dx * STEP, middle.y() + dy * STEP);
                    if (free(layout, at)) return at;
                }
            }
        }
        return snapped(middle.x(), middle.y());
    }

    private static Point snapped(double x, double y) {
        return new Point(Math.round(x / Hand.SNAP) * Hand.SNAP, Math.round(y / Hand.SNAP) * Hand.SNAP);
    }

    private static boolean free(Layout layout, Point at) {
        Box box = new Box(at.x(), at.y(), WIDTH, HEIGHT).grown(12);
        for (Shape shape : layout.shapes()) {
            if (shape.box().meets(box)) return false;
        }
        return true;
    }
}
