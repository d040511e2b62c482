package millrace.app.canvas;

import millrace.app.tool.Box;
import millrace.design.Point;

/** What part of the canvas the view shows: canvas point (x, y) is its upper left corner. */
public record Viewport(double x, double y, double zoom) {
    public static final double LEAST = 0.05;
    public static final double MOST = 3;
    public static final Viewport START = new Viewport(0, 0, 1);
    /** Room left around what is fitted, px of the view. */
    static final double MARGIN = 14;

    public Point toCanvas(double viewX, double viewY) {
        return new Point(x + viewX / zoom, y + viewY / zoom);
    }

    public Point toView(Point p) {
        return new Point((p.x() - x) * zoom, (p.y() - y) * zoom);
    }

    Viewport panned(double dx, double dy) {
        return new Viewport(x - dx / zoom, y - dy / zoom, zoom);
    }

    /** Another zoom, with the point under the pointer staying there. */
    Viewport zoomed(double next, double viewX, double viewY) {
        double to = Math.clamp(next, LEAST, MOST);
        Point fixed = toCanvas(viewX, viewY);
        return new Viewport(fixed.x() - viewX / to, fixed.y() - viewY / to, to);
    }

    /** Shows the whole box, at this zoom at most. */
    static Viewport fit(Box box, double width, double height, double most) {
        double zoom = Math.clamp(Math.min((width - 2 * MARGIN) / box.width(), (height - 2 * MARGIN) / box.height()),
                LEAST, most);
        return new Viewport(Math.round(box.centre().x() - width / 2 / zoom),
                Math.round(box.centre().y() - height / 2 / zoom), zoom);
    }

    /** The part of the canvas that is in sight. */
    Box sight(double width, double height) {
        return new Box(x, y, width / zoom, height / zoom);
    }
}
