package millrace.app.checkpoints;

import java.util.Comparator;
import java.util.Optional;
import millrace.app.checkpoints.CheckpointsModel.Checkpoint;
import millrace.app.checkpoints.CheckpointsModel.Sign;
import millrace.app.look.TimeAxis;

/** Where things stand on the picture of the courses, px. */
record CheckpointsPlot(CheckpointsModel model, TimeAxis axis, double width, double height) {
    static final double LEFT = 132;
    static final double TOP = 42;
    private static final double BOTTOM = 28;
    private static final double RIGHT = 26;
    private static final double LEAST_ROW = 22;
    private static final double MOST_ROW = 39;
    /** So near a click means a sign. */
    private static final double REACH = 9;

    static CheckpointsPlot of(CheckpointsModel model, double width, double height) {
        double span = Math.max(1_000, model.end() - model.start());
        TimeAxis axis = new TimeAxis(model.start(), model.start() + span * 1.01, LEFT,
                Math.max(LEFT + 40, width - RIGHT));
        return new CheckpointsPlot(model, axis, width, height);
    }

    /** How high it must be at least for so many rows. */
    static double least(int rows) {
        return TOP + rows * LEAST_ROW + BOTTOM;
    }

    double rowHeight() {
        return Math.clamp((height - TOP - BOTTOM) / Math.max(1, model.nodes().size()), LEAST_ROW, MOST_ROW);
    }

    /** The middle of a row. */
    double y(int row) {
        return TOP + (row + 0.5) * rowHeight();
    }

    double foot() {
        return TOP + model.nodes().size() * rowHeight();
    }

    long time(double x) {
        long step = axis.density() < 1 / 20.0 ? 1_000 : axis.density() < 1 ? 10 : 1;
        long rounded = Math.round(axis.time(x) / step) * step;
        return Math.clamp(rounded, model.start(), Math.max(model.start(), model.end()));
    }

    /** The node whose row is at a height. */
    Optional<String> node(double y) {
        int row = (int) Math.floor((y - TOP) / rowHeight());
        return y < TOP || row >= model.nodes().size() ? Optional.empty() : Optional.of(model.nodes().get(row));
    }

    /** The sign under the pointer: the nearest within reach. */
    Optional<Sign> sign(double x, double y) {
        Optional<String> node = node(y);
        return model.signs()
                .stream()
                .filter(s -> node.filter(s.node()::equals).isPresent() && Math.abs(axis.px(s.at()) - x) <= REACH)
                .min(Comparator.comparingDouble(s -> Math.abs(axis.px(s.at()) - x)));
    }

    /** The checkpoint whose course, or whose head, is at a place. */
    Optional<Checkpoint> checkpoint(double x) {
        return model.checkpoints()
                .reversed()
                .stream()
                .filter(c -> x >= axis.px(c.course().began()) - REACH
                        && x <= axis.px(c.course().ended().orElse(model.end())) + REACH)
                .findFirst();
    }
}
