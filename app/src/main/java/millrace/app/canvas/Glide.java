package millrace.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import millrace.app.look.Tokens;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;

/** Nodes on their way to new places: the design has them there already, the picture follows within a moment. */
final class Glide extends AnimationTimer {
    private final Runnable drawn;
    private Map<String, Point> from = Map.of();
    private long begun;
    private double share = 1;

    /** @param drawn hears that something stands elsewhere */
    Glide(Runnable drawn) {
        this.drawn = drawn;
    }

    /** From where they stand in this design. */
    void begin(Design before, Iterable<String> nodes) {
        Map<String, Point> places = new HashMap<>();
        for (String id : nodes)
            before.node(id).ifPresent(n -> places.put(id, n.at()));
        from = places;
        share = 0;
        begun = 0;
        start();
    }

    boolean running() {
        return share < 1;
    }

    @Override
    public void handle(long now) {
        if (begun == 0) begun = now;
        share = Math.min(1, (now - begun) / 1e6 / Tokens.ARRANGE);
        if (share == 1) stop();
        drawn.run();
    }

    /** The design as it is to be drawn now. */
    Design of(Design design) {
        if (!running()) return design;
        return design.withNodes(design.nodes().stream().map(this::onItsWay).toList());
    }

    private Node onItsWay(Node node) {
        Point start = from.get(node.id());
        if (start == null) return node;
        double done = Motion.easeOut(share);
        return node.movedTo(new Point(start.x() + (node.at().x() - start.x()) * done,
                start.y() + (node.at().y() - start.y()) * done));
    }
}
