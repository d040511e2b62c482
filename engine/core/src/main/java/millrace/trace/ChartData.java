package millrace.trace;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;

/**
 * What the time chart of one node shows, for the whole run; the chart makes faint what lies above the playhead.
 *
 * @param node its id
 * @param windows by start, then end, then first arrival; empty if the node has none
 * @param watermark of the node (a source: of what it sends)
 * @param arrivals events that came to the node (a source: that it put out), in order; read from the trace on demand
 */
public record ChartData(String node, List<WindowHistory> windows, WatermarkLine watermark, List<Arrival> arrivals) {
    /**
     * An event at a node.
     *
     * @param at processing time of its arrival
     * @param late its event time was below the node's watermark
     * @param dropped late for every window of it
     */
    public record Arrival(Event event, String key, long at, boolean late, boolean dropped) {}

    /** @throws IllegalArgumentException if the plan has no node of this id */
    public static ChartData of(Trace trace, String node) {
        int number = trace.plan().nodeNumber(node);
        if (number < 0) throw new IllegalArgumentException("no node " + node);
        return new ChartData(node, Histories.of(trace, number), line(trace, number), Arrivals.of(trace, number));
    }

    /** @throws IllegalArgumentException if the plan has no node of this id */
    public static ChartData of(Run run, String node) {
        return of(run.trace(), node);
    }

    private static WatermarkLine line(Trace trace, int node) {
        List<WatermarkLine.Step> steps = new ArrayList<>();
        new Rows(trace.nodes[node].kind(FactKind.ADVANCED), trace.size()).stream()
                .forEach(row -> steps.add(new WatermarkLine.Step(trace.at(row), trace.columns.figure(row))));
        return new WatermarkLine(List.copyOf(steps));
    }
}
