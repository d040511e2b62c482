package millrace.app.canvas;

import java.util.List;
import millrace.app.look.Tokens;
import millrace.operator.View;
import millrace.trace.NodeMoment;

/** What the nodes do at a moment, each in its body. What a node holds says more than what it is. */
final class BodyPainter {
    private BodyPainter() {}

    /** @param rows how many rows of the trace are done */
    static void paint(Pen pen, Shape shape, NodeMoment moment, Labels labels, Motion motion, Focus focus,
            boolean spoken, int rows) {
        double alpha = focus.faint(shape.id()) ? Tokens.OUT_OF_FOCUS : 1;
        pen.g().setGlobalAlpha(alpha);
        if (moment instanceof NodeMoment.Sink s && !spoken) SinkBody.summary(pen, shape, s);
        if (!shape.compact() && !view(pen, shape, moment, labels, rows, motion))
            plain(pen, shape, moment, labels, motion);
        pen.g().setGlobalAlpha(1);
        for (Spot spot : focus.equals(Focus.NONE) ? List.<Spot>of() : spots(shape, moment, labels, rows)) {
            if (focus.lit(spot.event().id)) ring(pen, spot);
        }
    }

    /** Draws what a node holds; false if there is nothing of the kind. */
    private static boolean view(Pen pen, Shape shape, NodeMoment moment, Labels labels, int rows, Motion motion) {
        switch (moment.view()) {
            case View.Table t ->
                    RowsBody.paint(pen, shape, t, labels, labels.lore().gone().seen(shape.id(), rows, motion));
            case View.JoinedTables t -> new PairsBody(shape, t, labels, rows).paint(pen, motion);
            case View.Follower f -> FollowerBody.paint(pen, shape, f, labels);
            case View.Join j -> RetentionBody.of(shape, j, labels, rows)
                    .ifPresentOrElse(b -> b.paint(pen, moment, j, rows),
                            () -> JoinBody.paint(pen, shape, j, labels, rows));
            case View.Log l -> LogBody.paint(pen, shape, l, labels, rows);
            case View.Queue q -> QueueBody.paint(pen, shape, q, labels);
            case View.Transactions t -> TransactionsBody.paint(pen, shape, t, labels);
            case View.None n -> {
                return false;
            }
        }
        return true;
    }

    private static void plain(Pen pen, Shape shape, NodeMoment moment, Labels labels, Motion motion) {
        switch (moment) {
            case NodeMoment.Sink s -> SinkBody.paint(pen, shape, s, labels, motion);
            case NodeMoment.Source s -> SourceBody.paint(pen, shape, s, labels);
            case NodeMoment.Transform t -> TransformBody.paint(pen, shape, t);
            case NodeMoment.Window w -> WindowBody.paint(pen, shape, w, labels, motion);
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

    static List<Spot> spots(Shape shape, NodeMoment moment, Labels labels, int rows) {
        if (shape.compact()) return List.of();
        return switch (moment.view()) {
            case View.Table t -> RowsBody.spots(shape, t);
            case View.JoinedTables t -> new PairsBody(shape, t, labels, rows).spots();
            case View.Follower f -> RowsBody.spots(shape, f.table());
            case View.Join j -> RetentionBody.of(shape, j, labels, rows)
                    .map(RetentionBody::spots)
                    .orElseGet(() -> JoinBody.spots(shape, j, labels, rows));
            case View.Log l -> LogBody.spots(shape, l);
            case View.Queue q -> QueueBody.spots(shape, q);
            case View.Transactions t -> TransactionsBody.spots(shape, t);
            case View.None n -> plainSpots(shape, moment);
        };
    }

    private static List<Spot> plainSpots(Shape shape, NodeMoment moment) {
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
            case NodeMoment.Sink s -> SinkBody.moving(s, motion);
            case NodeMoment.Source s -> false;
            case NodeMoment.Transform t -> false;
        };
    }
}
