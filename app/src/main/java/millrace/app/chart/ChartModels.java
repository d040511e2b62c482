package millrace.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.chart.ChartModel.Stage;
import millrace.app.look.Figures;
import millrace.app.look.Keys;
import millrace.compile.Plan.PlanNode;
import millrace.operator.IntervalJoin;
import millrace.operator.StreamTableJoin;
import millrace.operator.StreamType;
import millrace.operator.TimeDomain;
import millrace.operator.WindowJoin;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;
import millrace.trace.ChartData;
import millrace.trace.NodeMoment.Content;
import millrace.trace.NodeMoment.PaneView;
import millrace.trace.Trace;
import millrace.trace.WindowHistory;

/** Makes what a chart shows out of a run. May be called on any thread. */
public final class ChartModels {
    private static final int NO_KEY = StreamType.UNKEYED;

    private ChartModels() {}

    /** Whether a node does something with time that a chart shows better than anything else: windows and joins. */
    public static boolean worth(PlanNode node) {
        if (!(node.work() instanceof Work.Transform t)) return false;
        return switch (t.operator()) {
            case WindowOperator w -> true;
            case IntervalJoin j -> true;
            case WindowJoin j -> true;
            case StreamTableJoin j -> true;
            default -> false;
        };
    }

    /**
     * @param node a node of the run's plan
     * @param keys the order of the run's keys, as everywhere on the screen
     * @param start processing time of the run's start, ms
     * @param end processing time of its last step, ms
     */
    public static ChartModel of(Trace trace, String node, Keys keys, long start, long end) {
        PlanNode planned = trace.plan().nodes().get(trace.plan().nodeNumber(node));
        ChartData data = ChartData.of(trace, node);
        List<StreamType> in = planned.inputs().isEmpty() ? planned.outputs() : planned.inputs();
        Arrivals arrivals = Arrivals.of(data.arrivals().size(), i -> arrival(data.arrivals().get(i), in), keys);
        return new ChartModel(node, trace.plan().clock(), byProcessingTime(planned), start, end, keys, arrivals,
                columns(data.windows(), planned), data.watermark(), Levers.of(trace.plan(), planned),
                new ChartModel.Beside(data.join(), data.idle(), data.outages()));
    }

    private static int keyOf(List<StreamType> types, int input) {
        return input < types.size() ? types.get(input).key() : NO_KEY;
    }

    private static int keyOf(List<StreamType> types) {
        return types.isEmpty() ? NO_KEY : types.getFirst().key();
    }

    private static boolean byProcessingTime(PlanNode node) {
        return node.work() instanceof Work.Transform t && t.operator() instanceof WindowOperator w
                && w.domain() == TimeDomain.PROCESSING;
    }

    private static Arrival arrival(ChartData.Arrival a, List<StreamType> in) {
        Fate fate = a.dropped() ? Fate.DROPPED : a.late() ? Fate.LATE : Fate.IN_TIME;
        return new Arrival(a.event().id, a.event().time, a.at(), a.key(), Figures.disc(a.event(), keyOf(in, a.input())),
                fate,
                a.input(), a.lostAt());
    }

    /** Windows that count have no bounds in time, and so no columns. */
    private static List<Column> columns(List<WindowHistory> windows, PlanNode node) {
        if (node.work() instanceof Work.Transform t && t.operator() instanceof WindowOperator w
                && w.window() instanceof WindowSpec.Count)
            return List.of();
        int key = keyOf(node.outputs());
        List<Column> columns = new ArrayList<>(windows.size());
        for (WindowHistory w : windows) {
            long gone = w.mergedInto().map(WindowHistory.MergedInto::at).orElse(w.expiredAt().orElse(ChartModel.NEVER));
            columns.add(new Column(w.key(), w.start(), w.end(), w.firstArrival(), gone, w.mergedInto().isPresent(),
                    stages(w, node), panes(w.panes(), key), takenBack(w.panes(), key),
                    w.mergedInto().map(m -> new ChartModel.Swallow(m.start(), m.end()))));
        }
        columns.sort(Comparator.comparingLong(Column::first));
        return columns;
    }

    private static List<PaneMark> panes(List<PaneView> panes, int key) {
        return panes.stream()
                .filter(p -> !p.pane().retraction())
                .map(p -> pane(p, key))
                .toList();
    }

    private static List<ChartModel.TakenBack> takenBack(List<PaneView> panes, int key) {
        return panes.stream()
                .filter(p -> p.pane().retraction())
                .map(p -> new ChartModel.TakenBack(p.at(), pane(p, key).value(), p.pane().timing()))
                .toList();
    }

    private static PaneMark pane(PaneView p, int key) {
        List<Figures.Named> results = Figures.results(p.event(), key);
        String value = results.isEmpty() ? "" : results.getFirst().value();
        return new PaneMark(p.at(), p.pane().timing(), value, Figures.inLine(results), p.pane().index(),
                p.event().id);
    }

    /** How a session grew, event by event. */
    private static List<Stage> stages(WindowHistory window, PlanNode node) {
        if (!(node.work() instanceof Work.Transform t && t.operator() instanceof WindowOperator w
                && w.window() instanceof WindowSpec.Session session))
            return List.of();
        List<Stage> stages = new ArrayList<>();
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (Content c : window.contents()) {
            long time = w.domain() == TimeDomain.EVENT ? c.event().time : c.at();
            start = Math.min(start, time);
            end = Math.max(end, time + session.gap());
            long from = Math.max(c.at(), window.firstArrival());
            if (!stages.isEmpty() && stages.getLast().from() == from) stages.removeLast();
            stages.add(new Stage(from, start, end));
        }
        return stages;
    }
}
