package millrace.app.chart;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The time chart of one node, for the hand: wheel and drag move and zoom it, a click holds what is under the pointer and
 * asks why, an event's disc can be dragged up and down to arrive at another time. It shows what it is given and tells
 * what was done; it changes nothing.
 */
public final class TimeChart extends Region {
    private final Canvas canvas = new Canvas();
    private final Set<Layer> hidden = EnumSet.noneOf(Layer.class);
    private final Hand hand = new Hand(this);
    private Set<Long> lit = Set.of();
    private Theme theme = Theme.LIGHT;
    private @Nullable ChartModel all;
    private Optional<String> key = Optional.empty();
    private long playhead;
    private Consumer<Optional<Target>> onHeld = t -> {};
    private Runnable onViewChanged = () -> {};
    private Consumer<ArrivalDrag> onArrivalDragged = d -> {};
    private LongPredicate movable = e -> false;
    /** What follows from model, key and size; made anew when one of them changes. */
    private @Nullable View view;
    /** The stretch of time that the hand chose; none = everything in view. */
    private @Nullable Plot chosen;

    /** The model as shown (all keys or one), laid out. */
    record View(ChartModel model, Plot plot, Discs discs, Windows windows) {}

    /**
     * An event on its way to another arrival.
     *
     * @param arrival the event as it was when the drag began
     * @param to the processing time it is to arrive at
     * @param done the button was let go: the last call of this drag
     */
    public record ArrivalDrag(Arrival arrival, long to, boolean done) {}

    public TimeChart() {
        getStyleClass().add("time-chart");
        getChildren().add(canvas);
        canvas.setFocusTraversable(true);
        setAccessibleText("Time chart");
        setMinSize(280, 160);
        setPrefSize(1140, 350);
        hand.listenTo(canvas);
    }

    /** Shows a node's run. The chosen stretch of time stays if it is the same node again. */
    public void setModel(ChartModel model) {
        boolean other = all == null || !all.node().equals(model.node());
        if (other) chosen = null;
        all = model;
        key = key.filter(k -> model.keys().place(k) >= 0);
        changed();
        hand.runChanged(other);
    }

    public void setPlayhead(long time) {
        playhead = time;
        repaint();
    }

    public void setTheme(Theme next) {
        theme = next;
        repaint();
    }

    /** Shows all keys, or only one. */
    public void setKey(Optional<String> next) {
        key = next;
        changed();
    }

    public void setLayer(Layer layer, boolean shown) {
        if (shown) hidden.remove(layer);
        else
            hidden.add(layer);
        repaint();
    }

    void setLit(Set<Long> events) {
        lit = Set.copyOf(events);
        repaint();
    }

    Set<Long> lit() {
        return lit;
    }

    /** Hears what is held now, whenever that changes: a thing to ask why about, or nothing any more. */
    public void setOnHeld(Consumer<Optional<Target>> hear) {
        onHeld = hear;
    }

    /** Hears every step of dragging an event, and the end. */
    public void setOnArrivalDragged(Consumer<ArrivalDrag> hear) {
        onArrivalDragged = hear;
    }

    /** Hears that things may lie elsewhere now: after a zoom, another size, another run. */
    void setOnViewChanged(Runnable hear) {
        onViewChanged = hear;
    }

    /** Whether the hand chose a stretch of time, so that not all of the run may be seen. */
    boolean zoomed() {
        return chosen != null;
    }

    /** Which events (by id) stem from a row that can be given another arrival. */
    public void setMovable(LongPredicate test) {
        movable = test;
    }

    /** Holds an event as a click on it does, or lets go. */
    public void hold(Optional<Target> target) {
        hand.hold(target);
    }

    public Optional<Target> held() {
        return hand.pointing().held();
    }

    /** The whole run in view. */
    public void fit() {
        chosen = null;
        changed();
    }

    /** Where a thing lies, in this chart's px: a card that tells of it must not cover it. Empty if out of sight. */
    public Optional<Rectangle2D> place(Target target) {
        return view().map(v -> Places.of(target, v)).filter(r -> r.intersects(inner()));
    }

    private Rectangle2D inner() {
        return v().plot().area();
    }

    private View v() {
        return view().orElseThrow();
    }

    /** Where an event at these times lies, in this chart's px. */
    public Optional<Point2D> place(long eventTime, long arrival) {
        return view().map(v -> new Point2D(v.plot().x(eventTime), v.plot().y(arrival)));
    }

    Optional<View> view() {
        if (view == null && all != null && getWidth() > 0) view = lay(all);
        return Optional.ofNullable(view);
    }

    private View lay(ChartModel full) {
        ChartModel model = key.map(full::ofKey).orElse(full);
        Rectangle2D area = Plot.area(getWidth(), getHeight(), model.clock());
        Plot plot = chosen == null ? Plot.fit(full, area) : chosen.laid(area);
        return new View(model, plot, Discs.of(model, plot), Windows.of(model, plot));
    }

    void choose(Plot plot) {
        chosen = plot;
        changed();
    }

    void toggle(Layer layer) {
        setLayer(layer, hidden.contains(layer));
    }

    void tellHeld(Optional<Target> target) {
        onHeld.accept(target);
    }

    void tellDragged(ArrivalDrag drag) {
        onArrivalDragged.accept(drag);
    }

    boolean movable(long event) {
        return movable.test(event);
    }

    Set<Layer> hidden() {
        return hidden;
    }

    void changed() {
        view = null;
        repaint();
        onViewChanged.run();
    }

    void repaint() {
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            view = null;
            onViewChanged.run();
        }
        paint();
    }

    private void paint() {
        var g = Ink.on(canvas);
        if (view().isEmpty()) {
            g.setFill(theme.panel());
            g.fillRect(0, 0, getWidth(), getHeight());
            return;
        }
        View v = v();
        TimeChartPainter.paint(new Sheet(g, new Marks(g, theme), v.model(), v.plot(), v.discs(), v.windows(), playhead,
                theme, hand.pointing()), getWidth(), getHeight());
    }
}
