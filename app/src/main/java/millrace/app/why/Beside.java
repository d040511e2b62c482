package millrace.app.why;

import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where a card stands: beside the thing it is about, never over it as long as there is any room elsewhere. */
final class Beside {
    private static final double GAP = 26;
    /** Nothing stands nearer to the edge of the room, px. */
    static final double EDGE = 8;

    private Beside() {}

    /** The upper left corner of a card of this size in this room, near the thing. */
    static Point2D place(Rectangle2D thing, Dimension2D card, Rectangle2D room) {
        double middleX = thing.getMinX() + thing.getWidth() / 2 - card.getWidth() / 2;
        double middleY = thing.getMinY() + thing.getHeight() / 2 - card.getHeight() / 2;
        List<Point2D> wishes = List.of(new Point2D(thing.getMaxX() + GAP, middleY),
                new Point2D(thing.getMinX() - GAP - card.getWidth(), middleY),
                new Point2D(middleX, thing.getMinY() - GAP - card.getHeight()),
                new Point2D(middleX, thing.getMaxY() + GAP));
        Point2D best = inside(wishes.getFirst(), card, room);
        double least = Double.POSITIVE_INFINITY;
        for (Point2D wish : wishes) {
            Point2D at = inside(wish, card, room);
            double cost = 1000 * covered(at, card, thing) + at.distance(wish);
            if (cost < least) {
                least = cost;
                best = at;
            }
        }
        return best;
    }

    private static Point2D inside(Point2D wish, Dimension2D card, Rectangle2D room) {
        return new Point2D(within(wish.getX(), room.getMinX(), room.getMaxX() - card.getWidth()),
                within(wish.getY(), room.getMinY(), room.getMaxY() - card.getHeight()));
    }

    private static double within(double wish, double least, double most) {
        return Math.max(least + EDGE, Math.min(wish, most - EDGE));
    }

    /** The area of the thing that the card would cover, px². */
    static double covered(Point2D at, Dimension2D card, Rectangle2D thing) {
        double width = Math.min(at.getX() + card.getWidth(), thing.getMaxX()) - Math.max(at.getX(), thing.getMinX());
        double height = Math.min(at.getY() + card.getHeight(), thing.getMaxY()) - Math.max(at.getY(), thing.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    /** The point of a rectangle that is nearest to another point. */
    static Point2D nearest(Rectangle2D rectangle, Point2D to) {
        return new Point2D(Math.clamp(to.getX(), rectangle.getMinX(), rectangle.getMaxX()),
                Math.clamp(to.getY(), rectangle.getMinY(), rectangle.getMaxY()));
    }
}
