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
    static final double ROW = 56;
    private static final double BOTTOM = 26;
    private static final double BETWEEN = 26;

    TimeAxis axis(Kind kind) {
        double column = Math.max(40, (width - LEFT - BETWEEN / 2) / Kind.values().length);
        double from = LEFT + kind.ordinal() * column;
        return new TimeAxis(model.start(), Math.max(model.start() + 1, model.end()), from, from + column - BETWEEN);
    }

    double top(int row) {
        return TOP + row * ROW - scrolled;
    }

    int firstRow() {
        return (int) Math.max(0, Math.floor(scrolled / ROW));
    }

    double foot() {
        return Math.min(height - BOTTOM, TOP + model.nodes().size() * ROW);
    }

    /** How far the rows can be scrolled. */
    double most() {
        return Math.max(0, model.nodes().size() * ROW - (height - TOP - BOTTOM));
    }

    Optional<String> node(double y) {
        int row = (int) Math.floor((y - TOP + scrolled) / ROW);
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
