package millrace.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.TraversalDirection;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.editor.Wiring;
import millrace.app.text.Texts;
import millrace.app.tool.DraggingNodes;
import millrace.app.tool.DroppingNew;
import millrace.app.tool.Effect;
import millrace.app.tool.Hand;
import millrace.app.tool.Hit;
import millrace.app.tool.Idle;
import millrace.app.tool.Key;
import millrace.app.tool.Mods;
import millrace.app.tool.Pointer;
import millrace.app.tool.Tool;
import millrace.app.tool.Turn;
import millrace.catalog.NodeType;
import millrace.design.Point;

/** What the person does on the canvas: the tool in hand, and how its effects are carried out. */
public final class CanvasHand {
    /** How far beside a port a node is put by keys, and how far from the edge of the view a node is brought. */
    private static final double BESIDE = 72;
    private static final double EDGE = 16;
    private final CanvasView canvas;
    private final Editor editor;
    private final Edits edits;
    private final List<NodeType> palette;
    private CanvasRequests requests = CanvasRequests.NONE;
    private Tool tool = Idle.START;
    private Point pointer = new Point(0, 0);

    CanvasHand(CanvasView canvas, Editor editor, Edits edits, List<NodeType> palette) {
        this.canvas = canvas;
        this.editor = editor;
        this.edits = edits;
        this.palette = List.copyOf(palette);
        canvas.listenTo(new Gestures(this));
        canvas.focusedProperty().addListener(o -> canvas.setAccessibleText(Texts.of("canvas.name")));
    }

    public void setRequests(CanvasRequests next) {
        requests = next;
    }

    /** Where the pointer is, in the coordinates of the view. */
    Point pointer() {
        return pointer;
    }

    Tool tool() {
        return tool;
    }

    private Hand hand() {
        return new Hand(editor.state(), canvas.places().ground(), edits, palette);
    }

    Pointer pointer(double x, double y, Pointer.Button button, Mods mods, int clicks) {
        pointer = new Point(x, y);
        return new Pointer(canvas.viewport().toCanvas(x, y), pointer, button, mods, clicks);
    }

    void press(Pointer p) {
        canvas.requestFocus();
        take(tool.press(p, hand()));
    }

    void drag(Pointer p) {
        take(tool.drag(p, hand()));
    }

    void release(Pointer p) {
        take(tool.release(p, hand()));
        editor.seal();
    }

    void move(Pointer p) {
        take(tool.move(p, hand()));
    }

    /** Does what a key means here. */
    void key(Key key, Mods mods) {
        take(tool.key(key, mods, hand()));
    }

    /** Does what a key of an action means here. */
    public void type(Key key) {
        canvas.requestFocus();
        key(key, Mods.NONE);
    }

    void leave() {
        if (tool instanceof Idle) tool = Idle.START;
        canvas.requestLayout();
    }

    private void take(Turn turn) {
        boolean reshaped = tool instanceof DraggingNodes || turn.next() instanceof DraggingNodes;
        tool = turn.next();
        if (reshaped) canvas.stale();
        turn.effects().forEach(this::carryOut);
        canvas.setCursor(Cursors.of(tool));
        canvas.requestLayout();
    }

    /** To the right of the port, or in the middle of what is seen. */
    private void offerHere(Effect.OfferHere offer) {
        Point at = offer.from()
                .flatMap(p -> canvas.plan().at(p.port(), p.output()))
                .map(p -> new Point(p.x() + BESIDE, p.y()))
                .orElseGet(() -> room(Room.OF_NODE));
        Point seen = canvas.viewport().toView(at);
        requests.offer(new Effect.Offer(at, offer.from(), offer.types()), seen.x(), seen.y());
    }

    /** Moves the view just so far that the whole node is seen. */
    private void reveal(String node) {
        canvas.places().placeOf(node).ifPresent(box -> {
            double dx = into(box.x(), box.right(), canvas.getWidth());
            double dy = into(box.y(), box.bottom(), canvas.getHeight());
            if (dx != 0 || dy != 0) canvas.setViewport(canvas.viewport().panned(dx, dy));
        });
    }

    private static double into(double from, double to, double room) {
        if (from < EDGE) return EDGE - from;
        return to > room - EDGE ? Math.max(EDGE - from, room - EDGE - to) : 0;
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Do d -> editor.dispatch(d.transaction());
            case Effect.Select s -> editor.select(s.selection());
            case Effect.Pan p -> canvas.setViewport(canvas.viewport().panned(p.dx(), p.dy()));
            case Effect.Offer o -> requests.offer(o, pointer.x(), pointer.y());
            case Effect.OfferHere o -> offerHere(o);
            case Effect.Say s -> canvas.setAccessibleText(s.words());
            case Effect.Reveal r -> reveal(r.node());
            case Effect.Leave l -> canvas.requestFocusTraversal(l.back() ? TraversalDirection.PREVIOUS
                    : TraversalDirection.NEXT);
            case Effect.Open o -> requests.open(o.node());
            case Effect.Write w -> requests.write(w.note());
            case Effect.Hold h -> requests.hold(h.event(), h.node(), pointer.x(), pointer.y());
            case Effect.LetGo l -> requests.letGo();
            case Effect.Menu m -> requests.menu(m.hit(), pointer.x(), pointer.y());
        }
    }

    // A new node from the palette; places in the coordinates of the scene

    public void dropMoved(NodeType type, double sceneX, double sceneY) {
        Point2D at = canvas.sceneToLocal(sceneX, sceneY);
        if (!(tool instanceof DroppingNew)) tool = new DroppingNew(type, new Point(0, 0), Optional.empty());
        drag(pointer(at.getX(), at.getY(), Pointer.Button.LEFT, Mods.NONE, 1));
    }

    /** Ends the drop: over the canvas the node is added, elsewhere nothing happens. True if it is added. */
    public boolean dropReleased(double sceneX, double sceneY) {
        Point2D at = canvas.sceneToLocal(sceneX, sceneY);
        boolean added = tool instanceof DroppingNew && canvas.getLayoutBounds().contains(at);
        if (added) release(pointer(at.getX(), at.getY(), Pointer.Button.LEFT, Mods.NONE, 1));
        else if (tool instanceof DroppingNew) dropCancelled();
        return added;
    }

    public void dropCancelled() {
        tool = Idle.START;
        canvas.requestLayout();
    }

    /** Adds a node of the type where there is room in sight, for a double click in the palette. */
    public void addInSight(NodeType type) {
        editor.dispatch(edits.add(type, room(Room.OF_NODE)));
    }

    /** Adds a note where there is room in sight. */
    public void addNoteInSight(String text) {
        editor.dispatch(edits.addNote(text, room(Room.OF_NOTE)));
    }

    private Point room(double height) {
        return Room.find(canvas.plan(), canvas.viewport().sight(canvas.getWidth(), canvas.getHeight()), height);
    }

    /** Adds what was offered; at the end of a wire with its port where the wire was let go. */
    public void accept(Effect.Offer offer, NodeType type) {
        editor.dispatch(offer.from()
                .map(port -> edits.addWired(type, cornerOf(type, port, offer.at()), port.port(), port.output()))
                .orElseGet(() -> edits.add(type,
                        snapped(new Point(offer.at().x(), offer.at().y() - Shape.HEADER)))));
    }

    private Point cornerOf(NodeType type, Hit.OnPort anchor, Point at) {
        return new Wiring(edits.types()).portOfNew(type, editor.design(), anchor.port(), anchor.output())
                .flatMap(spec -> canvas.portWithin(type, spec.name(), !anchor.output()))
                .map(p -> snapped(new Point(at.x() - p.x(), at.y() - p.y())))
                .orElseGet(() -> snapped(at));
    }

    private static Point snapped(Point at) {
        return new Point(Math.round(at.x() / Hand.SNAP) * Hand.SNAP, Math.round(at.y() / Hand.SNAP) * Hand.SNAP);
    }
}
