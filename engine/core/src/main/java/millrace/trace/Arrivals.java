package millrace.trace;

import java.util.List;
import java.util.stream.IntStream;
import millrace.event.Event;

/** The events that came to a node. */
final class Arrivals {
    private Arrivals() {}

    static List<ChartData.Arrival> of(Trace trace, int node, ChartFaults faults) {
        NodeIndex index = trace.nodes[node];
        int size = trace.size();
        if (index.kind(FactKind.ADDED).size() + index.kind(FactKind.DROPPED).size() > 0)
            return ofWindow(trace, index, faults);
        boolean source = index.kind(FactKind.EMITTED).size() > 0;
        IntList rows = source ? index.kind(FactKind.EMITTED) : index.received;
        return new OnDemand<>(new Rows(rows, size).stream().toArray(), row -> plain(trace, row, faults));
    }

    /** Additions (the first of each event) and drops, in order. */
    private static List<ChartData.Arrival> ofWindow(Trace trace, NodeIndex index, ChartFaults faults) {
        IntStream added = new Rows(index.kind(FactKind.ADDED), trace.size()).stream();
        IntStream dropped = new Rows(index.kind(FactKind.DROPPED), trace.size()).stream();
        int[] rows = IntStream.concat(added, dropped).sorted().toArray();
        int kept = 0;
        for (int i = 0; i < rows.length; i++) {
            boolean again = kept > 0 && trace.columns.subject(rows[kept - 1]) == trace.columns.subject(rows[i])
                    && trace.kind(rows[i]) == FactKind.ADDED;
            if (!again) rows[kept++] = rows[i];
        }
        return new OnDemand<>(rows, kept, row -> atWindow(trace, row, faults.lostAt(row)));
    }

    private static ChartData.Arrival atWindow(Trace trace, int row, long lostAt) {
        boolean dropped = trace.kind(row) == FactKind.DROPPED;
        String key = trace.keys.text(trace.windows.key(trace.columns.window(row)));
        boolean late = dropped || trace.columns.flag(row) != 0;
        return new ChartData.Arrival(Facts.subject(trace, row), key, trace.at(row), late, dropped, 0, lostAt);
    }

    private static ChartData.Arrival plain(Trace trace, int row, ChartFaults faults) {
        Event event = Facts.subject(trace, row);
        return new ChartData.Arrival(event, Keys.of(trace, row, event), trace.at(row),
                event.time < faults.watermark(row), false,
                input(trace, row), faults.lostAt(row));
    }

    /** The port that an event came by. */
    private static int input(Trace trace, int row) {
        return trace.kind(row) == FactKind.DELIVERED ? trace.plan.wires().get(trace.columns.link(row)).input() : 0;
    }
}
