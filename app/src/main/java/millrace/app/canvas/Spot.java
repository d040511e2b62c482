package millrace.app.canvas;

import millrace.design.Point;
import millrace.event.Event;

/** An event that can be pointed at, and where it is drawn. */
record Spot(Event event, String node, Point at, double width, double height) {
    static Spot disc(Event event, String node, Point at, double r) {
        return new Spot(event, node, at, 2 * r, 2 * r);
    }

    boolean contains(Point p) {
        return Math.abs(p.x() - at.x()) <= width / 2 && Math.abs(p.y() - at.y()) <= height / 2;
    }
}
