package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.look.Marks;

/**
 * The events that can be seen in a plot, with the radius that their number leaves room for. Where several would cover
 * each other only the first is kept, late and dropped ones before all others; so there are never more than the plot has
 * room for.
 */
final class Discs {
    /** Up to this many are drawn one by one, more as a cloud of dots. */
    static final int SINGLE = 1_200;
    private static final double DOT = 2.5;
    /** Up to this many are never specks, however small the plot is. */
    private static final int FEW = 250;
    private static final double FEW_DOT = 4;
    /** Nearer than this they are at one place, px. */
    private static final double ONE_PLACE = 1;
    private static final double[] RADII = {Marks.IN_CHART, 9.5, 8, 5};

    final double radius;
    final List<Disc> shown;

    /** An event's place: number among the arrivals, and centre in px. */
    record Disc(int place, double x, double y) {}

    private Discs(double radius, List<Disc> shown) {
        this.radius = radius;
        this.shown = shown;
    }

    static Discs of(ChartModel model, Plot plot) {
        Arrivals all = model.arrivals();
        int first = all.before((long) Math.floor(plot.up().from()) - 1);
        int last = all.before((long) Math.ceil(plot.up().to()));
        int visible = 0;
        for (int i = first; i < last; i++)
            visible += plot.across().shows(all.eventTime(i)) ? 1 : 0;
        double radius = visible > 1_000 ? DOT : roomy(plot, all, first, last, radius(visible));
        double cell = visible <= 250 ? 0 : Math.max(2, radius * 0.9);
        return new Discs(radius, new Thinning(plot, cell).choose(all, first, last));
    }

    /**
     * The radius at which most discs are clear of the one that came before. Those of one place lie upon each other however
     * small they are, and do not count.
     */
    private static double roomy(Plot plot, Arrivals all, int first, int last, double most) {
        for (double r : RADII) {
            int places = 1;
            int close = 0;
            for (int i = first + 1; i < last; i++) {
                double apart = Math.hypot(plot.x(all.eventTime(i)) - plot.x(all.eventTime(i - 1)),
                        plot.y(all.at(i)) - plot.y(all.at(i - 1)));
                if (apart >= ONE_PLACE) places++;
                if (apart >= ONE_PLACE && apart < 1.6 * r) close++;
            }
            if (r <= most && close * 4 <= places) return r;
        }
        return last - first <= FEW ? FEW_DOT : DOT;
    }

    private static double radius(int visible) {
        if (visible <= 80) return Marks.IN_CHART;
        if (visible <= 250) return 8;
        return visible <= 1_000 ? 5 : DOT;
    }

    boolean cloud() {
        return shown.size() > SINGLE;
    }

    /** Whether nothing is drawn there. */
    boolean free(Rectangle2D box) {
        Rectangle2D reach = new Rectangle2D(box.getMinX() - radius, box.getMinY() - radius,
                box.getWidth() + 2 * radius, box.getHeight() + 2 * radius);
        return shown.stream().noneMatch(d -> reach.contains(d.x(), d.y()));
    }

    /** The disc under the pointer; the one drawn last if there are several. */
    Optional<Disc> at(double x, double y) {
        double reach = Math.max(radius + 1.5, 5);
        for (int i = shown.size() - 1; i >= 0; i--) {
            Disc d = shown.get(i);
            if (Math.hypot(d.x() - x, d.y() - y) <= reach) return Optional.of(d);
        }
        return Optional.empty();
    }

    /** Keeps the first event of every cell of the plot. */
    private static final class Thinning {
        private final Plot plot;
        private final double cell;
        private final int columns;
        private final boolean[] taken;
        private final List<Disc> chosen = new ArrayList<>();

        Thinning(Plot plot, double cell) {
            this.plot = plot;
            this.cell = cell;
            columns = cell == 0 ? 0 : (int) (plot.area().getWidth() / cell) + 2;
            taken = new boolean[cell == 0 ? 0 : columns * ((int) (plot.area().getHeight() / cell) + 2)];
        }

        List<Disc> choose(Arrivals all, int first, int last) {
            for (int i = first; i < last; i++) {
                if (all.fate(i) != Fate.IN_TIME) offer(all, i);
            }
            for (int i = first; i < last; i++) {
                if (all.fate(i) == Fate.IN_TIME) offer(all, i);
            }
            chosen.sort(java.util.Comparator.comparingInt(Disc::place));
            return chosen;
        }

        private void offer(Arrivals all, int i) {
            if (!plot.across().shows(all.eventTime(i))) return;
            double x = plot.x(all.eventTime(i));
            double y = plot.y(all.at(i));
            if (!free(x, y)) return;
            chosen.add(new Disc(i, x, y));
        }

        private boolean free(double x, double y) {
            if (cell == 0) return true;
            int at = (int) ((y - plot.area().getMinY()) / cell) * columns
                    + (int) ((x - plot.area().getMinX()) / cell);
            if (at < 0 || at >= taken.length || taken[at]) return false;
            taken[at] = true;
            return true;
        }
    }
}
