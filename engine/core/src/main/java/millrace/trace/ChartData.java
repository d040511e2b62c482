package millrace.trace;

import java.util.List;
import millrace.event.Event;

/**
 * What the time chart of one node shows, for the whole run; the chart makes faint what lies above the playhead.
 *
 * @param node its id
 * @param windows by start, then end, then first arrival; empty if the node has none
 * @param watermark of the node (a source: of what it sends); goes back only where the node went back to a snapshot
 * @param arrivals events that came to the node (a source: that it put out), in order; read from the trace on demand
 * @param join what a join made of them; empty if it is none
 * @param idle when its inputs, or partitions of a source, were idle
 * @param outages when it was down
 */
public record ChartData(String node, List<WindowHistory> windows, WatermarkLine watermark, List<Arrival> arrivals,
        Join join, List<Idle> idle, List<Outage> outages) {
    /** A time that does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * An event at a node.
     *
     * @param at processing time of its arrival
     * @param late its event time was below the node's watermark
     * @param dropped late for every window of it
     * @param input number of the input port that it came by; 0 at sources
     * @param lostAt when the node lost it again in a crash; {@link #NEVER} = it did not
     */
    public record Arrival(Event event, String key, long at, boolean late, boolean dropped, int input, long lostAt) {}

    /** What a join did with its inputs' events, in order. */
    public record Join(List<Pair> pairs, List<Lone> lone, List<Kept> kept) {}

    /** Two events met at {@code at}; the right one may be a row of a table. */
    public record Pair(Event left, Event right, long at) {}

    /** An event was known at {@code at} to have no partner; it leaves alone, or not at all. */
    public record Lone(Event event, int side, long at, boolean leaves) {}

    /**
     * An event that waits for partners.
     *
     * @param until the watermark that must be passed before it is let go
     * @param gone processing time at which it was, or {@link #NEVER}
     */
    public record Kept(Event event, int side, long at, long until, long gone) {}

    /** An input was idle from one processing time to another, or {@link #NEVER}. */
    public record Idle(int input, long from, long to) {}

    /** The node was down; {@code crashed} = by itself, else since another one was. */
    public record Outage(long from, long to, boolean crashed) {}

    /** @throws IllegalArgumentException if the plan has no node of this id */
    public static ChartData of(Trace trace, String node) {
        int number = trace.plan().nodeNumber(node);
        if (number < 0) throw new IllegalArgumentException("no node " + node);
        ChartFaults faults = new ChartFaults(trace, number);
        return new ChartData(node, Histories.of(trace, number), faults.line(), Arrivals.of(trace, number, faults),
                ChartJoins.of(trace, number), faults.idle(), faults.outages());
    }

    /** @throws IllegalArgumentException if the plan has no node of this id */
    public static ChartData of(Run run, String node) {
        return of(run.trace(), node);
    }
}
