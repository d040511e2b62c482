package millrace.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import millrace.app.tool.Box;
import millrace.app.tool.Tool;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Status;

/**
 * The three layers of the canvas: what rests (drawn at edits, zoom and pan), what nodes show (drawn where it changed), what
 * moves (drawn in each frame).
 */
final class Layers {
    final Canvas resting = new Canvas();
    final Canvas live = new Canvas();
    final Canvas moving = new Canvas();
    /** What the live layer shows of each node. */
    private final Map<String, Seen> shown = new HashMap<>();
    /** Nodes that were in motion when they were last drawn: they need one more drawing at rest. */
    private final Map<String, Boolean> wereMoving = new HashMap<>();
    private Set<String> stacked = Set.of();

    /** What is seen of a node. */
    private record Seen(NodeMoment moment, Status status, boolean restoring) {}

    void resize(double width, double height) {
        for (Canvas canvas : List.of(resting, live, moving)) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
    }

    double width() {
        return resting.getWidth();
    }

    double height() {
        return resting.getHeight();
    }

    /** Sets the context up so that canvas coordinates can be drawn; undo with {@code restore}. */
    private static void enter(GraphicsContext g, Viewport view) {
        g.save();
        g.scale(view.zoom(), view.zoom());
        g.translate(-view.x(), -view.y());
    }

    void paintResting(Scenery s) {
        GraphicsContext g = resting.getGraphicsContext2D();
        Pen pen = new Pen(g, s.theme());
        GroundPainter ground = new GroundPainter(pen);
        g.clearRect(0, 0, width(), height());
        ground.grid(s.view(), width(), height());
        enter(g, s.view());
        new FramePainter(pen).frames(s.layout(), s.selection());
        ground.notes(s.layout(), s.selection());
        ground.wires(s.layout(), s.selection(),
                w -> s.focus().faint(w.from().node()) || s.focus().faint(w.to().node()));
        NodePainter painter = new NodePainter(pen);
        Box sight = s.view().sight(width(), height()).grown(12);
        for (Shape shape : s.layout().shapes()) {
            if (shape.box().meets(sight)) painter.paint(shape, s.look(shape), s.bare());
        }
        g.restore();
        stacked = s.stacked();
        forget();
    }

    /** The live layer is drawn anew next time. */
    void forget() {
        shown.clear();
        wereMoving.clear();
        live.getGraphicsContext2D().clearRect(0, 0, width(), height());
    }

    void paintLive(Scenery s, Optional<Moment> moment, Function<String, Motion> motions) {
        if (moment.isEmpty() || s.bare()) {
            if (!shown.isEmpty()) forget();
            return;
        }
        GraphicsContext g = live.getGraphicsContext2D();
        Box sight = s.view().sight(width(), height());
        enter(g, s.view());
        boolean again = stackedChanged(moment.get(), motions);
        for (NodeMoment m : moment.get().nodes()) {
            s.layout()
                    .shape(m.node())
                    .filter(shape -> shape.box().meets(sight))
                    .ifPresent(
                            shape -> paintNode(g, s, shape, seen(moment.get(), m, motions), motions.apply(m.node()),
                                    again));
        }
        g.restore();
    }

    /** If one of the nodes that lie over each other changed, all of them are drawn again, from below. */
    private boolean stackedChanged(Moment moment, Function<String, Motion> motions) {
        boolean changed = moment.nodes()
                .stream()
                .anyMatch(
                        m -> stacked.contains(m.node()) && changed(seen(moment, m, motions), motions.apply(m.node())));
        if (changed) moment.nodes().stream().map(NodeMoment::node).filter(stacked::contains).forEach(shown::remove);
        return changed;
    }

    private static Seen seen(Moment moment, NodeMoment m, Function<String, Motion> motions) {
        Status status = moment.status(m.node());
        return new Seen(m, status, StatusPainter.restoring(status, motions.apply(m.node())));
    }

    private boolean changed(Seen seen, Motion motion) {
        String node = seen.moment.node();
        return !seen.equals(shown.get(node)) || wereMoving.getOrDefault(node, false) || moving(seen, motion);
    }

    private static boolean moving(Seen seen, Motion motion) {
        return BodyPainter.moving(seen.moment, motion) || StatusPainter.moving(seen.status, motion);
    }

    private void paintNode(GraphicsContext g, Scenery s, Shape shape, Seen seen, Motion motion, boolean again) {
        NodeMoment m = seen.moment;
        boolean over = stacked.contains(m.node());
        if (over ? !again : !changed(seen, motion)) return;
        Pen pen = new Pen(g, s.theme());
        Box b = shape.box();
        if (over) new NodePainter(pen).paint(shape, s.look(shape), s.bare());
        else
            g.clearRect(b.x() - 2, b.y() - 2, b.width() + 4, b.height() + 4);
        g.setGlobalAlpha(s.focus().faint(shape.id()) ? 0.38 : 1);
        StatusPainter status = new StatusPainter(pen, s.labels());
        status.below(shape, seen.status, motion);
        BodyPainter.paint(pen, shape, m, s.labels(), motion, s.focus(), StatusPainter.speaks(seen.status, motion));
        g.setGlobalAlpha(s.focus().faint(shape.id()) ? 0.38 : 1);
        status.above(shape, seen.status, motion);
        g.setGlobalAlpha(1);
        shown.put(m.node(), seen);
        wereMoving.put(m.node(), moving(seen, motion));
    }

    void paintMoving(Scenery s, Optional<Moment> moment, List<Traveller> travellers, Motion motion, Tool tool) {
        GraphicsContext g = moving.getGraphicsContext2D();
        g.clearRect(0, 0, width(), height());
        enter(g, s.view());
        Pen pen = new Pen(g, s.theme());
        new Previews(pen, s.layout(), s.selection()).paint(tool);
        if (!s.bare()) moment.ifPresent(new LoadPainter(pen, s.layout(), s.labels())::paint);
        if (!s.bare()) new TravelPainter(pen, s.layout(), s.labels(), s.focus()).paint(travellers, motion);
        g.restore();
    }
}
