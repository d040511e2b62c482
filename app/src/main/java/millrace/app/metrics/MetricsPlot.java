package millrace.app.metrics;

import java.util.Arrays;
import java.util.Optional;
import millrace.app.look.TimeAxis;
import millrace.app.metrics.MetricsModel.Kind;

/**
 * Where things stand on the picture of the metrics, px.
 *
 * @param scrolled how far the rows are moved up
 */
record MetricsPlot(MetricsModel model, double width, double height, double scrolled) {
    static final double LEFT = 132;
    static final double TOP = 26;
    private static final double LEAST_ROW = 56;
    private static final double MOST_ROW = 84;
    private static final double BOTTOM = 26;
    private static final double BETWEEN = 26;

    TimeAxis axis(Kind kind) {
        double column = Math.max(40, (width - LEFT - BETWEEN / 2) / Kind.values().length);
        double from = LEFT + kind.ordinal() * column;
        return new TimeAxis(model.start(), Math.max(model.start() + 1, model.end()), from, from + column - BETWEEN);
    }

    /** As high as there is room for. */
    double row() {
        double room = (height - TOP - BOTTOM) / Math.max(1, model.nodes().size());
        return Math.clamp(Math.floor(room), LEAST_ROW, MOST_ROW);
    }

    double top(int row) {
        return TOP + row * row() - scrolled;
    }

    int firstRow() {
        return (int) Math.max(0, Math.floor(scrolled / row()));
    }

    double foot() {
        return Math.min(height - BOTTOM, TOP + model.nodes().size() * row());
    }

    /** How far the rows can be scrolled. */
    double most() {
        return Math.max(0, model.nodes().size() * row() - (height - TOP - BOTTOM));
    }

    Optional<String> node(double y) {
        int row = (int) Math.floor((y - TOP + scrolled) / row());
        boolean there = y >= TOP && y < foot() && row >= 0 && row < model.nodes().size();
        return there ? Optional.of(model.nodes().get(row).node()) : Optional.empty();
    }

    /** The instant at a place of any column. */
    Optional<Long> time(double x) {
        return Arrays.stream(Kind.values())
                .map(this::axis)
                .filter(a -> x >= a.start() - BETWEEN / 2 && x <= a.end() + BETWEEN / 2)
                .findFirst()
                .map(a -> rounded(a, Math.clamp(x, a.start(), a.end())));
    }

    private long rounded(TimeAxis axis, double x) {
        long step = axis.density() < 1 / 20.0 ? 1_000 : axis.density() < 1 ? 10 : 1;
        return Math.clamp(Math.round(axis.time(x) / step) * step, model.start(), model.end());
    }
}
