package millrace.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.TraversalDirection;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.editor.Wiring;
import millrace.app.editor.Fragment;
import millrace.app.editor.Clip;
import millrace.app.editor.Selection;
import millrace.app.tool.DroppingNew;
import millrace.app.tool.Box;
import millrace.app.tool.Effect;
import millrace.app.tool.Hand;
import millrace.app.tool.Hit;
import millrace.app.tool.Idle;
import millrace.app.tool.Key;
import millrace.app.tool.Mods;
import millrace.app.tool.Pointer;
import millrace.app.tool.Standing;
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
    /** Whether the pointer is over the canvas. */
    private boolean over;
    private Optional<String> hovered = Optional.empty();

    CanvasHand(CanvasView canvas, Editor editor, Edits edits, List<NodeType> palette) {
        this.canvas = canvas;
        this.editor = editor;
        this.edits = edits;
        this.palette = List.copyOf(palette);
        canvas.listenTo(new Gestures(this));
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

    /** What tools look at, for actions that do what a hand does. */
    public Hand hand() {
        return new Hand(editor.state(), canvas.places().ground(), edits, palette);
    }

    Pointer pointer(double x, double y, Pointer.Button button, Mods mods, int clicks) {
        pointer = new Point(x, y);
        over = true;
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
        over = false;
        if (tool instanceof Idle) tool = Idle.START;
        canvas.requestLayout();
        tellHover();
    }

    private void take(Turn turn) {
        boolean reshaped = tool.pending(edits).isPresent() || turn.next().pending(edits).isPresent();
        tool = turn.next();
        if (reshaped) canvas.stale();
        turn.effects().forEach(this::carryOut);
        canvas.setCursor(Cursors.of(tool));
        canvas.requestLayout();
        tellHover();
    }

    private void tellHover() {
        Optional<String> now = tool instanceof Idle i ? node(i.hover()) : Optional.empty();
        if (now.equals(hovered)) return;
        hovered = now;
        requests.hover(now);
    }

    private static Optional<String> node(Hit hit) {
        return switch (hit) {
            case Hit.OnNode n -> Optional.of(n.id());
            case Hit.OnPort p -> Optional.of(p.port().node());
            case Hit.OnEvent e -> e.inside() ? Optional.of(e.node()) : Optional.empty();
            case Hit.OnPart p -> Optional.of(p.node());
            case Hit.Nothing n -> Optional.empty();
            case Hit.OnNote n -> Optional.empty();
            case Hit.OnFrame f -> Optional.empty();
            case Hit.OnEdge e -> Optional.empty();
            case Hit.OnWire w -> Optional.empty();
        };
    }

    void painted() {
        requests.painted();
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
            case Effect.Write w -> canvas.names().open(Selection.note(w.note()));
            case Effect.Name n -> rename();
            case Effect.Follow f -> requests.follow(f.address(), pointer.x(), pointer.y());
            case Effect.Hold h -> requests.hold(h.event(), h.node(), pointer.x(), pointer.y());
            case Effect.Ask a -> requests.ask(a.hit());
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
        editor.dispatch(edits.add(type, room(canvas.boundsOf(canvas.alone(type)))));
    }

    /** Adds a note where there is room in sight. */
    public void addNoteInSight(String text) {
        editor.dispatch(edits.addNote(text, room(Room.OF_NOTE)));
    }

    /** The name of what is selected is written in place; a note, its words. */
    public void rename() {
        canvas.names().open(editor.state().selection());
    }

    /** A frame around what is selected, or where there is room in sight if nothing is; its title is written next. */
    public void addFrame() {
        Selection selection = editor.state().selection();
        Box box = hand().ground()
                .standing()
                .stream()
                .filter(s -> selection.contains(s.what()))
                .map(Standing::box)
                .reduce(Box::with)
                .map(CanvasHand::around)
                .orElseGet(() -> free(240, 160));
        editor.dispatch(edits.addFrame("", new Point(box.x(), box.y()), box.width(), box.height()));
        canvas.layout();
        rename();
    }

    private static Box around(Box things) {
        Box box = things.grown(2 * Hand.SNAP);
        return Box.between(new Point(box.x(), box.y() - Hand.SNAP), new Point(box.right(), box.bottom()));
    }

    private Box free(double width, double height) {
        Point at = room(new Box(0, 0, width, height));
        return new Box(at.x(), at.y(), width, height);
    }

    /** Pastes where the pointer is, or in the middle of what is seen if it is elsewhere; beside what stands there already. */
    public void paste(Fragment fragment) {
        Point corner = Clip.corner(fragment);
        Point goal = over ? canvas.viewport().toCanvas(pointer.x(), pointer.y()) : middle(fragment);
        double dx = Math.round((goal.x() - corner.x()) / Hand.SNAP) * Hand.SNAP;
        double dy = Math.round((goal.y() - corner.y()) / Hand.SNAP) * Hand.SNAP;
        while (taken(corner.x() + dx, corner.y() + dy)) {
            dx += Edits.BESIDE;
            dy += Edits.BESIDE;
        }
        editor.dispatch(edits.paste(fragment, dx, dy));
    }

    private boolean taken(double x, double y) {
        return hand().ground()
                .standing()
                .stream()
                .map(Standing::box)
                .anyMatch(b -> Math.abs(b.x() - x) < 1 && Math.abs(b.y() - y) < 1);
    }

    private Point middle(Fragment fragment) {
        Point sight = canvas.viewport().sight(canvas.getWidth(), canvas.getHeight()).centre();
        Box box = canvas.boundsOf(fragment.design());
        return new Point(sight.x() - box.width() / 2, sight.y() - box.height() / 2);
    }

    /** Where there is room even for what stands there as large as it gets. */
    private Point room(Box size) {
        Box sight = canvas.viewport().sight(canvas.getWidth(), canvas.getHeight());
        return Room.find(canvas.wholeLayout(editor.design()), sight, size);
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
