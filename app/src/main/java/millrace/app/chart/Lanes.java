package millrace.app.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import millrace.app.chart.ChartModel.Column;

/**
 * Where columns stand side by side: windows of several keys with the same bounds share their width, one lane each, as
 * long as a lane keeps {@link #LEAST} px; windows that overlap (sliding, sessions) lie over each other with a fainter
 * tint.
 */
final class Lanes {
    private static final double LEAST = 22;
    private final List<Column> visible;
    private final Map<Column, Integer> lanes = new IdentityHashMap<>();
    private final Map<Bounds, Integer> counts = new HashMap<>();
    private final int overlap;

    private record Bounds(long start, long end) {
        static Bounds of(Column c) {
            return new Bounds(c.start(), c.end());
        }
    }

    /** The sides of a column, px. */
    record Sides(double left, double right) {
        double width() {
            return right - left;
        }
    }

    private Lanes(List<Column> visible) {
        this.visible = visible;
        Map<Bounds, Map<String, Integer>> keys = new HashMap<>();
        for (Column c : visible) {
            Map<String, Integer> own = keys.computeIfAbsent(Bounds.of(c), b -> new TreeMap<>());
            own.putIfAbsent(c.key(), own.size());
            lanes.put(c, own.get(c.key()));
        }
        keys.forEach((bounds, own) -> counts.put(bounds, own.size()));
        overlap = overlap(new ArrayList<>(counts.keySet()));
    }

    static Lanes of(ChartModel model, Plot plot) {
        return new Lanes(plot.visible(model.columns(), model.byProcessingTime()));
    }

    List<Column> visible() {
        return visible;
    }

    /** How many different windows lie over each other at the fullest place. */
    int overlap() {
        return overlap;
    }

    private static int overlap(List<Bounds> bounds) {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        for (Bounds b : bounds) {
            changes.merge(b.start(), 1, Integer::sum);
            changes.merge(b.end(), -1, Integer::sum);
        }
        int most = 1;
        int now = 0;
        for (int change : changes.values()) {
            now += change;
            most = Math.max(most, now);
        }
        return most;
    }

    /** The sides of a standing column. */
    Sides sides(Column column, Plot plot) {
        double left = plot.clampedX(column.start());
        double right = plot.clampedX(column.end());
        int count = split(column, right - left);
        double lane = (right - left) / count;
        int own = count == 1 ? 0 : lanes.getOrDefault(column, 0);
        return new Sides(left + own * lane, left + (own + 1) * lane);
    }

    /** The sides that a growing column had at an instant. */
    Sides sides(Column column, Plot plot, long time) {
        if (column.stages().isEmpty()) return sides(column, plot);
        ChartModel.Stage stage = column.stage(time);
        return new Sides(plot.clampedX(stage.start()), plot.clampedX(stage.end()));
    }

    private int split(Column column, double width) {
        int count = counts.getOrDefault(Bounds.of(column), 1);
        return width / count >= LEAST ? count : 1;
    }

    /** How many columns are drawn over each other where this one stands: its tint is shared among them. */
    int depth(Column column, Plot plot) {
        int count = counts.getOrDefault(Bounds.of(column), 1);
        double width = plot.clampedX(column.end()) - plot.clampedX(column.start());
        return overlap * (split(column, width) == 1 ? count : 1);
    }
}
