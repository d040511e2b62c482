package millrace.app.canvas;

import millrace.app.tool.Box;
import millrace.app.tool.Hand;
import millrace.design.Point;

/** Finds a free place for a new node or note. */
final class Room {
    /** Of a node whose type is yet to be chosen. */
    static final Box OF_NODE = new Box(0, 0, 160, 140);
    static final Box OF_NOTE = new Box(0, 0, 160, 44);
    private static final double STEP = 36;
    private static final int RINGS = 12;

    private Room() {}

    /** The free place of this size nearest to the middle of what is in sight. */
    static Point find(Layout layout, Box sight, Box size) {
        Point middle = new Point(sight.centre().x() - size.width() / 2, sight.centre().y() - size.height() / 2);
        for (int ring = 0; ring <= RINGS; ring++) {
            for (int dx = -ring; dx <= ring; dx++) {
                for (int dy = -ring; dy <= ring; dy++) {
                    if (Math.max(Math.abs(dx), Math.abs(dy)) != ring) continue;
                    Point at = snapped(middle.x() + dx * STEP, middle.y() + dy * STEP);
                    if (free(layout, new Box(at.x(), at.y(), size.width(), size.height()).grown(12))) return at;
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
