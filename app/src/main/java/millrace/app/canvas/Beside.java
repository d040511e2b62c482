package millrace.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import millrace.app.tool.Box;
import millrace.design.Point;

/**
 * Where there is room at a wire for what is written there: over no node, note and name of a port, as near its middle as may be.
 *
 * @param taken where something is written already
 */
record Beside(Layout layout, Curve curve, List<Box> taken) {
    private static final double HEIGHT = 16;
    private static final double ABOVE = 15;
    private static final double BELOW = 14;
    /** A wire that falls or rises more than this, as a share of its way across, would go through a line that is centred. */
    private static final double FLAT = 0.12;
    private static final double GAP = 2;
    private static final double APART = 3;
    private static final double[] ALONG = {0.5, 0.6, 0.4, 0.7, 0.3};
    private static final double STEP = 0.04;
    /** The name of a port lies no further from its node. */
    private static final double NAMED = 60;

    /** A plate above the wire, or on it where it is steep. */
    Optional<Box> above(double width) {
        return along(t -> box(curve.at(t).x() - width / 2, curve.at(t).y() - ABOVE, width)).filter(this::free)
                .findFirst();
    }

    /** A line that the wire does not go through: below it; where it is steep on the side from which it bends away. */
    Optional<Box> below(double width) {
        return clear(t -> box(curve.at(t).x() + aside(slope(t), width), curve.at(t).y() + BELOW, width));
    }

    /** Where there is no room below: beside the plate, on the side to which a steep wire does not come from there. */
    Optional<Box> beside(Box plate, double width) {
        return clear(t -> {
            double left = slope(t) > 0 ? plate.right() + APART : plate.x() - APART - width;
            return box(left, plate.centre().y(), width);
        });
    }

    private Optional<Box> clear(DoubleFunction<Box> at) {
        return along(at).filter(b -> free(b) && !crossed(b)).findFirst();
    }

    private static double aside(double slope, double width) {
        if (Math.abs(slope) <= FLAT) return -width / 2;
        return slope > 0 ? -GAP - width : GAP;
    }

    private double slope(double t) {
        Point before = curve.at(t - STEP);
        Point after = curve.at(t + STEP);
        return (after.y() - before.y()) / Math.max(1, after.x() - before.x());
    }

    private static Box box(double left, double middle, double width) {
        return new Box(left, middle - HEIGHT / 2, width, HEIGHT);
    }

    private static Stream<Box> along(DoubleFunction<Box> at) {
        return DoubleStream.of(ALONG).mapToObj(at);
    }

    /** A wire that goes round something may come by once more. */
    private boolean crossed(Box box) {
        for (double t = 0; t <= 1; t += STEP / 2)
            if (box.contains(curve.at(t))) return true;
        return false;
    }

    private boolean free(Box box) {
        return !layout.onNote(box) && taken.stream().noneMatch(box::meets)
                && layout.shapesIn(box.grown(NAMED)).stream().noneMatch(s -> s.box().meets(box) || named(s, box));
    }

    private static boolean named(Shape shape, Box box) {
        return PortNames.of(shape).stream().anyMatch(n -> n.box().meets(box));
    }
}
