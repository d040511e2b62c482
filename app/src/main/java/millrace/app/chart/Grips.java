package millrace.app.chart;

import java.util.Optional;
import java.util.Set;
import millrace.app.chart.ChartModel.Column;
import millrace.event.Watermark;
import millrace.trace.WatermarkLine.Step;

/** Finds what can be taken at a place of the chart, and what its setting becomes where the hand takes it. */
final class Grips {
    /** A line can be taken this far from it, px. */
    private static final double REACH = 4.5;
    /** Narrower windows have no edges to take, px. */
    private static final double WIDE = 18;
    private static final long SECOND = 1_000;

    private Grips() {}

    static Optional<Grip> at(TimeChart.View v, Set<Layer> hidden, double x, double y) {
        if (!v.plot().holds(x, y)) return Optional.empty();
        return edge(v, x, y).or(() -> line(v, hidden, x, y)).or(() -> top(v, x, y));
    }

    private static Optional<Grip> line(TimeChart.View v, Set<Layer> hidden, double x, double y) {
        Levers levers = v.model().levers();
        boolean watermark = levers.has(Lever.BOUND) && !hidden.contains(Layer.WATERMARK);
        if (watermark && near(Stair.of(v.model(), v.plot(), 0), x, y)) return Optional.of(new Grip.Line());
        long lateness = levers.of(Lever.LATENESS).orElse(0);
        boolean horizon = lateness > 0 && !hidden.contains(Layer.HORIZON)
                && near(Stair.of(v.model(), v.plot(), lateness), x, y);
        return horizon ? Optional.of(new Grip.Horizon()) : Optional.empty();
    }

    private static boolean near(Stair stair, double x, double y) {
        for (int i = 1; i < stair.size(); i++) {
            boolean across = x >= Math.min(stair.xs()[i - 1], stair.xs()[i]) - REACH
                    && x <= Math.max(stair.xs()[i - 1], stair.xs()[i]) + REACH;
            boolean up = y >= Math.min(stair.ys()[i - 1], stair.ys()[i]) - REACH
                    && y <= Math.max(stair.ys()[i - 1], stair.ys()[i]) + REACH;
            if (across && up) return true;
        }
        return false;
    }

    private static Optional<Grip> edge(TimeChart.View v, double x, double y) {
        return v.model().byProcessingTime() ? lying(v, y) : standing(v, x, y);
    }

    /** Where one ends as the next begins, it is the one that ends whose size is taken. */
    private static Optional<Grip> lying(TimeChart.View v, double y) {
        for (Column c : v.windows().visible()) {
            double top = v.plot().clampedY(c.end());
            double bottom = v.plot().clampedY(c.start());
            if (bottom - top < WIDE) continue;
            Optional<Lever> lever = Math.abs(y - top) <= REACH ? right(v.model(), c) : Optional.empty();
            if (lever.isPresent()) return lever.map(l -> new Grip.Edge(l, c));
        }
        return v.model().levers().has(Lever.OFFSET) ? bottom(v, y) : Optional.empty();
    }

    private static Optional<Grip> bottom(TimeChart.View v, double y) {
        return v.windows()
                .visible()
                .stream()
                .filter(c -> Math.abs(y - v.plot().clampedY(c.start())) <= REACH)
                .findFirst()
                .map(c -> new Grip.Edge(Lever.OFFSET, c));
    }

    private static Optional<Grip> standing(TimeChart.View v, double x, double y) {
        for (Column c : v.windows().visible()) {
            Windows.Sides sides = v.windows().sides(c, v.plot(), v.plot().up().millis(y));
            if (sides.width() < WIDE || !beside(v, c, y)) continue;
            Optional<Lever> lever = Math.abs(x - sides.right()) <= REACH ? right(v.model(), c)
                    : Math.abs(x - sides.left()) <= REACH && v.model().levers().has(Lever.OFFSET)
                            ? Optional.of(Lever.OFFSET)
                            : Optional.empty();
            if (lever.isPresent()) return lever.map(l -> new Grip.Edge(l, c));
        }
        return Optional.empty();
    }

    private static Optional<Lever> right(ChartModel model, Column c) {
        if (model.levers().has(Lever.GAP)) return Optional.of(Lever.GAP);
        boolean whole = model.levers().of(Lever.SIZE).orElse(-1) == c.end() - c.start();
        return whole ? Optional.of(Lever.SIZE) : Optional.empty();
    }

    private static boolean beside(TimeChart.View v, Column c, double y) {
        return y <= v.plot().clampedY(c.first()) && y >= v.plot().clampedY(Math.max(c.last(), c.gone()));
    }

    private static Optional<Grip> top(TimeChart.View v, double x, double y) {
        if (!v.model().levers().has(Lever.LATENESS)) return Optional.empty();
        return v.windows()
                .visible()
                .stream()
                .filter(c -> c.gone() != ChartModel.NEVER && !c.merged() && c.end() - c.start() < Long.MAX_VALUE / 4)
                .filter(c -> Math.abs(y - v.plot().clampedY(c.gone())) <= REACH)
                .filter(c -> x >= v.windows().sides(c, v.plot()).left() && x <= v.windows().sides(c, v.plot()).right())
                .findFirst()
                .map(Grip.Top::new);
    }

    /** What the setting becomes if the grip goes by so many ms along its windows, to this instant upwards. */
    static long value(Grip grip, ChartModel model, double by, double to, long step) {
        long was = model.levers().of(grip.lever()).orElse(0);
        return switch (grip) {
            case Grip.Line l -> Math.max(0, round(was - by, step));
            case Grip.Horizon h -> Math.max(0, round(was - by, step));
            case Grip.Edge e when e.lever() == Lever.OFFSET -> round(was + by, step);
            case Grip.Edge e -> Math.max(step, round(was + by, step));
            case Grip.Top t -> lateness(model, t.column(), Math.round(to));
        };
    }

    private static long round(double millis, long step) {
        return Math.round(millis / step) * step;
    }

    /** The lateness with which a window is thrown away at an instant: what the watermark is past its end. */
    private static long lateness(ChartModel model, Column column, long at) {
        long watermark = model.watermark().at(at);
        if (watermark == Watermark.FINAL) {
            long last = model.watermark()
                    .steps()
                    .stream()
                    .mapToLong(Step::watermark)
                    .filter(w -> w != Watermark.FINAL)
                    .max()
                    .orElse(column.end());
            watermark = (last / SECOND + 1) * SECOND;
        }
        return Math.max(0, watermark < column.end() ? 0 : watermark - column.end());
    }
}
