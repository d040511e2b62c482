package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.geometry.Rectangle2D;
import millrace.app.chart.ChartModel.Column;
import millrace.app.look.Marks;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.design.Clock;

/**
 * Where the chart's times lie on the screen: event time across, processing time upwards.
 *
 * @param area the plot between the axes, px
 * @param across event time; grows to the right
 * @param up processing time; its start is the plot's lower edge
 */
record Plot(Rectangle2D area, TimeAxis across, TimeAxis up) {
    private static final double LEFT = 74;
    private static final double BOTTOM = Tokens.CHART_BOTTOM;
    private static final double TOP = Tokens.CHART_TOP;
    private static final double RIGHT = Tokens.CHART_RIGHT;
    static final double LEGEND = Tokens.CHART_LEGEND;
    private static final double LEGEND_GAP = 16;
    /** Ticks are at least this far apart, px. */
    private static final double TICK_ACROSS = 84;
    private static final double TICK_UP = 44;
    /** A disc and a little more. */
    private static final double DISC = Marks.IN_CHART + 3;
    private static final double FINITE = 8e15;

    double x(double eventTime) {
        return across.px(eventTime);
    }

    double y(double processingTime) {
        return up.px(processingTime);
    }

    /** x of a time that may be one of the infinities: kept just outside the plot. */
    double clampedX(long eventTime) {
        return Math.clamp(x(Math.clamp(eventTime, -FINITE, FINITE)), area.getMinX() - 40, area.getMaxX() + 40);
    }

    double clampedY(long processingTime) {
        return Math.clamp(y(Math.clamp(processingTime, -FINITE, FINITE)), area.getMinY() - 40, area.getMaxY() + 40);
    }

    boolean holds(double x, double y) {
        return area.contains(x, y);
    }

    List<TimeAxis.Tick> ticksAcross(Clock clock) {
        return across.ticks(clock, TICK_ACROSS);
    }

    List<TimeAxis.Tick> ticksUp(Clock clock) {
        return up.ticks(clock, TICK_UP);
    }

    /** The plot area in a chart of this size, px. */
    static Rectangle2D area(double width, double height, Clock clock) {
        return area(width, height, clock, true);
    }

    static Rectangle2D area(double width, double height, Clock clock, boolean legend) {
        double left = clock.dated() ? Math.max(LEFT, Type.width("2018-02-03", Type.axis()) + 24) : LEFT;
        double right = legend ? RIGHT + LEGEND + LEGEND_GAP : RIGHT + LEGEND_GAP;
        return new Rectangle2D(left, TOP, Math.max(60, width - left - right), Math.max(60, height - TOP - BOTTOM));
    }

    /** Everything of the run in view. */
    static Plot fit(ChartModel model, Rectangle2D area) {
        return fit(List.of(model), area);
    }

    /** Everything of several runs in view. */
    static Plot fit(List<ChartModel> models, Rectangle2D area) {
        long start = models.stream().mapToLong(ChartModel::start).min().orElse(0);
        long end = models.stream().mapToLong(ChartModel::end).max().orElse(0);
        long[] events = span(models.stream().flatMapToLong(Plot::eventTimes), start);
        TimeAxis across = TimeAxis.around(events[0], events[1], area.getWidth(), TICK_ACROSS);
        TimeAxis up = TimeAxis.around(start, Math.max(end, start + 1), area.getHeight(), TICK_UP);
        return new Plot(area, across, up).clear(models.stream().map(ChartModel::arrivals).toList()).laid(area);
    }

    /** What comes first lies beside the axes, not on them: there it would cover what is written. */
    private Plot clear(List<Arrivals> arrivals) {
        Plot clear = this;
        for (Arrivals all : arrivals) {
            if (all.size() == 0) continue;
            long first = all.eventTimes().min().getAsLong();
            clear = new Plot(area, clear.across.clear(first, DISC), clear.up.clear(all.at(0), DISC));
        }
        return clear;
    }

    private static LongStream eventTimes(ChartModel model) {
        LongStream arrivals = model.arrivals().eventTimes();
        if (model.byProcessingTime()) return arrivals;
        return LongStream
                .concat(arrivals, model.columns().stream().flatMapToLong(c -> LongStream.of(c.start(), c.end())))
                .filter(t -> Math.abs((double) t) < FINITE);
    }

    private static long[] span(LongStream times, long otherwise) {
        var found = times.summaryStatistics();
        if (found.getCount() == 0) return new long[] {otherwise, otherwise + 60_000};
        return new long[] {found.getMin(), Math.max(found.getMax(), found.getMin() + 1)};
    }

    /** The same times in another area. */
    Plot laid(Rectangle2D newArea) {
        return new Plot(newArea, across.laid(newArea.getMinX(), newArea.getMaxX()),
                up.laid(newArea.getMaxY(), newArea.getMinY()));
    }

    Plot panned(double dx, double dy) {
        return new Plot(area, across.panned(dx), up.panned(dy));
    }

    /** Both axes on by so many ms. */
    Plot moved(double millis) {
        return new Plot(area, on(across, millis), on(up, millis));
    }

    private static TimeAxis on(TimeAxis axis, double millis) {
        return new TimeAxis(axis.from() + millis, axis.to() + millis, axis.start(), axis.end());
    }

    /** {@code factor} above 1 shows less, around the point. */
    Plot zoomed(double x, double y, double factorAcross, double factorUp) {
        return new Plot(area, across.zoomed(x, factorAcross), up.zoomed(y, factorUp));
    }

    /** The columns that can be seen. */
    List<Column> visible(List<Column> columns, boolean lying) {
        List<Column> seen = new ArrayList<>();
        for (Column c : columns) {
            TimeAxis own = lying ? up : across;
            if (c.end() >= own.from() && c.start() <= own.to() && c.first() <= up.to()) seen.add(c);
        }
        return seen;
    }
}
