package millrace.app.chart;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.look.FocusRing;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The time chart of one node, for the hand: wheel and drag move and zoom it, a click holds what is under the pointer and
 * asks why, an event's disc can be dragged up and down to arrive at another time, sideways to have happened at another, and settings
 * by their handles. It shows what it is given and tells
 * what was done; it changes nothing.
 */
public final class TimeChart extends Region {
    /** The lower and upper part of the height in which a followed playhead is not to be, each. */
    static final double MIDDLE = 0.3;
    private static final double LEAST_LEGENDED = 520;
    private final Surface canvas = new Surface();
    private final Set<Layer> hidden = EnumSet.noneOf(Layer.class);
    private final Hand hand = new Hand(this);
    private final FocusRing ring = new FocusRing(canvas, this::repaint);
    private Set<Long> lit = Set.of();
    private Theme theme = Theme.LIGHT;
    private @Nullable ChartModel all;
    private Optional<String> key = Optional.empty();
    private long playhead;
    private Consumer<Optional<Target>> onHeld = t -> {};
    private Runnable onViewChanged = () -> {};
    private Consumer<ArrivalDrag> onArrivalDragged = d -> {};
    private Consumer<LeverDrag> onLeverDragged = d -> {};
    private LongPredicate movable = e -> false;
    /** What follows from model, key and size; made anew when one of them changes. */
    private @Nullable View view;
    /** The stretch of time that the hand chose; none = everything in view. */
    private @Nullable Plot chosen;
    /** While something is dragged the paper lies still, whatever the run becomes. */
    private @Nullable Plot still;
    private List<ChartModel> companions = List.of();
    private List<TimeChart> mates = List.of();
    private Sheet.Differing differing = Sheet.Differing.NOTHING;
    private boolean legend = true;
    private boolean following = true;

    /** Something that another run does not say: an event that was dropped, or the event of a pane, and when. */
    public record Noted(Event event, long at) {}

    /** The model as shown (all keys or one), laid out. */
    record View(ChartModel model, Plot plot, Discs discs, Windows windows) {}

    /**
     * An event on its way to another time.
     *
     * @param arrival the event as it was when the drag began
     * @param sideways it is its event time that changes, not its arrival
     * @param to the event time, or the processing time it is to arrive at
     * @param done the button was let go: the last call of this drag
     */
    public record ArrivalDrag(Arrival arrival, boolean sideways, long to, boolean done) {}

    /**
     * A setting on its way to another value.
     *
     * @param was what it was when the drag began
     * @param start of the window whose edge is dragged; 0 if it is no edge
     * @param done the button was let go: the last call of this drag
     */
    public record LeverDrag(String node, Lever lever, long was, long value, long start, boolean done) {}

    public TimeChart() {
        getStyleClass().add("time-chart");
        getChildren().add(canvas);
        canvas.setFocusTraversable(true);
        setAccessibleText(Texts.of("chart.name"));
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

    /** Nothing runs that could be shown. */
    void clear() {
        hold(Optional.empty());
        all = null;
        chosen = null;
        changed();
    }

    /** Moves the playhead; a stretch of time that was chosen goes with it. */
    public void setPlayhead(long time) {
        if (time != playhead) follow(time);
        playhead = time;
        repaint();
    }

    /** Keeps the playhead in the middle part while zoomed in, and with it the event times that are about as far on. */
    private void follow(long time) {
        Plot plot = chosen;
        if (plot == null || !following || still != null || hand.holdsPaper()) return;
        double share = (time - plot.up().from()) / (plot.up().to() - plot.up().from());
        double nearest = Math.clamp(share, MIDDLE, 1 - MIDDLE);
        if (share == nearest) return;
        chosen = plot.moved((share - nearest) * (plot.up().to() - plot.up().from()));
        changed();
    }

    /** Whether the paper goes with the playhead; a hand that moves the paper ends it. */
    void setFollowing(boolean next) {
        if (following == next) return;
        following = next;
        follow(playhead);
        onViewChanged.run();
    }

    boolean following() {
        return following;
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

    /** Charts of the same node in other runs: what is fitted into view is what all of them show. */
    public void setCompanions(List<ChartModel> models) {
        companions = List.copyOf(models);
    }

    /** Charts that are zoomed and moved together; this one may be among them. */
    public void setMates(List<TimeChart> charts) {
        mates = List.copyOf(charts);
    }

    /** What is marked as different in another run. */
    public void setNoted(List<Noted> next) {
        differing = Sheet.Differing.of(next);
        repaint();
    }

    /** Whether the key stands at its right. */
    public void setLegend(boolean shown) {
        legend = shown;
        changed();
    }

    /** In a narrow view the chart itself needs the room, and in a very low one a part of it would be cut off. */
    private boolean legended(ChartModel model) {
        return legend && canvas.px(getWidth()) >= LEAST_LEGENDED
                && LegendPainter.fits(model, canvas.px(getHeight()));
    }

    /** The row of the legend that is there, if it is shown. */
    Optional<Layer> legendAt(double x, double y) {
        return view().filter(v -> legended(v.model())).flatMap(v -> LegendPainter.at(v.model(), v.plot(), x, y));
    }

    /** Hears what is held now, whenever that changes: a thing to ask why about, or nothing any more. */
    public void setOnHeld(Consumer<Optional<Target>> hear) {
        onHeld = hear;
    }

    /** Hears every step of dragging an event, and the end. */
    public void setOnArrivalDragged(Consumer<ArrivalDrag> hear) {
        onArrivalDragged = hear;
    }

    /** Hears every step of dragging a setting, and the end. */
    public void setOnLeverDragged(Consumer<LeverDrag> hear) {
        onLeverDragged = hear;
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

    /** Holds the next thing that came, or the one before. */
    void along(boolean forward) {
        view().flatMap(v -> Along.from(held(), playhead, forward, v.model())).ifPresent(t -> hold(Optional.of(t)));
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
        together(null);
    }

    private void together(@Nullable Plot plot) {
        take(plot);
        mates.stream().filter(mate -> mate != this).forEach(mate -> mate.take(plot));
    }

    private void take(@Nullable Plot plot) {
        chosen = plot;
        changed();
    }

    /** Where a thing lies, in this chart's px: a card that tells of it must not cover it. Empty if out of sight. */
    public Optional<Rectangle2D> place(Target target) {
        return view().map(v -> Places.of(target, v)).filter(r -> r.intersects(inner())).map(canvas::shown);
    }

    private Rectangle2D inner() {
        return v().plot().area();
    }

    private View v() {
        return view().orElseThrow();
    }

    /** Where an event at these times lies, in this chart's px. */
    public Optional<Point2D> place(long eventTime, long arrival) {
        return view().map(v -> canvas.shown(new Point2D(v.plot().x(eventTime), v.plot().y(arrival))));
    }

    Optional<View> view() {
        if (view == null && all != null && getWidth() > 0) view = lay(all);
        return Optional.ofNullable(view);
    }

    private View lay(ChartModel full) {
        ChartModel model = key.map(full::ofKey).orElse(full);
        Rectangle2D area = Plot.area(canvas.px(getWidth()), canvas.px(getHeight()), model.clock(), legended(model));
        Plot kept = still == null ? chosen : still;
        Plot plot = kept == null ? Plot.fit(companions.isEmpty() ? List.of(full) : companions, area) : kept.laid(area);
        return new View(model, plot, Discs.of(model, plot), Windows.of(model, plot));
    }

    void choose(Plot plot) {
        together(plot);
    }

    /** Keeps the paper where it is, or lets it follow the run again. */
    void keepStill(boolean keep) {
        boolean was = still != null;
        still = keep ? view().map(View::plot).orElse(null) : null;
        if (was && !keep) changed();
    }

    void tellDragged(LeverDrag drag) {
        onLeverDragged.accept(drag);
    }

    void toggle(Layer layer) {
        setLayer(layer, hidden.contains(layer));
    }

    /** What lies there. */
    Optional<Target> at(double x, double y) {
        return view().flatMap(v -> Places.at(v, canvas.px(x), canvas.px(y)));
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
        boolean other = !canvas.covers(getWidth(), getHeight());
        var g = canvas.cover(getWidth(), getHeight());
        if (other) {
            view = null;
            onViewChanged.run();
        }
        paint(g, canvas.px(getWidth()), canvas.px(getHeight()));
        ring.paint(g, canvas.px(getWidth()), canvas.px(getHeight()), theme);
    }

    private void paint(Ink g, double width, double height) {
        if (view().isEmpty()) {
            g.setFill(theme.panel());
            g.fillRect(0, 0, width, height);
            return;
        }
        View v = v();
        TimeChartPainter.paint(new Sheet(g, new Marks(g, theme), v.model(), v.plot(), v.discs(), v.windows(), playhead,
                theme, hand.pointing(), legended(v.model()), differing), width, height);
    }
}
