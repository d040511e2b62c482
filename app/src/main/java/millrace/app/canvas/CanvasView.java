package millrace.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import millrace.app.editor.Editor;
import millrace.app.editor.EditorState;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;
import millrace.app.editor.Types;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.app.tool.Hit;
import millrace.app.tool.Tool;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.trace.Moment;

/**
 * The canvas of the window. It follows the editor; the window tells it the run, the moment and the problems. Drawing happens
 * in the next layout pulse after a change, once for all changes.
 */
public final class CanvasView extends Region {
    private final Editor editor;
    private final Types types;
    private final Edits edits;
    private final Layers layers = new Layers();
    private final Sight sight = new Sight(this, this::sighted);
    private final ZoomControl zoomControl = new ZoomControl(sight::zoomOut, sight::zoomWhole, sight::zoomIn, this::fit);
    private final CanvasPlaces places = new CanvasPlaces(this);
    private final CanvasHand hand;
    private final NameField names;
    private Theme theme;
    private Optional<RunView> run = Optional.empty();
    private Optional<Travels> travels = Optional.empty();
    private Optional<Lags> lags = Optional.empty();
    private Labels labels = new Labels(Optional.empty());
    private Optional<Moment> moment = Optional.empty();
    private Motion motion = Motion.still(0);
    private List<Problem> problems = List.of();
    private Focus focus = Focus.NONE;
    /** Where things stand, with what is being dragged in its new place. */
    private Layout layout;
    private List<Traveller> travellers = List.of();
    private boolean layoutStale = true;
    private boolean restingStale = true;

    /** @param palette the node types in the order of the palette */
    public CanvasView(Editor editor, Types types, List<NodeType> palette, Theme theme) {
        this.editor = editor;
        this.types = types;
        this.theme = theme;
        edits = new Edits(types);
        layout = Layout.of(Design.EMPTY, types, sizes(Design.EMPTY), false);
        hand = new CanvasHand(this, editor, edits, palette);
        names = new NameField(this, editor, edits);
        getChildren().addAll(layers.resting, layers.live, layers.moving, zoomControl, names);
        getStylesheets().add(String.valueOf(CanvasView.class.getResource("in-place.css")));
        getStyleClass().add("canvas-view");
        setFocusTraversable(true);
        setAccessibleText(Texts.of("canvas.canvas"));
        setMinSize(120, 120);
        zoomControl.dress(theme);
        zoomControl.show(sight.view().zoom());
        editor.listen(state -> stale());
    }

    /** For pictures of it: nothing but the design. */
    public void withoutControls() {
        zoomControl.setVisible(false);
    }

    // What the window tells it

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

    void stale() {
        layoutStale = true;
        restingStale = true;
        requestLayout();
    }

    // Zoom and pan

    public Viewport viewport() {
        return sight.view();
    }

    /** Whether everything is kept in sight, since no hand has zoomed or panned. */
    public boolean showsAll() {
        return sight.fitting();
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

    // The hand, and places for cards that stand beside things

    /** What the person does here. */
    public CanvasHand hand() {
        return hand;
    }

    /** Where things are to be seen. */
    public CanvasPlaces places() {
        return places;
    }

    // Drawing

    private Sizes sizes(Design design) {
        return new Sizes(design, run.map(RunView::end), labels);
    }

    /** Where names are written in place. */
    NameField names() {
        return names;
    }

    /** The room that a design takes on this canvas. */
    Box boundsOf(Design design) {
        return Layout.of(design, types, sizes(design), false).bounds().orElse(new Box(0, 0, 0, 0));
    }

    Layout plan() {
        refreshLayout();
        return layout;
    }

    Labels labels() {
        return labels;
    }

    Optional<Moment> moment() {
        return moment;
    }

    /** What travels along wires in the picture. */
    List<Traveller> travellers() {
        return travellers;
    }

    /** Whether so little room is there that nodes show no more than their names. */
    boolean bare() {
        return scenery().bare();
    }

    /** Something to draw moving things with. */
    Pen pen() {
        return new Pen(layers.moving.getGraphicsContext2D(), theme);
    }

    Focus focusOfCanvas() {
        return focus;
    }

    private void refreshLayout() {
        if (!layoutStale) return;
        Design design = editor.design();
        Optional<Transaction> pending = hand.tool().pending(edits);
        if (pending.isPresent()) design = pending.get().change().apply(EditorState.of(design)).design();
        layout = Layout.of(design, types, sizes(design), viewport().zoom() < Scenery.COMPACT_ZOOM);
        layoutStale = false;
    }

    /** Where a port of a new node of the type would be, from the node's corner. */
    Optional<Point> portWithin(NodeType type, String port, boolean output) {
        Design alone = new Edits(types).add(type, new Point(0, 0))
                .change()
                .apply(EditorState.of(Design.EMPTY))
                .design();
        PortRef ref = new PortRef(alone.nodes().getFirst().id(), port);
        return Layout.of(alone, types, sizes(alone), viewport().zoom() < Scenery.COMPACT_ZOOM).at(ref, output);
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
        names.place(layout, viewport(), theme);
    }

    /** Draws what is stale, and what moves. */
    void paint() {
        refreshLayout();
        Scenery scenery = scenery();
        if (restingStale) layers.paintResting(scenery);
        restingStale = false;
        layers.paintLive(scenery, moment, this::motionOf);
        travellers = moment.flatMap(m -> travels.map(t -> t.at(m, motion))).orElse(List.of());
        layers.paintMoving(scenery, moment, travellers, motion, hand.tool());
        sentence(hand.tool());
        Previews.pointedEvent(hand.tool()).ifPresent(this::card);
    }

    /** What the hand is told, beside what it does. */
    private void sentence(Tool tool) {
        Pen pen = new Pen(layers.moving.getGraphicsContext2D(), theme);
        Sentence.of(tool, layout, viewport(), hand.pointer())
                .ifPresent(s -> s.paint(pen, layers.width(), layers.height()));
    }

    private Motion motionOf(String node) {
        return lags.map(l -> motion.later(l.of(node, motion))).orElse(motion);
    }

    private void card(Hit.OnEvent hit) {
        Pen pen = new Pen(layers.moving.getGraphicsContext2D(), theme);
        EventCard.paint(pen, hit.event(), hit.node(), labels, hand.pointer().x(), hand.pointer().y(), layers.width(),
                layers.height());
    }

    void listenTo(Gestures to) {
        addEventHandler(MouseEvent.ANY, to::mouse);
        addEventHandler(KeyEvent.ANY, to::key);
        addEventHandler(ScrollEvent.SCROLL, sight::scrolled);
        addEventHandler(javafx.scene.input.ZoomEvent.ZOOM, e -> sight.pinched(e.getZoomFactor(), e.getX(), e.getY()));
    }
}
