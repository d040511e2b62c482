package millrace.trace;

import java.util.ArrayList;
import java.util.List;
import millrace.compile.Plan;
import millrace.operator.WindowOperator;
import millrace.operator.Work;

/**
 * Any moment of a trace. A moment is read from the trace's indices, not replayed: it costs some binary searches for each
 * node and a walk over what the moment shows, wherever in the run it lies.
 */
public final class Moments {
    private final Trace trace;
    private final Travels travels;

    public Moments(Trace trace) {
        this.trace = trace;
        travels = new Travels(trace);
    }

    /** After everything that happened at or before this processing time. */
    public Moment at(long time) {
        return of(trace.rowsUntil(time), time, true);
    }

    /** After this step. */
    public Moment atStep(long step) {
        return atRow(trace.rowsUntilStep(step));
    }

    /** After the first {@code rows} rows of the trace; at the time of the last of them. */
    public Moment atRow(int rows) {
        return of(rows, rows == 0 ? trace.plan().clock().start() : trace.at(rows - 1), false);
    }

    private Moment of(int rows, long time, boolean wholeInstant) {
        List<NodeMoment> nodes = new ArrayList<>(trace.nodes.length);
        for (int i = 0; i < trace.nodes.length; i++)
            nodes.add(node(i, rows));
        long step = rows == 0 ? 0 : trace.step(rows - 1);
        return new Moment(time, step, rows, List.copyOf(nodes), travels.at(rows, time, wholeInstant));
    }

    /** What one node shows after the first {@code rows} rows of the trace; {@code number} is its place in the plan. */
    public NodeMoment node(int number, int rows) {
        Plan.PlanNode node = trace.plan().nodes().get(number);
        return switch (node.work()) {
            case Work.Source s -> SourceMoments.of(trace, number, s.spec(), rows);
            case Work.Transform t when t.operator() instanceof WindowOperator w ->
                    WindowMoments.of(trace, number, w, rows);
            case Work.Transform t -> transform(node.id(), number, rows);
            case Work.Sink s -> sink(node.id(), number, rows);
        };
    }

    private NodeMoment transform(String id, int number, int rows) {
        NodeIndex index = trace.nodes[number];
        long received = index.received.below(rows);
        long leftOut = index.kind(FactKind.LEFT_OUT).below(rows);
        long failed = index.kind(FactKind.FAILED).below(rows);
        return new NodeMoment.Transform(id, Watermarks.ofNode(trace, number, rows), received,
                received - leftOut - failed, leftOut, failed);
    }

    private NodeMoment sink(String id, int number, int rows) {
        IntList reached = trace.nodes[number].kind(FactKind.REACHED);
        int count = reached.below(rows);
        List<NodeMoment.Arrival> latest = new ArrayList<>();
        for (int i = count - 1; i >= 0 && i >= count - 64; i--)
            latest.add(new NodeMoment.Arrival(Facts.subject(trace, reached.get(i)), trace.at(reached.get(i))));
        return new NodeMoment.Sink(id, Watermarks.ofNode(trace, number, rows), count, List.copyOf(latest));
    }
}
