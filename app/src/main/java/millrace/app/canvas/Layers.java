package millrace.app.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import millrace.app.look.Ink;
import millrace.app.look.Tokens;
import millrace.app.tool.Box;
import millrace.app.tool.Tool;
import millrace.event.Event;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Status;

/**
 * The three layers of the canvas: what rests (drawn at edits and zoom), what nodes show (drawn where it changed), what
 * moves (drawn in each frame). The first two are larger than what is in sight by a margin on all sides: panning moves
 * them, until the margin is used up.
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
    /** What is in the middle of the resting picture. */
    private Viewport painted = Viewport.START;
    private double margin;
    /** How much of the margin is drawn. */
    private double spare;
    private final Work work = new Work();

    /** How much was drawn since the beginning: for tests, which must not measure time. */
    static final class Work {
        int restingPictures;
        int nodes;
        int wires;
        int bodies;
    }

    /** What is seen of a node. */
    private record Seen(NodeMoment moment, Status status, boolean restoring, long commits,
            List<Event> struck) {}

    Work work() {
        return work;
    }

    /** @param wide how much wider than what is in sight the picture is, on each side */
    void resize(double width, double height, double wide) {
        margin = wide;
        for (Canvas canvas : List.of(resting, live)) {
            canvas.setWidth(width + 2 * margin);
            canvas.setHeight(height + 2 * margin);
        }
        moving.setWidth(width);
        moving.setHeight(height);
    }

    double width() {
        return moving.getWidth();
    }

    double height() {
        return moving.getHeight();
    }

    /** What is in the middle of the resting picture. */
    Viewport painted() {
        return painted;
    }

    /** Whether the resting picture holds all that is in sight. */
    boolean holds(Viewport view) {
        return view.zoom() == painted.zoom() && Math.abs(right(view)) <= spare && Math.abs(down(view)) <= spare;
    }

    private double right(Viewport view) {
        return (painted.x() - view.x()) * view.zoom();
    }

    private double down(Viewport view) {
        return (painted.y() - view.y()) * view.zoom();
    }

    /** Moves the picture so that this is in sight, by whole pixels; what is truly in sight then. */
    Viewport place(Viewport view) {
        double right = Math.round(right(view));
        double down = Math.round(down(view));
        for (Canvas canvas : List.of(resting, live))
            canvas.relocate(right - margin, down - margin);
        return new Viewport(painted.x() - right / view.zoom(), painted.y() - down / view.zoom(), view.zoom());
    }

    /** Sets the context up so that canvas coordinates can be drawn; undo with {@code restore}. */
    private static void enter(Ink g, Viewport view, double margin) {
        g.save();
        g.translate(margin, margin);
        g.scale(view.zoom(), view.zoom());
        g.translate(-view.x(), -view.y());
    }

    /** Draws all of what rests. {@code hasty}: no more than is in sight, and without what takes long. */
    void paintResting(Scenery s, boolean hasty) {
        painted = s.view();
        spare = hasty ? 0 : margin;
        rest(s, s.view().sight(width(), height()).grown(spare / s.view().zoom()), hasty);
        forget();
    }

    /** Draws a part of what rests, where something is different. */
    void paintPart(Scenery s, Box part) {
        Box whole = s.view().sight(width(), height()).grown(margin / s.view().zoom());
        if (part.width() <= 0 || !part.meets(whole)) return;
        rest(s, part.common(whole), false);
        forget(s.layout(), part);
    }

    private void rest(Scenery s, Box area, boolean hasty) {
        Ink g = Ink.on(resting);
        Pen pen = new Pen(g, s.theme());
        double edge = margin / s.view().zoom();
        g.save();
        clip(g, s.view(), area);
        DotsPainter.paint(g, s.theme(), s.view().x() - edge, s.view().y() - edge, s.view().zoom(), resting.getWidth(),
                resting.getHeight());
        enter(g, s.view(), margin);
        new FramePainter(pen).frames(s.layout(), s.selection());
        new GroundPainter(pen).notes(s.layout(), s.selection());
        work.wires += new WirePainter(pen, s).paint(area);
        NodePainter painter = new NodePainter(pen);
        List<Shape> shapes = s.layout().shapesIn(area.grown(12));
        for (Shape shape : shapes)
            painter.paint(shape, s.look(shape), s.detail(), !hasty);
        g.restore();
        g.restore();
        work.restingPictures++;
        work.nodes += shapes.size();
        stacked = s.stacked(s.layout().shapesIn(s.view().sight(width(), height()).grown(edge)));
    }

    /** Whole pixels: their clip costs nothing. */
    private void clip(Ink g, Viewport view, Box area) {
        double left = Math.floor((area.x() - view.x()) * view.zoom() + margin);
        double top = Math.floor((area.y() - view.y()) * view.zoom() + margin);
        g.beginPath();
        g.rect(left, top, Math.ceil(area.width() * view.zoom()) + 1, Math.ceil(area.height() * view.zoom()) + 1);
        g.clip();
    }

    /** What nodes show near this part is drawn anew next time. */
    private void forget(Layout layout, Box part) {
        Ink g = Ink.on(live);
        Set<String> met = new HashSet<>();
        Box area = part;
        for (Shape shape : layout.shapesIn(part)) {
            met.add(shape.id());
            area = area.with(shape.box().grown(2));
        }
        enter(g, painted, margin);
        g.clearRect(area.x(), area.y(), area.width(), area.height());
        g.restore();
        for (Shape shape : layout.shapesIn(area))
            met.add(shape.id());
        shown.keySet().removeIf(id -> met.contains(id) || layout.shape(id).isEmpty());
        wereMoving.keySet().retainAll(shown.keySet());
    }

    /** The live layer is drawn anew next time. */
    void forget() {
        shown.clear();
        wereMoving.clear();
        Ink.on(live).clearRect(0, 0, live.getWidth(), live.getHeight());
    }

    /** @param view what is in sight */
    void paintLive(Scenery s, Viewport view, Optional<Moment> moment, Function<String, Motion> motions) {
        if (moment.isEmpty() || s.bare()) {
            if (!shown.isEmpty()) forget();
            return;
        }
        Ink g = Ink.on(live);
        enter(g, painted, margin);
        boolean again = stackedChanged(s, moment.get(), motions);
        for (Shape shape : s.layout().shapesIn(view.sight(width(), height()))) {
            moment.get()
                    .node(shape.id())
                    .ifPresent(m -> paintNode(g, s, shape, seen(s, moment.get(), m, motions), motions.apply(shape.id()),
                            again, moment.get().facts()));
        }
        g.restore();
    }

    /** If one of the nodes that lie over each other changed, all of them are drawn again, from below. */
    private boolean stackedChanged(Scenery s, Moment moment, Function<String, Motion> motions) {
        boolean changed = stacked.stream()
                .flatMap(id -> moment.node(id).stream())
                .anyMatch(m -> changed(s, seen(s, moment, m, motions), motions.apply(m.node())));
        if (changed) stacked.forEach(shown::remove);
        return changed;
    }

    private static Seen seen(Scenery s, Moment moment, NodeMoment m, Function<String, Motion> motions) {
        Status status = moment.status(m.node());
        return new Seen(m, status, StatusPainter.restoring(status, motions.apply(m.node())),
                s.labels().lore().commits().count(m.node(), moment.facts()),
                s.labels().lore().gone().seen(m.node(), moment.facts(), motions.apply(m.node())));
    }

    private boolean changed(Scenery s, Seen seen, Motion motion) {
        String node = seen.moment.node();
        return !seen.equals(shown.get(node)) || wereMoving.getOrDefault(node, false) || moving(s, seen, motion);
    }

    private static boolean moving(Scenery s, Seen seen, Motion motion) {
        return BodyPainter.moving(seen.moment, motion) || StatusPainter.moving(seen.status, motion)
                || InstancesBody.moving(seen.moment.node(), s.labels(), motion);
    }

    private void paintNode(Ink g, Scenery s, Shape shape, Seen seen, Motion motion, boolean again,
            int rows) {
        NodeMoment m = seen.moment;
        boolean over = stacked.contains(m.node());
        if (over ? !again && shown.containsKey(m.node()) : !changed(s, seen, motion)) return;
        work.bodies++;
        Pen pen = new Pen(g, s.theme());
        Box b = shape.box();
        if (over) new NodePainter(pen).paint(shape, s.look(shape), s.detail(), true);
        else
            g.clearRect(b.x() - 2, b.y() - 2, b.width() + 4, b.height() + 4);
        double alpha = s.focus().faint(shape.id()) ? Tokens.OUT_OF_FOCUS : 1;
        g.setGlobalAlpha(alpha);
        StatusPainter status = new StatusPainter(pen, s.labels());
        status.below(shape, seen.status, motion);
        BodyPainter.paint(pen, shape, m, s.labels(), motion, s.focus(), StatusPainter.speaks(seen.status, motion),
                rows);
        g.setGlobalAlpha(alpha);
        status.above(shape, seen.status, motion);
        new InstancesBody(pen, s.labels(), shape, seen.status).paint(rows, motion);
        g.setGlobalAlpha(1);
        shown.put(m.node(), seen);
        wereMoving.put(m.node(), moving(s, seen, motion));
    }

    void paintMoving(Scenery s, Viewport view, Optional<Moment> moment, List<Traveller> travellers, Motion motion,
            Tool tool) {
        Ink g = Ink.on(moving);
        g.clearRect(0, 0, width(), height());
        enter(g, view, 0);
        Pen pen = new Pen(g, s.theme());
        new Previews(pen, s.layout(), s.selection()).paint(tool);
        if (!s.bare()) moment.ifPresent(new LoadPainter(pen, s.layout(), s.labels())::paint);
        if (!s.bare() && view.zoom() >= WireBadges.LEAST_ZOOM) {
            Box sight = view.sight(width(), height());
            moment.ifPresent(m -> new Said(pen, s.layout(), s.labels(), s.focus()).paint(m, sight));
        }
        int rows = moment.map(Moment::facts).orElse(0);
        if (!s.bare()) new TravelPainter(pen, s.layout(), s.labels(), s.focus(), rows).paint(travellers, motion);
        g.restore();
    }
}
