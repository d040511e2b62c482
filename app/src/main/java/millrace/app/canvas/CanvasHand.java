package millrace.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.tool.DraggingNodes;
import millrace.app.tool.DroppingNew;
import millrace.app.tool.Effect;
import millrace.app.tool.Hand;
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

    /** Does what a key means here; false if it means nothing. */
    void key(Key key, Mods mods) {
        take(tool.key(key, mods, hand()));
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

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Do d -> editor.dispatch(d.transaction());
            case Effect.Select s -> editor.select(s.selection());
            case Effect.Pan p -> canvas.setViewport(canvas.viewport().panned(p.dx(), p.dy()));
            case Effect.Offer o -> requests.offer(o, pointer.x(), pointer.y());
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

    /** Ends the drop: over the canvas the node is added, elsewhere nothing happens. */
    public void dropReleased(double sceneX, double sceneY) {
        Point2D at = canvas.sceneToLocal(sceneX, sceneY);
        if (!(tool instanceof DroppingNew)) return;
        if (canvas.getLayoutBounds().contains(at))
            release(pointer(at.getX(), at.getY(), Pointer.Button.LEFT, Mods.NONE, 1));
        else
            dropCancelled();
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

    /** Adds what was offered: at the end of the wire if there is one. */
    public void accept(Effect.Offer offer, NodeType type) {
        Point at = new Point(Math.round(offer.at().x() / Hand.SNAP) * Hand.SNAP,
                Math.round((offer.at().y() - Shape.HEADER) / Hand.SNAP) * Hand.SNAP);
        editor.dispatch(offer.from().isPresent()
                ? edits.addWired(type, offer.from().get().output() ? at : new Point(at.x() - 180, at.y()),
                        offer.from().get().port(), offer.from().get().output())
                : edits.add(type, at));
    }
}
