package millrace.app.canvas;

import millrace.app.tool.Box;
import millrace.app.tool.Hand;
import millrace.design.Point;

/** Finds a free place for a new node or note. */
final class Room {
    private static final double WIDTH = 160;
    static final double OF_NODE = 140;
    static final double OF_NOTE = 44;
    private static final double STEP = 36;
    private static final int RINGS = 12;

    private Room() {}

    /** The free place, so high, nearest to the middle of what is in sight. */
    static Point find(Layout layout, Box sight, double height) {
        Point middle = new Point(sight.centre().x() - WIDTH / 2, sight.centre().y() - height / 2);
        for (int ring = 0; ring <= RINGS; ring++) {
            for (int dx = -ring; dx <= ring; dx++) {
                for (int dy = -ring; dy <= ring; dy++) {
                    if (Math.max(Math.abs(dx), Math.abs(dy)) != ring) continue;
                    Point at = snapped(middle.x() + dx * STEP, middle.y() + dy * STEP);
                    if (free(layout, new Box(at.x(), at.y(), WIDTH, height).grown(12))) return at;
                }
            }
        }
        return snapped(middle.x(), middle.y());
    }

    private static Point snapped(double x, double y) {
        return new Point(Math.round(x / Hand.SNAP) * Hand.SNAP, Math.round(y / Hand.SNAP) * Hand.SNAP);
    }

    private static boolean free(Layout layout, Box box) {
        return layout.boxes().noneMatch(b -> b.meets(box));
    }
}
