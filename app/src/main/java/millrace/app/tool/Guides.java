package millrace.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import millrace.app.editor.Selection;

/**
 * What a dragged thing can be lined up with: sides, middles and ports of its neighbours. Where it comes near one of those it
 * stays there, else on the grid.
 *
 * @param grabbed the room of the thing that the pointer holds, before it is moved
 * @param ports the heights of its ports
 */
public record Guides(Box grabbed, List<Double> ports, List<Standing> others) {
    /** How near a side must come, in pixels of the canvas. */
    static final double REACH = 5;
    /** How far a neighbour may be away. */
    private static final double NEIGHBOURHOOD = 480;
    private static final double SAME = 0.01;

    /** A line through what is lined up; upright ones stand {@code at} an x and reach between two y. */
    public record Line(boolean upright, double at, double from, double to) {}

    /** How far the thing moves, and why. */
    public record Snap(double dx, double dy, List<Line> lines) {}

    /** For dragging these things by one of them. */
    static Guides of(Selection what, Selection grabbed, Pointer start, Ground ground) {
        List<Standing> all = ground.standing();
        Optional<Standing> held = all.stream().filter(s -> s.what().equals(grabbed)).findFirst();
        List<Standing> others = all.stream().filter(s -> !what.contains(s.what())).toList();
        return new Guides(held.map(Standing::box).orElse(new Box(start.at().x(), start.at().y(), 0, 0)),
                held.map(Standing::ports).orElse(List.of()), others);
    }

    /** Where a pointer that moved so far takes the thing; {@code free} of both guides and grid. */
    Snap snap(double dx, double dy, boolean free) {
        if (free) return new Snap(dx, dy, List.of());
        Box moved = grabbed.moved(dx, dy);
        List<Standing> near = others.stream().filter(s -> s.box().grown(NEIGHBOURHOOD).meets(moved)).toList();
        Optional<Double> across = nearest(near.stream().flatMap(s -> offsets(moved, s, true).boxed()).toList());
        Optional<Double> down = nearest(near.stream().flatMap(s -> offsets(moved, s, false).boxed()).toList());
        double x = across.map(by -> dx + by).orElse(Hand.snap(grabbed.x() + dx) - grabbed.x());
        double y = down.map(by -> dy + by).orElse(Hand.snap(grabbed.y() + dy) - grabbed.y());
        List<Line> lines = new ArrayList<>();
        if (across.isPresent()) lines.addAll(lines(x, y, near, true));
        if (down.isPresent()) lines.addAll(lines(x, y, near, false));
        return new Snap(x, y, lines);
    }

    private static Optional<Double> nearest(List<Double> offsets) {
        return offsets.stream()
                .filter(by -> Math.abs(by) <= REACH)
                .min((a, b) -> Double.compare(Math.abs(a), Math.abs(b)));
    }

    /** By how much the thing would have to move to be in line with the other one. */
    private DoubleStream offsets(Box moved, Standing other, boolean across) {
        DoubleStream sides = sides(moved, across).flatMap(mine -> sides(other.box(), across).map(its -> its - mine));
        DoubleStream all = DoubleStream.concat(sides,
                DoubleStream.of(middle(other.box(), across) - middle(moved, across)));
        return across ? all : DoubleStream.concat(all, portOffsets(moved, other));
    }

    private DoubleStream portOffsets(Box moved, Standing other) {
        double by = moved.y() - grabbed.y();
        return ports.stream()
                .flatMapToDouble(mine -> other.ports().stream().mapToDouble(its -> its - (mine + by)));
    }

    private static DoubleStream sides(Box box, boolean across) {
        return across ? DoubleStream.of(box.x(), box.right()) : DoubleStream.of(box.y(), box.bottom());
    }

    private static double middle(Box box, boolean across) {
        return across ? box.centre().x() : box.centre().y();
    }

    /** One line for each place at which the thing, having moved so far, is in line with others. */
    private List<Line> lines(double dx, double dy, List<Standing> near, boolean upright) {
        Box box = grabbed.moved(dx, dy);
        DoubleStream marks = DoubleStream.concat(sides(box, upright), DoubleStream.of(middle(box, upright)));
        DoubleStream all = upright ? marks
                : DoubleStream.concat(marks, ports.stream().mapToDouble(p -> p + dy));
        return all.distinct()
                .mapToObj(at -> line(at, box, near, upright))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Line> line(double at, Box box, List<Standing> near, boolean upright) {
        return near.stream()
                .filter(s -> marks(s, upright).anyMatch(mark -> Math.abs(mark - at) < SAME))
                .map(Standing::box)
                .reduce(Box::with)
                .map(box::with)
                .map(all -> upright ? new Line(true, at, all.y(), all.bottom())
                        : new Line(false, at, all.x(), all.right()));
    }

    private static DoubleStream marks(Standing s, boolean upright) {
        DoubleStream marks = DoubleStream.concat(sides(s.box(), upright), DoubleStream.of(middle(s.box(), upright)));
        return upright ? marks : DoubleStream.concat(marks, s.ports().stream().mapToDouble(p -> p));
    }
}
