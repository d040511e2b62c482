package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import millrace.app.arrange.Arrange;
import millrace.app.editor.Editor;
import millrace.app.editor.EditorState;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;
import millrace.app.editor.Selection;
import millrace.app.editor.Types;
import millrace.app.look.FocusRing;
import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.app.tool.Hit;
import millrace.app.tool.Tool;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.trace.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The canvas of the window. It follows the editor; the window tells it the run, the moment and the problems. Drawing happens
 * in the next layout pulse after a change, once for all changes.
 */
public final class CanvasView extends Region {
    /** How far the picture of what rests goes beyond the edges of the view, px. */
    private static final double MARGIN = 160;
    private final Rectangle clip = new Rectangle();
    private final Editor editor;
    private final Types types;
    private final Edits edits;
    private final Layers layers = new Layers();
    private final Sight sight = new Sight(this, this::sighted);
    private final ZoomControl zoomControl = new ZoomControl(sight::zoomOut, sight::zoomWhole, sight::zoomIn, this::fit);
    /** A little more than where bodies begin: they grow with what is in them. */
    private static final double READABLE = Scenery.COMPACT_ZOOM * 1.05;
    private final Minimap minimap = new Minimap(this::centre);
    private final Glide glide = new Glide(this::stale);
    private final CanvasPlaces places = new CanvasPlaces(this);
    private final FocusRing ring = new FocusRing(this, this::requestLayout);
    private boolean reducedMotion;
    private final Spoken spoken;
    private final CanvasHand hand;
    private final NameField names;
    private Theme theme;
    private Optional<RunView> run = Optional.empty();
    private Optional<Travels> travels = Optional.empty();
    private Optional<Lags> lags = Optional.empty();
    private Labels labels = new Labels(Optional.empty());
    private Sizes sizes = new Sizes(Optional.empty(), labels);
    private Optional<Moment> moment = Optional.empty();
    private Motion motion = Motion.still(0);
    private Map<String, String> problems = Map.of();
    private Focus focus = Focus.NONE;
    /** Where things stand, with what is being dragged in its new place. */
    private Layout layout;
    private List<Traveller> travellers = List.of();
    private boolean layoutStale = true;
    private boolean restingStale = true;
    /** What the resting picture shows. */
    private Optional<Scenery> painted = Optional.empty();
    /** Runs until the zoom has not been changed for a while: until then pictures are drawn in haste. */
    private final PauseTransition zooming = new PauseTransition(Duration.millis(Tokens.ZOOMED));

    /** @param palette the node types in the order of the palette */
    public CanvasView(Editor editor, Types types, List<NodeType> palette, Theme theme) {
        this.editor = editor;
        this.types = types;
        this.theme = theme;
        edits = new Edits(types);
        layout = Layout.of(Design.EMPTY, types, sizes, false);
        hand = new CanvasHand(this, editor, edits, palette);
        names = new NameField(this, editor, edits);
        spoken = new Spoken(this, editor);
        getChildren().addAll(layers.resting, layers.live, layers.moving, spoken, zoomControl, minimap, names);
        getStyleClass().add("canvas-view");
        setClip(clip);
        zooming.setOnFinished(e -> settled());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
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
        travels = next.map(r -> new Travels(r, lags.orElseThrow()));
        labels = new Labels(next);
        sizes = new Sizes(next.map(RunView::end), labels);
        if (next.isEmpty()) moment = Optional.empty();
        if (editor.undoName().isEmpty()) sight.refit();
        layers.forget();
        stale();
    }

    public void setProblems(List<Problem> next) {
        problems = Scenery.problems(next);
        redraw();
    }

    public void setFocus(Focus next) {
        if (focus.equals(next)) return;
        focus = next;
        redraw();
    }

    /** Shows a moment of the run; called in each frame while playing, and at each seek. */
    public void show(Moment next, Motion how) {
        boolean first = moment.isEmpty();
        motion = reducedMotion ? how.reduced() : how;
        moment = Optional.of(lags.map(l -> l.seen(next, motion)).orElse(next));
        if (first) redraw();
        requestLayout();
    }

    void stale() {
        layoutStale = true;
        restingStale = true;
        requestLayout();
    }

    private void settled() {
        painted = Optional.empty();
        redraw();
    }

    /** Everything stands where it stood but looks different. */
    private void redraw() {
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
        if (before.zoom() != now.zoom()) zooming.playFromStart();
        zoomControl.show(now.zoom() / sight.whole());
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

    public void zoomWhole() {
        sight.zoomWhole();
    }

    /** Brings what is selected into sight; everything if nothing is. */
    public void fitSelection() {
        Selection selection = editor.state().selection();
        Optional<Box> box = plan().around(selection);
        if (box.isEmpty()) fit();
        else
            sight.set(Viewport.fit(box.get().grown(24), getWidth(), getHeight(), sight.whole()));
    }

    /** How large the interface is: at 2 what is called 100 % shows nodes twice as large. */
    public void setScale(double next) {
        sight.setWhole(next);
        zoomControl.show(viewport().zoom() / next);
        requestLayout();
    }

    private void centre(Point middle) {
        double zoom = viewport().zoom();
        setViewport(new Viewport(middle.x() - getWidth() / 2 / zoom, middle.y() - getHeight() / 2 / zoom, zoom));
    }

    /** With motion reduced nothing glides or travels: it is simply there. */
    public void setReducedMotion(boolean reduced) {
        reducedMotion = reduced;
        motion = reduced ? motion.reduced() : motion;
        requestLayout();
    }

    /** Puts the selected nodes, or all if fewer than two are, in order by layers; one step to undo. */
    public void arrange() {
        Design before = editor.design();
        List<String> chosen = new ArrayList<>(editor.state().selection().nodes());
        if (chosen.size() < 2) chosen = before.nodes().stream().map(Node::id).toList();
        Layout whole = layout.next(before, types, sizes, false);
        Map<String, Point> places = Arrange.places(before, whole.sizes(), chosen);
        places.entrySet().removeIf(e -> before.node(e.getKey()).filter(n -> n.at().equals(e.getValue())).isPresent());
        if (places.isEmpty()) return;
        editor.dispatch(edits.place(Texts.of("canvas.arrange", String.valueOf(chosen.size())), places));
        if (!reducedMotion) glide.begin(before, places.keySet());
        sight.refit();
        stale();
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

    /** Where names are written in place. */
    NameField names() {
        return names;
    }

    /** The room that a design takes on this canvas. */
    Box boundsOf(Design design) {
        return wholeLayout(design).bounds().orElse(new Box(0, 0, 0, 0));
    }

    /** With bodies, even if it is seen from too far away for them. */
    Layout wholeLayout(Design design) {
        return Layout.of(design, types, sizes, false);
    }

    /** A new node of a type, and nothing else. */
    Design alone(NodeType type) {
        return new Edits(types).add(type, new Point(0, 0))
                .change()
                .apply(EditorState.of(Design.EMPTY))
                .design();
    }

    /** How high this canvas must be for the bodies of all nodes to be seen with everything in sight, px; 0 if it is too narrow for that. */
    public double heightToRead() {
        Box box = boundsOf(editor.design());
        double zoom = READABLE * sight.whole();
        boolean wide = getWidth() >= box.width() * zoom + 2 * Viewport.MARGIN;
        return wide ? box.height() * zoom + 2 * Viewport.MARGIN : 0;
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

    Minimap minimap() {
        return minimap;
    }

    /** How much was drawn so far. */
    Layers.Work work() {
        return layers.work();
    }

    /** Whether so little room is there that nodes show no more than their names. */
    boolean bare() {
        return scenery().bare();
    }

    /** Something to draw moving things with. */
    Pen pen() {
        return new Pen(Ink.on(layers.moving), theme);
    }

    public Focus focus() {
        return focus;
    }

    private void refreshLayout() {
        if (!layoutStale) return;
        Design design = editor.design();
        Optional<Transaction> pending = hand.tool().pending(edits);
        if (pending.isPresent()) design = pending.get().change().apply(EditorState.of(design)).design();
        design = glide.of(design);
        layout = layout.next(design, types, sizes, viewport().zoom() < Scenery.COMPACT_ZOOM);
        layoutStale = false;
    }

    /** Where a port of a new node of the type would be, from the node's corner. */
    Optional<Point> portWithin(NodeType type, String port, boolean output) {
        Design alone = alone(type);
        PortRef ref = new PortRef(alone.nodes().getFirst().id(), port);
        return Layout.of(alone, types, sizes, viewport().zoom() < Scenery.COMPACT_ZOOM).at(ref, output);
    }

    private Scenery scenery() {
        return new Scenery(layout, editor.state().selection(), viewport(), theme, labels, problems, focus,
                moment.isPresent());
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (layers.width() != width || layers.height() != height) {
            layers.resize(width, height, MARGIN);
            clip.setWidth(width);
            clip.setHeight(height);
            painted = Optional.empty();
            restingStale = true;
            sight.refit();
        }
        if (sight.fitIsStale() && width > 0 && height > 0)
            sight.fit(Layout.of(editor.design(), types, sizes, false));
        zoomControl.resizeRelocate(ZoomControl.MARGIN, height - ZoomControl.HEIGHT - ZoomControl.MARGIN,
                ZoomControl.WIDTH, ZoomControl.HEIGHT);
        minimap.stand(width, height);
        paint();
        names.place(layout, viewport(), theme);
        hand.painted();
    }

    /** Draws what is stale, and what moves. */
    void paint() {
        refreshLayout();
        Scenery scenery = scenery();
        if (!layers.holds(viewport())) paintResting(scenery, zooming.getStatus() == Animation.Status.RUNNING);
        else if (restingStale) repaint(scenery);
        restingStale = false;
        Viewport seen = layers.place(viewport());
        layers.paintLive(scenery, seen, moment, this::motionOf);
        travellers = moment.flatMap(m -> travels.map(t -> t.at(m, motion))).orElse(List.of());
        layers.paintMoving(scenery, seen, moment, travellers, motion, hand.tool());
        sentence(hand.tool());
        carded().ifPresent(this::card);
        minimap.show(scenery, seen.sight(layers.width(), layers.height()));
        ring.paint(Ink.on(layers.moving), layers.width(), layers.height(), theme);
        spoken.follow();
    }

    /** What there is to say of things. */
    CanvasSpeech speech() {
        return new CanvasSpeech(layout, problems, labels, moment);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case CHILDREN -> spoken.asked(List.of(zoomControl, minimap, names));
            case FOCUS_ITEM -> spoken.chosen().orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** What the hand is told, beside what it does. */
    private void sentence(Tool tool) {
        Pen pen = new Pen(Ink.on(layers.moving), theme);
        Sentence.of(tool, layout, viewport(), hand.pointer())
                .ifPresent(s -> s.paint(pen, layers.width(), layers.height()));
    }

    private void paintResting(Scenery scenery, boolean hasty) {
        layers.paintResting(scenery, hasty);
        painted = Optional.of(scenery);
    }

    /** The picture stays where it is and is mended where something is different. */
    private void repaint(Scenery scenery) {
        Scenery now = scenery.seenFrom(layers.painted());
        Optional<Box> part = painted.flatMap(now::changedSince);
        if (part.isEmpty()) paintResting(scenery, false);
        else {
            layers.paintPart(now, part.get());
            painted = Optional.of(now);
        }
    }

    private Motion motionOf(String node) {
        return lags.map(l -> motion.later(l.of(node, motion))).orElse(motion).at(node);
    }

    /** The event whose card is beside the pointer; one that is held, or kin of it, is answered elsewhere. */
    public Optional<Hit.OnEvent> carded() {
        return Previews.pointedEvent(hand.tool()).filter(hit -> !focus.lit(hit.event().id));
    }

    private void card(Hit.OnEvent hit) {
        Pen pen = new Pen(Ink.on(layers.moving), theme);
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
