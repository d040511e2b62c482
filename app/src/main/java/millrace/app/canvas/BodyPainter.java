package millrace.app.canvas;

import java.util.List;
import millrace.trace.NodeMoment;

/** What the nodes do at a moment, each in its body. */
final class BodyPainter {
    private BodyPainter() {}

    static void paint(Pen pen, Shape shape, NodeMoment moment, Labels labels, Motion motion, Focus focus) {
        double alpha = focus.faint(shape.id()) ? 0.38 : 1;
        pen.g().setGlobalAlpha(alpha);
        switch (moment) {
            case NodeMoment.Sink s -> SinkBody.paint(pen, shape, s, labels, motion);
            case NodeMoment.Source s when !shape.compact() -> SourceBody.paint(pen, shape, s, labels);
            case NodeMoment.Transform t when !shape.compact() -> TransformBody.paint(pen, shape, t);
            case NodeMoment.Window w when !shape.compact() -> WindowBody.paint(pen, shape, w, labels, motion);
            case NodeMoment.Source s -> {
            }
            case NodeMoment.Transform t -> {
            }
            case NodeMoment.Window w -> {
            }
        }
        pen.g().setGlobalAlpha(1);
        for (Spot spot : spots(shape, moment)) {
            if (focus.lit(spot.event().id)) ring(pen, spot);
        }
    }

    private static void ring(Pen pen, Spot spot) {
        if (spot.width() == spot.height())
            pen.marks()
                    .ring(spot.at().x(), spot.at().y(), spot.width() / 2 + 4, 1.8, pen.theme()
                            .text());
        else
            pen.rim(spot.at().x() - spot.width() / 2, spot.at().y() - spot.height() / 2, spot.width(), spot.height(), 6,
                    pen
                            .theme()
                            .ink(),
                    1.6);
    }

    static List<Spot> spots(Shape shape, NodeMoment moment) {
        if (shape.compact()) return List.of();
        return switch (moment) {
            case NodeMoment.Window w -> WindowBody.spots(shape, w);
            case NodeMoment.Sink s -> SinkBody.spots(shape, s);
            case NodeMoment.Source s -> List.of();
            case NodeMoment.Transform t -> List.of();
        };
    }

    /** Whether something in the node moves now although its state does not change. */
    static boolean moving(NodeMoment moment, Motion motion) {
        return switch (moment) {
            case NodeMoment.Window w -> WindowBody.moving(w, motion);
            case NodeMoment.Sink s -> motion.playing() && !s.latest().isEmpty()
                    && motion.age(s.latest().getFirst().at()) < Motion.LEAVE + 40;
            case NodeMoment.Source s -> false;
            case NodeMoment.Transform t -> false;
        };
    }
}
