package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.look.Keys;
import millrace.design.Clock;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.trace.WatermarkLine;
import millrace.trace.WatermarkLine.Step;

/** What the window of the design "Late arrivals" does, written down by hand: the nine scores and their ten results. */
final class LateArrivals {
    static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();

    private LateArrivals() {}

    static long t(String time) {
        return CLOCK.parse(time).getAsLong();
    }

    static ChartModel model() {
        return new ChartModel("by2", CLOCK, false, t("12:05"), t("12:09:22"), Keys.NONE,
                Arrivals.of(arrivals(), Keys.NONE), columns(), watermark());
    }

    static List<Arrival> arrivals() {
        return List.of(score(1, "12:00:26", "12:05:19", "5", Fate.IN_TIME),
                score(2, "12:02:26", "12:05:39", "7", Fate.IN_TIME),
                score(3, "12:03:39", "12:06:13", "3", Fate.IN_TIME),
                score(4, "12:04:19", "12:06:39", "4", Fate.IN_TIME),
                score(5, "12:03:06", "12:07:06", "8", Fate.IN_TIME),
                score(6, "12:06:39", "12:07:19", "3", Fate.IN_TIME),
                score(7, "12:01:26", "12:08:19", "9", Fate.LATE),
                score(8, "12:07:26", "12:08:39", "8", Fate.IN_TIME),
                score(9, "12:07:46", "12:09:00", "1", Fate.IN_TIME));
    }

    private static Arrival score(long id, String happened, String arrives, String value, Fate fate) {
        return new Arrival(id, t(happened), t(arrives), "", value, fate);
    }

    private static List<Column> columns() {
        return List.of(
                window("12:00", "12:02", "12:05:19", pane("12:05:59", Timing.ON_TIME, "5", 0),
                        pane("12:08:19", Timing.LATE, "14", 1)),
                window("12:02", "12:04", "12:05:39", pane("12:06:00", Timing.EARLY, "7", 0),
                        pane("12:07:00", Timing.EARLY, "10", 1), pane("12:07:28", Timing.ON_TIME, "18", 2)),
                window("12:04", "12:06", "12:06:39", pane("12:07:00", Timing.EARLY, "4", 0),
                        pane("12:07:39", Timing.ON_TIME, "4", 1)),
                window("12:06", "12:08", "12:07:19", pane("12:08:00", Timing.EARLY, "3", 0),
                        pane("12:09:00", Timing.EARLY, "12", 1), pane("12:09:20", Timing.ON_TIME, "12", 2)));
    }

    private static Column window(String start, String end, String first, PaneMark... panes) {
        return new Column("", t(start), t(end), t(first), ChartModel.NEVER, false, List.of(), List.of(panes));
    }

    private static PaneMark pane(String at, Timing timing, String value, int index) {
        return new PaneMark(t(at), timing, value, value, index, 100 + index);
    }

    private static WatermarkLine watermark() {
        String[] script = {"12:05:43", "12:01:00", "12:05:59", "12:02:00", "12:07:25", "12:03:00", "12:07:28",
            "12:04:00", "12:07:34", "12:05:00", "12:07:39", "12:06:00", "12:08:10", "12:06:55", "12:08:15",
            "12:06:56", "12:08:40", "12:07:00", "12:09:20", "12:08:00"};
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < script.length; i += 2)
            steps.add(new Step(t(script[i]), t(script[i + 1])));
        steps.add(new Step(t("12:09:22"), Watermark.FINAL));
        return new WatermarkLine(steps);
    }
}
