package millrace.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;

/** What the painters of the chart's parts share while one picture is made. */
record Sheet(Ink g, Marks marks, ChartModel model, Plot plot, Discs discs, Windows windows, long playhead,
        Theme theme, Pointing pointing, boolean legend, Differing differing) {
    Sheet(Ink g, Marks marks, ChartModel model, Plot plot, Discs discs, Windows windows, long playhead,
            Theme theme, Pointing pointing) {
        this(g, marks, model, plot, discs, windows, playhead, theme, pointing, true, Differing.NOTHING);
    }

    /** What another run does not say, and the ids of those events. */
    record Differing(List<TimeChart.Noted> all, Set<Long> events) {
        static final Differing NOTHING = new Differing(List.of(), Set.of());

        static Differing of(List<TimeChart.Noted> all) {
            return new Differing(List.copyOf(all),
                    all.stream().map(n -> n.event().id).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * What the hand is doing.
     *
     * @param hidden layers that are switched off
     * @param drag an event on its way to another arrival
     * @param grip the handle under the pointer, or in the hand
     * @param lit kin of what is held, events by id
     */
    record Pointing(Set<Layer> hidden, Optional<Target> hover, Optional<Target> held, Optional<Drag> drag,
            Optional<Layer> legendHover, Optional<Gripping> grip, Set<Long> lit) {
        static final Pointing NONE = new Pointing(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Set.of());
    }

    /** A handle with what its setting is, drawn at a place. */
    record Gripping(Grip grip, long value, double x, double y) {}

    /**
     * An event that is dragged.
     *
     * @param place among the arrivals, or -1 if the run changed and it was not found
     * @param arrival as it was
     * @param sideways it is its event time that changes, not its arrival
     * @param to the time that it gets
     */
    record Drag(int place, ChartModel.Arrival arrival, boolean sideways, long to) {
        /** The event as it would be. */
        ChartModel.Arrival moved() {
            return new ChartModel.Arrival(arrival.event(), sideways ? to : arrival.eventTime(),
                    sideways ? arrival.at() : to, arrival.key(), arrival.figure(), arrival.fate(),
                    arrival.input(), ChartModel.NEVER);
        }
    }

    /** Whether another run does not say it. */
    boolean differs(PaneMark pane) {
        return differing.events().contains(pane.event());
    }

    boolean shows(Layer layer) {
        return !pointing.hidden().contains(layer);
    }

    Rectangle2D area() {
        return plot.area();
    }

    /** y of the playhead, kept within a little of the plot. */
    double now() {
        return plot.clampedY(playhead);
    }

    boolean hovers(Column column) {
        return pointing.hover().filter(t -> of(t, column)).isPresent();
    }

    boolean hovers(Column column, PaneMark pane) {
        return pointing.hover()
                .filter(t -> t instanceof Target.OfPane p && p.column().equals(column)
                        && p.pane().equals(pane))
                .isPresent();
    }

    boolean holds(Column column) {
        return pointing.held().filter(t -> of(t, column)).isPresent();
    }

    private static boolean of(Target target, Column column) {
        return switch (target) {
            case Target.OfPane p -> p.column().equals(column);
            case Target.OfWindow w -> w.column().equals(column);
            case Target.OfEvent e -> false;
            case Target.OfGap g -> false;
        };
    }

    /** Draws within a part of the plot only. */
    void within(double x, double y, double width, double height, Runnable drawing) {
        g.save();
        g.beginPath();
        g.rect(x, y, Math.max(0, width), Math.max(0, height));
        g.clip();
        drawing.run();
        g.restore();
    }

    void withinPlot(Runnable drawing) {
        within(area().getMinX(), area().getMinY(), area().getWidth(), area().getHeight(), drawing);
    }

    /** One-pixel lines lie on half pixels. */
    static double sharp(double px) {
        return Math.floor(px) + 0.5;
    }
}
