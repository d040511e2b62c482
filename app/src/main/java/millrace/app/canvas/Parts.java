package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.app.tool.Box;
import millrace.app.tool.Part;
import millrace.design.Point;
import millrace.operator.View;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;

/** The parts of nodes that can be asked about by themselves, and where they stand at a moment. */
final class Parts {
    private Parts() {}

    /** A part and its place, in canvas coordinates. */
    record Area(Part part, Box box) {}

    /** What is at a point within a node; the smaller things come before what holds them. */
    static Optional<Area> at(Shape shape, Moment moment, Point at) {
        return of(shape, moment).stream().filter(a -> a.box().contains(at)).findFirst();
    }

    static Optional<Box> place(Shape shape, Moment moment, Part part) {
        return of(shape, moment).stream().filter(a -> a.part().equals(part)).map(Area::box).findFirst();
    }

    private static List<Area> of(Shape shape, Moment moment) {
        if (shape.compact()) return List.of();
        return moment.node(shape.id()).map(m -> of(shape, m)).orElse(List.of());
    }

    private static List<Area> of(Shape shape, NodeMoment moment) {
        List<Area> areas = new ArrayList<>();
        if (moment.view() instanceof View.Log log) areas.addAll(LogBody.parts(shape, log));
        else if (moment instanceof NodeMoment.Window w) areas.addAll(WindowBody.parts(shape, w));
        else if (moment instanceof NodeMoment.Transform t && t.view() instanceof View.None)
            areas.addAll(TransformBody.parts(shape, t));
        return areas;
    }
}
