package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import millrace.app.editor.Editor;
import millrace.app.editor.EditorState;
import millrace.app.editor.Edits;
import millrace.app.editor.Selection;
import millrace.app.editor.Types;
import millrace.app.editor.Wiring;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.app.tool.DraggingNodes;
import millrace.app.tool.DroppingNew;
import millrace.app.tool.Effect;
import millrace.app.tool.Ground;
import millrace.app.tool.Hand;
import millrace.app.tool.Hit;
import millrace.app.tool.Idle;
import millrace.app.tool.Key;
import millrace.app.tool.Mods;
import millrace.app.tool.Pointer;
import millrace.app.tool.Tool;
import millrace.app.tool.Turn;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Point;
import millrace.design.Problem;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;

/**
 * The canvas of the window. It follows the editor; the window tells it the run, the moment and the problems. Drawing happens
 * in the next layout pulse after a change, once for all changes.
 */
public final class CanvasView extends Region {
    private final Editor editor;
    private final Types types;
    private final List<NodeType> palette;
    private final Edits edits;
    private final Layers layers = new Layers();
    private final Sight sight = new Sight(this, this::sighted);
    private final ZoomControl zoomControl = new ZoomControl(sight::zoomOut, sight::zoomWhole, sight::zoomIn, this::fit);
    private final Gestures gestures;
    private CanvasRequests requests = CanvasRequests.NONE;
    private Theme theme;
    private Optional<RunView> run = Optional.empty();
    private Optional<Travels> travels = Optional.empty();
    private Optional<Lags> lags = Optional.empty();
    private Labels labels = new Labels(Optional.empty());
    private Optional<Moment> moment = Optional.empty();
    private Motion motion = Motion.still(0);
    private List<Problem> problems = List.of();
    private Focus focus = Focus.NONE;
    private Tool tool = Idle.START;
    /** Where things stand, with what is being dragged in its new place. */
    private Layout layout;
    private List<Traveller> travellers = List.of();
    private Point pointer = new Point(0, 0);
    private boolean layoutStale = true;
    private boolean restingStale = true;

    /** @param palette the node types in the order of the palette */
    public CanvasView(Editor editor, Types types, List<NodeType> palette, Theme theme) {
        this.editor = editor;
        this.types = types;
        this.palette = List.copyOf(palette);
        this.theme = theme;
        edits = new Edits(types);
        layout = Layout.of(Design.EMPTY, types, sizes(Design.EMPTY), false);
        gestures = new Gestures(this);
        getChildren().addAll(layers.resting, layers.live, layers.moving, zoomControl);
        getStyleClass().add("canvas-view");
        setFocusTraversable(true);
        setAccessibleText("Canvas");
        setMinSize(120, 120);
        zoomControl.dress(theme);
        zoomControl.show(sight.view().zoom());
        editor.listen(state -> stale());
    }

    // What the window tells it

    public void setRequests(CanvasRequests next) {
        requests = next;
    }

    public void setTheme(Theme next) {
        theme = next;
        zoomControl.dress(next);
        stale();
    }

    /** The run of the present design, or nothing while there is none. */
    public void setRun(Optional<RunView> next) {
        run = next;
        lags = next.map(r -> new Lags(r.trace(), r.moments()));
        travels = next.map(r -> new Travels(r.trace(), lags.orElseThrow()));
        labels = new Labels(next);
        if (next.isEmpty()) moment = Optional.empty();
        if (editor.undoName().isEmpty()) sight.refit();
        stale();
    }

    public void setProblems(List<Problem> next) {
        problems = List.copyOf(next);
        stale();
    }

    public void setFocus(Focus next) {
        if (focus.equals(next)) return;
        focus = next;
        stale();
    }

    /** Shows a moment of the run; called in each frame while playing, and at each seek. */
    public void show(Moment next, Motion how) {
        boolean first = moment.isEmpty();
        moment = Optional.of(lags.map(l -> l.seen(next, how)).orElse(next));
        motion = how;
        if (first) stale();
        requestLayout();
    }

    private void stale() {
        layoutStale = true;
        restingStale = true;
        requestLayout();
    }

    // Zoom and pan

    public Viewport viewport() {
        return sight.view();
    }

    public void setViewport(Viewport next) {
        sight.set(next);
    }

    private void sighted(Viewport before, Viewport now) {
        layoutStale |= before.zoom() < Scenery.COMPACT_ZOOM != now.zoom() < Scenery.COMPACT_ZOOM;
        restingStale = true;
        zoomControl.show(now.zoom());
        requestLayout();
    }

    public void zoomIn() {
        sight.zoomIn();
    }

    public void zoomOut() {
        sight.zoomOut();
    }

    /** Shows everything, now and when the first run makes nodes wider; to be called after a design is opened. */
    public void fit() {
        sight.fit();
        requestLayout();
    }

    // The hand

    Tool tool() {
        return tool;
    }

    private Hand hand() {
        refreshLayout();
        return new Hand(editor.state(), ground(), edits, palette);
    }

    /** The layout, and above it the events that can be pointed at. */
    private Ground ground() {
        return new Ground() {
            @Override
            public Hit hit(Point at) {
                return port(at).map(Hit.class::cast).or(() -> event(at)).orElseGet(() -> layout.hit(at));
            }

            @Override
            public Optional<Hit.OnPort> port(Point at) {
                return layout.port(at);
            }

            @Override
            public Optional<String> wire(Point at) {
                return layout.wire(at);
            }

            @Override
            public Selection within(Box box) {
                return layout.within(box);
            }
        };
    }

    private Optional<Hit> event(Point at) {
        if (moment.isEmpty() || scenery().bare()) return Optional.empty();
        TravelPainter painter = new TravelPainter(new Pen(layers.moving.getGraphicsContext2D(), theme), layout, labels,
                focus);
        for (Spot spot : painter.spots(travellers)) {
            if (spot.contains(at)) return Optional.of(new Hit.OnEvent(spot.event(), spot.node(), false));
        }
        return spots().stream()
                .filter(s -> s.contains(at))
                .findFirst()
                .map(
                        s -> new Hit.OnEvent(s.event(), s.node(), true));
    }

    /** The events inside nodes that can be pointed at, those drawn last first. */
    private List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (NodeMoment m : moment.map(Moment::nodes).orElse(List.of()))
            layout.shape(m.node()).ifPresent(shape -> spots.addAll(BodyPainter.spots(shape, m)));
        Pen pen = new Pen(layers.moving.getGraphicsContext2D(), theme);
        moment.ifPresent(m -> spots.addAll(new LoadPainter(pen, layout, labels).spots(m)));
        return spots.reversed();
    }

    Pointer pointer(double x, double y, Pointer.Button button, Mods mods, int clicks) {
        pointer = new Point(x, y);
        return new Pointer(viewport().toCanvas(x, y), pointer, button, mods, clicks);
    }

    void press(Pointer p) {
        requestFocus();
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
        requestLayout();
    }

    private void take(Turn turn) {
        boolean reshaped = tool instanceof DraggingNodes || turn.next() instanceof DraggingNodes;
        tool = turn.next();
        if (reshaped) stale();
        turn.effects().forEach(this::carryOut);
        setCursor(Cursors.of(tool));
        requestLayout();
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Do d -> editor.dispatch(d.transaction());
            case Effect.Select s -> editor.select(s.selection());
            case Effect.Pan p -> sight.set(viewport().panned(p.dx(), p.dy()));
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
        Point2D at = sceneToLocal(sceneX, sceneY);
        if (!(tool instanceof DroppingNew)) tool = new DroppingNew(type, new Point(0, 0), Optional.empty());
        drag(pointer(at.getX(), at.getY(), Pointer.Button.LEFT, Mods.NONE, 1));
    }

    /** Ends the drop: over the canvas the node is added, elsewhere nothing happens. */
    public void dropReleased(double sceneX, double sceneY) {
        Point2D at = sceneToLocal(sceneX, sceneY);
        if (!(tool instanceof DroppingNew)) return;
        if (getLayoutBounds().contains(at)) release(pointer(at.getX(), at.getY(), Pointer.Button.LEFT, Mods.NONE, 1));
        else
            dropCancelled();
    }

    public void dropCancelled() {
        tool = Idle.START;
        requestLayout();
    }

    /** Adds a node of the type where there is room in sight, for a double click in the palette. */
    public void addInSight(NodeType type) {
        refreshLayout();
        editor.dispatch(edits.add(type, room(Room.OF_NODE)));
    }

    /** Adds a note where there is room in sight. */
    public void addNoteInSight(String text) {
        refreshLayout();
        editor.dispatch(edits.addNote(text, room(Room.OF_NOTE)));
    }

    private Point room(double height) {
        return Room.find(layout, viewport().sight(getWidth(), getHeight()), height);
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

    // Places, for cards that stand beside things

    /** Where a node stands, in the coordinates of this view. */
    public Optional<Box> placeOf(String node) {
        refreshLayout();
        return layout.shape(node).map(s -> {
            Point p = viewport().toView(new Point(s.x(), s.y()));
            return new Box(p.x(), p.y(), s.width() * viewport().zoom(), s.box().height() * viewport().zoom());
        });
    }

    /** Where an event is to be seen inside a node or on a wire, in the coordinates of this view. */
    public Optional<Point> placeOf(long event) {
        refreshLayout();
        return spots().stream().filter(s -> s.event().id == event).findFirst().map(Spot::at).map(viewport()::toView);
    }

    // Drawing

    private Sizes sizes(Design design) {
        return new Sizes(design, run.map(RunView::end), labels);
    }

    private void refreshLayout() {
        if (!layoutStale) return;
        Design design = editor.design();
        if (tool instanceof DraggingNodes d)
            design = edits.move(d.what(), d.dx(), d.dy()).change().apply(EditorState.of(design)).design();
        layout = Layout.of(design, types, sizes(design), viewport().zoom() < Scenery.COMPACT_ZOOM);
        layoutStale = false;
    }

    private Scenery scenery() {
        return new Scenery(layout, editor.state().selection(), viewport(), theme, labels, Scenery.problems(problems),
                focus,
                moment.isPresent());
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (layers.width() != width || layers.height() != height) {
            layers.resize(width, height);
            restingStale = true;
            sight.refit();
        }
        if (sight.fitIsStale() && width > 0 && height > 0)
            sight.fit(Layout.of(editor.design(), types, sizes(editor.design()), false));
        zoomControl.resizeRelocate(ZoomControl.MARGIN, height - ZoomControl.HEIGHT - ZoomControl.MARGIN,
                ZoomControl.WIDTH, ZoomControl.HEIGHT);
        paint();
    }

    /** Draws what is stale, and what moves. */
    void paint() {
        refreshLayout();
        Scenery scenery = scenery();
        if (restingStale) layers.paintResting(scenery);
        restingStale = false;
        layers.paintLive(scenery, moment, this::motionOf);
        travellers = moment.flatMap(m -> travels.map(t -> t.at(m, motion))).orElse(List.of());
        layers.paintMoving(scenery, moment, travellers, motion, tool, new Wiring(types));
        Previews.pointedEvent(tool).ifPresent(this::card);
    }

    private Motion motionOf(String node) {
        return lags.map(l -> motion.later(l.of(node, motion))).orElse(motion);
    }

    private void card(Hit.OnEvent hit) {
        Pen pen = new Pen(layers.moving.getGraphicsContext2D(), theme);
        EventCard.paint(pen, hit.event(), hit.node(), labels, pointer.x(), pointer.y(), layers.width(),
                layers.height());
    }

    /** For tests and pictures: where an output or input port is, in the coordinates of this view. */
    Optional<Point> placeOf(Hit.OnPort port) {
        refreshLayout();
        return layout.at(port.port(), port.output()).map(viewport()::toView);
    }

    void listenTo(Gestures to) {
        addEventHandler(MouseEvent.ANY, to::mouse);
        addEventHandler(KeyEvent.ANY, to::key);
        addEventHandler(ScrollEvent.SCROLL, sight::scrolled);
        addEventHandler(javafx.scene.input.ZoomEvent.ZOOM, e -> sight.pinched(e.getZoomFactor(), e.getX(), e.getY()));
    }
}
