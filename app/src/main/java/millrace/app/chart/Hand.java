package millrace.app.chart;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import millrace.app.look.TimeAxis;
import millrace.app.chart.ChartModel.Arrival;
import org.jspecify.annotations.Nullable;

/** What the hand does on the chart: pointing, holding, moving the paper, dragging an event. */
final class Hand {
    /** A press that moves less than this is a click, px. */
    private static final double CLICK = 4;
    private static final double WHEEL = 1.0015;
    /** An arrow key moves the paper by so much, px. */
    private static final double STEP = 40;
    private final TimeChart chart;
    private Optional<Target> hover = Optional.empty();
    private Optional<Target> held = Optional.empty();
    private Optional<Sheet.Drag> drag = Optional.empty();
    private Optional<Layer> legendHover = Optional.empty();
    private Optional<Sheet.Gripping> grip = Optional.empty();
    /** The handle that is in the hand. */
    private Optional<GripDrag> gripped = Optional.empty();
    private double pressX;
    private double pressY;
    private boolean moved;
    /** The plot as it was when the paper was taken; null while it is not held. */
    private @Nullable Plot taken;

    Hand(TimeChart chart) {
        this.chart = chart;
    }

    void listenTo(Node canvas) {
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(e -> leave());
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnScroll(this::scrolled);
        canvas.setOnKeyPressed(this::key);
    }

    boolean holdsPaper() {
        return taken != null;
    }

    Sheet.Pointing pointing() {
        return new Sheet.Pointing(chart.hidden(), hover, held, drag, legendHover, grip, chart.lit());
    }

    void hold(Optional<Target> target) {
        if (held.equals(target)) return;
        held = target;
        chart.tellHeld(target);
        chart.repaint();
    }

    /** After an edit events have other numbers: what was held is looked for again by its times. */
    void runChanged(boolean otherNode) {
        hover = Optional.empty();
        if (otherNode) {
            drag = Optional.empty();
            hold(Optional.empty());
        }
        chart.view()
                .ifPresent(v -> drag = drag.map(d -> new Sheet.Drag(Found.event(d.moved(), v.model()).orElse(-1),
                        d.arrival(), d.sideways(), d.to())));
    }

    private void moved(MouseEvent e) {
        chart.view().ifPresent(v -> {
            Optional<Target> now = Places.at(v, e.getX(), e.getY());
            Optional<Layer> row = chart.legendAt(e.getX(), e.getY());
            Optional<Sheet.Gripping> taken = gripAt(v, now, e.getX(), e.getY());
            if (now.equals(hover) && row.equals(legendHover) && taken.equals(grip)) return;
            hover = now;
            legendHover = row;
            grip = taken;
            chart.setCursor(cursor());
            chart.repaint();
        });
    }

    private Cursor cursor() {
        if (legendHover.isPresent()) return Cursor.HAND;
        if (grip.isPresent()) return upright(grip.get().grip()) ? Cursor.V_RESIZE : Cursor.H_RESIZE;
        return hover.map(t -> t instanceof Target.OfEvent e && chart.movable(e.arrival().event()) ? Cursor.MOVE
                : Cursor.HAND).orElse(Cursor.DEFAULT);
    }

    /** Whether it goes up and down: the top of a window, and the edges of those that lie. */
    private boolean upright(Grip of) {
        boolean lying = chart.view().filter(v -> v.model().byProcessingTime()).isPresent();
        return of instanceof Grip.Top || lying && of instanceof Grip.Edge;
    }

    /** What can be taken here; an event is before all handles. */
    private Optional<Sheet.Gripping> gripAt(TimeChart.View v, Optional<Target> target, double x, double y) {
        if (target.filter(Target.OfEvent.class::isInstance).isPresent()) return Optional.empty();
        return Grips.at(v, chart.hidden(), x, y)
                .map(g -> new Sheet.Gripping(g, v.model().levers().of(g.lever()).orElse(0), x, y));
    }

    private void leave() {
        hover = Optional.empty();
        legendHover = Optional.empty();
        if (gripped.isEmpty()) grip = Optional.empty();
        chart.repaint();
    }

    private void pressed(MouseEvent e) {
        ((Node) e.getSource()).requestFocus();
        pressX = e.getX();
        pressY = e.getY();
        moved = false;
        if (e.getButton() == MouseButton.PRIMARY) chart.view().ifPresent(v -> take(v, e.getX(), e.getY()));
    }

    private void take(TimeChart.View v, double x, double y) {
        Optional<Target> target = Places.at(v, x, y);
        drag = target.flatMap(t -> t instanceof Target.OfEvent o && chart.movable(o.arrival().event())
                ? Optional.of(o.arrival())
                : Optional.empty())
                .map(a -> new Sheet.Drag(v.model().arrivals().find(a.event()).orElse(-1), a, false, a.at()));
        grip = gripAt(v, target, x, y);
        gripped = grip.map(g -> new GripDrag(g.grip(), v.model(), v.plot(), x, y));
        if (drag.isPresent() || gripped.isPresent()) chart.keepStill(true);
        else if (v.plot().holds(x, y)) taken = v.plot();
    }

    private void dragged(MouseEvent e) {
        if (!moved && Math.hypot(e.getX() - pressX, e.getY() - pressY) < CLICK) return;
        boolean first = !moved;
        moved = true;
        Plot paper = taken;
        if (paper != null) {
            chart.setCursor(Cursor.CLOSED_HAND);
            chart.setFollowing(false);
            chart.choose(paper.panned(e.getX() - pressX, e.getY() - pressY));
        }
        boolean across = Math.abs(e.getX() - pressX) > Math.abs(e.getY() - pressY);
        drag = drag.map(d -> to(d, first ? across : d.sideways(), e));
        drag.ifPresent(d -> chart.tellDragged(told(d, false)));
        gripped.ifPresent(d -> {
            grip = Optional.of(d.at(e.getX(), e.getY()));
            chart.tellDragged(d.told(grip.get().value(), false));
        });
        chart.repaint();
    }

    /** The first movement decides whether it is the event time that changes or the arrival. */
    private Sheet.Drag to(Sheet.Drag d, boolean sideways, MouseEvent e) {
        long to = sideways ? eventTimeAt(e.getX(), d.arrival()) : arrivalAt(e.getY(), d.arrival());
        return new Sheet.Drag(d.place(), d.arrival(), sideways, to);
    }

    private static TimeChart.ArrivalDrag told(Sheet.Drag d, boolean done) {
        return new TimeChart.ArrivalDrag(d.arrival(), d.sideways(), d.to(), done);
    }

    private long eventTimeAt(double x, Arrival arrival) {
        return chart.view().map(v -> {
            double moved = v.plot().across().time(x) - v.plot().across().time(pressX);
            long step = stepOf(1 / v.plot().across().density());
            return Math.round((arrival.eventTime() + moved) / step) * step;
        }).orElse(arrival.eventTime());
    }

    /** The time under the pointer, in steps as fine as the picture, and not before the run. */
    private long arrivalAt(double y, Arrival arrival) {
        return chart.view().map(v -> {
            double moved = v.plot().up().time(y) - v.plot().up().time(pressY);
            long step = stepOf(1 / v.plot().up().density());
            long to = Math.round((arrival.at() + moved) / step) * step;
            return Math.max(to, v.model().start());
        }).orElse(arrival.at());
    }

    /** A handle in the hand, with the run in which it was taken: how far it has gone is measured there. */
    private record GripDrag(Grip grip, ChartModel model, Plot plot, double pressX, double pressY) {
        Sheet.Gripping at(double x, double y) {
            boolean lying = model.byProcessingTime() && grip instanceof Grip.Edge;
            double by = lying ? plot.up().time(y) - plot.up().time(pressY)
                    : plot.across().time(x) - plot.across().time(pressX);
            long step = stepOf(1 / (lying ? plot.up() : plot.across()).density());
            long value = Grips.value(grip, model, by, plot.up().time(y), step);
            return new Sheet.Gripping(grip, value, x, y);
        }

        TimeChart.LeverDrag told(long value, boolean done) {
            long start = grip instanceof Grip.Edge e ? e.column().start() : 0;
            return new TimeChart.LeverDrag(model.node(), grip.lever(), model.levers().of(grip.lever()).orElse(0), value,
                    start, done);
        }
    }

    /** The round step nearest above what one pixel means: a second where a pixel is 600 ms. */
    private static long stepOf(double millis) {
        for (long step : new long[] {1, 10, 100, 1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000}) {
            if (step >= millis) return step;
        }
        return 86_400_000;
    }

    private void released(MouseEvent e) {
        Optional<Sheet.Drag> done = drag;
        Optional<GripDrag> let = gripped;
        drag = Optional.empty();
        gripped = Optional.empty();
        taken = null;
        chart.keepStill(false);
        if (moved) done.ifPresent(d -> chart.tellDragged(told(d, true)));
        if (moved) let.ifPresent(d -> chart.tellDragged(d.told(d.at(e.getX(), e.getY()).value(), true)));
        else if (e.getButton() == MouseButton.PRIMARY) clicked(e);
        grip = Optional.empty();
        chart.setCursor(cursor());
        chart.repaint();
    }

    private void clicked(MouseEvent e) {
        chart.view().ifPresent(v -> {
            Optional<Layer> row = chart.legendAt(e.getX(), e.getY());
            if (row.isPresent()) chart.toggle(row.get());
            else if (e.getClickCount() == 2 && Places.at(v, e.getX(), e.getY()).isEmpty()) chart.fit();
            else
                hold(Places.at(v, e.getX(), e.getY()).or(() -> gap(v, e)));
        });
    }

    /** An empty place can be asked about; while something is held a click there lets go. */
    private Optional<Target> gap(TimeChart.View v, MouseEvent e) {
        boolean asks = held.isEmpty() && v.plot().holds(e.getX(), e.getY()) && e.getClickCount() == 1;
        return asks ? Optional.of(new Target.OfGap(v.plot().across().millis(e.getX()),
                moment(v.plot().up(), e.getY()))) : Optional.empty();
    }

    /** The answer says which moment it speaks of: one as round as the picture is fine. */
    private static long moment(TimeAxis axis, double px) {
        long step = stepOf(1 / axis.density());
        return Math.round(axis.time(px) / step) * step;
    }

    /** The wheel zooms around the pointer: with Shift only across, with Alt only upwards. */
    private void scrolled(ScrollEvent e) {
        chart.view().ifPresent(v -> {
            double turned = e.getDeltaY() == 0 ? e.getDeltaX() : e.getDeltaY();
            double factor = Math.pow(WHEEL, Math.clamp(turned, -240, 240) * 1.5);
            chart.choose(v.plot().zoomed(e.getX(), e.getY(), e.isAltDown() ? 1 : factor, e.isShiftDown() ? 1 : factor));
        });
        e.consume();
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> {
                drag = Optional.empty();
                gripped = Optional.empty();
                hold(Optional.empty());
            }
            case DIGIT0, NUMPAD0, HOME -> chart.fit();
            case LEFT, RIGHT -> chart.along(e.getCode() == KeyCode.RIGHT);
            case UP, DOWN -> pan(e.getCode() == KeyCode.UP ? STEP : -STEP);
            case PLUS, EQUALS, ADD -> zoom(1.25);
            case MINUS, SUBTRACT -> zoom(0.8);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void pan(double down) {
        chart.view().ifPresent(v -> chart.choose(v.plot().panned(0, down)));
    }

    private void zoom(double factor) {
        chart.view()
                .ifPresent(v -> chart.choose(v.plot()
                        .zoomed(v.plot().area().getMinX() + v.plot().area().getWidth() / 2,
                                v.plot().area().getMinY() + v.plot().area().getHeight() / 2, factor, factor)));
    }
}
