package millrace.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;

/**
 * The windows that can be seen in a plot. Those of several keys with the same bounds lie over each other; where they are
 * many, they are drawn as one. Windows too narrow for an outline are only marks of where something is.
 */
final class Windows {
    /** Narrower windows have no outline, px. */
    private static final double OUTLINED = 3;
    /** When there are more windows than this, wider ones lose their outline, too, up to so many px. */
    private static final int MOST = 600;
    private static final double WIDEST = 48;
    /** More keys than this in one window are drawn as one column. */
    private static final int APART = 3;
    /** Borders nearer to each other than this would be a thicket, px. */
    private static final double BORDERS_FROM = 12;

    private final List<Column> visible = new ArrayList<>();
    private final List<Column> drawn = new ArrayList<>();
    private final Map<Bounds, Integer> counts = new HashMap<>();
    private final Map<Integer, Narrow> narrow = new TreeMap<>();
    private final int overlap;
    private final double[] borders;

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

    /** One pixel wide: something was there from {@code first} to {@code last}. */
    record Narrow(int x, long first, long last) {
        Narrow with(Narrow other) {
            return new Narrow(x, Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private Windows(List<Column> seen, Plot plot, boolean lying) {
        double least = lying ? Double.NEGATIVE_INFINITY : least(seen, plot);
        for (Column c : seen) {
            if (width(c, plot) >= least) visible.add(c);
            else
                thin(c, plot);
        }
        Map<Bounds, List<Column>> groups = new LinkedHashMap<>();
        visible.forEach(c -> groups.computeIfAbsent(Bounds.of(c), b -> new ArrayList<>()).add(c));
        groups.forEach((bounds, columns) -> {
            counts.put(bounds, columns.size() > APART ? 1 : columns.size());
            if (columns.size() > APART) drawn.add(together(columns));
            else
                drawn.addAll(columns);
        });
        overlap = overlap(new ArrayList<>(groups.keySet()));
        borders = borders(groups.keySet().stream().flatMapToDouble(b -> ends(b, plot, lying)).sorted().toArray());
    }

    static Windows of(ChartModel model, Plot plot) {
        return new Windows(plot.visible(model.columns(), model.byProcessingTime()), plot, model.byProcessingTime());
    }

    private static double width(Column c, Plot plot) {
        return plot.clampedX(c.end()) - plot.clampedX(c.start());
    }

    /** The width below which windows are marks only: more of them the more there are. */
    private static double least(List<Column> seen, Plot plot) {
        double least = OUTLINED;
        while (least < WIDEST && wider(seen, plot, least) > MOST)
            least *= 2;
        return least;
    }

    private static long wider(List<Column> seen, Plot plot, double least) {
        return seen.stream().filter(c -> width(c, plot) >= least).count();
    }

    private void thin(Column c, Plot plot) {
        int last = (int) Math.max(plot.clampedX(c.start()), plot.clampedX(c.end()) - 1);
        for (int x = (int) plot.clampedX(c.start()); x <= last; x++)
            narrow.merge(x, new Narrow(x, c.first(), c.last()), Narrow::with);
    }

    /** All that can be told apart and pointed at. */
    List<Column> visible() {
        return visible;
    }

    /** What is to be drawn: the visible ones, those of many keys as one. */
    List<Column> drawn() {
        return drawn;
    }

    Iterable<Narrow> narrow() {
        return narrow.values();
    }

    /** How many different windows lie over each other at the fullest place. */
    int overlap() {
        return overlap;
    }

    /** Where the windows' bounds lie, px. */
    double[] borders() {
        return borders;
    }

    private static DoubleStream ends(Bounds b, Plot plot, boolean lying) {
        return lying ? DoubleStream.of(plot.clampedY(b.start()), plot.clampedY(b.end()))
                : DoubleStream.of(plot.clampedX(b.start()), plot.clampedX(b.end()));
    }

    private static double[] borders(double[] places) {
        double[] kept = new double[places.length];
        int n = 0;
        for (double place : places) {
            if (n == 0 || place - kept[n - 1] >= BORDERS_FROM) kept[n++] = place;
        }
        return java.util.Arrays.copyOf(kept, n);
    }

    /** One column for the windows of many keys: from the first event of any to the last word of all. */
    private static Column together(List<Column> columns) {
        Column one = columns.getFirst();
        long first = columns.stream().mapToLong(Column::first).min().orElseThrow();
        long gone = columns.stream().mapToLong(Column::gone).max().orElseThrow();
        List<PaneMark> panes = columns.stream()
                .flatMap(c -> c.panes().stream())
                .sorted(Comparator.comparingLong(PaneMark::at))
                .toList();
        List<PaneMark> distinct = new ArrayList<>();
        for (PaneMark p : panes) {
            if (distinct.isEmpty() || distinct.getLast().at() != p.at()) distinct.add(p);
        }
        return new Column("", one.start(), one.end(), first, gone, false, List.of(), distinct);
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

    Sides sides(Column column, Plot plot) {
        return new Sides(plot.clampedX(column.start()), plot.clampedX(column.end()));
    }

    /** The sides that a growing column had at an instant. */
    Sides sides(Column column, Plot plot, long time) {
        if (column.stages().isEmpty()) return sides(column, plot);
        ChartModel.Stage stage = column.stage(time);
        return new Sides(plot.clampedX(stage.start()), plot.clampedX(stage.end()));
    }

    /** How many columns are drawn over each other where this one stands: its tint is shared among them. */
    int depth(Column column) {
        return overlap * counts.getOrDefault(Bounds.of(column), 1);
    }
}
