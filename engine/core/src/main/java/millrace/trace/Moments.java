package millrace.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.compile.Plan;
import millrace.operator.View;
import millrace.operator.WindowOperator;
import millrace.operator.Work;
import org.jspecify.annotations.Nullable;

/**
 * Any moment of a trace. Most of it is read from the trace's indices, not replayed: it costs some binary searches for each
 * node and a walk over what the moment shows, wherever in the run it lies. What tables, joins, brokers and transactional
 * sinks hold, and what busy nodes do, is asked of the simulation. For one thread at a time.
 */
public final class Moments {
    private final Trace trace;
    private final Travels travels;
    private final States states;
    private final Outages outages;
    /** Where each node stands in the plan, by its id. */
    private final Map<String, Integer> places = new HashMap<>();

    /** Where the simulation must be asked, it is run from its start. */
    public Moments(Trace trace) {
        this(trace, null);
    }

    Moments(Trace trace, @Nullable Keyframes keyframes) {
        this.trace = trace;
        travels = new Travels(trace);
        states = new States(trace, keyframes);
        outages = new Outages(trace);
        for (Plan.PlanNode node : trace.plan().nodes())
            places.put(node.id(), places.size());
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

    /**
     * How many events are on each part of a wire with a transit time, from its beginning to its end, at a processing time.
     *
     * @param wire its place in the plan
     */
    public int[] density(int wire, long time, int parts) {
        return travels.density(wire, trace.rowsUntil(time), time, parts);
    }

    private Moment of(int rows, long time, boolean wholeInstant) {
        List<NodeMoment> nodes = new ArrayList<>(trace.nodes.length);
        List<Status> statuses = new ArrayList<>(trace.nodes.length);
        Place place = new Place(rows, wholeInstant ? time : States.NO_TIME);
        for (int i = 0; i < trace.nodes.length; i++) {
            nodes.add(node(i, place));
            statuses.add(status(i, place));
        }
        return new Moment(time, step(rows), rows, List.copyOf(nodes), travels.at(rows, time, wholeInstant),
                List.copyOf(statuses), places);
    }

    private long step(int rows) {
        return rows == 0 ? 0 : trace.step(rows - 1);
    }

    /** What one node shows after everything at or before this processing time; {@code number} is its place in the plan. */
    public NodeMoment node(int number, long time) {
        return node(number, new Place(trace.rowsUntil(time), time));
    }

    /** How one node is after everything at or before this processing time. */
    public Status status(int number, long time) {
        return status(number, new Place(trace.rowsUntil(time), time));
    }

    /** After so many rows, and after all that is done until an instant ({@link States#NO_TIME} = after the rows only). */
    private record Place(int rows, long time) {}

    private Status status(int number, Place at) {
        Status known = outages.at(number, at.rows);
        return new Status(known.node(), known.health(), known.since(), known.until(), known.checkpoint(),
                states.activities(number, step(at.rows), at.time), states.held(number, step(at.rows), at.time));
    }

    private View view(int number, Place at) {
        return states.view(number, step(at.rows), at.time);
    }

    private NodeMoment node(int number, Place at) {
        Plan.PlanNode node = trace.plan().nodes().get(number);
        return switch (node.work()) {
            case Work.Source s -> SourceMoments.of(trace, number, s.spec(), at.rows);
            case Work.Transform t when t.operator() instanceof WindowOperator w ->
                    WindowMoments.of(trace, number, w, at.rows);
            case Work.Transform t -> transform(node.id(), number, at);
            case Work.Sink s -> sink(node.id(), number, at);
        };
    }

    private NodeMoment transform(String id, int number, Place at) {
        int rows = at.rows;
        NodeIndex index = trace.nodes[number];
        long received = index.received.below(rows);
        long leftOut = index.kind(FactKind.LEFT_OUT).below(rows);
        long failed = index.kind(FactKind.FAILED).below(rows);
        return new NodeMoment.Transform(id, Watermarks.ofNode(trace, number, rows), received,
                received - leftOut - failed, leftOut, failed, view(number, at));
    }

    private NodeMoment sink(String id, int number, Place at) {
        int rows = at.rows;
        IntList reached = trace.nodes[number].kind(FactKind.REACHED);
        int count = reached.below(rows);
        List<NodeMoment.Arrival> latest = new ArrayList<>();
        for (int i = count - 1; i >= 0 && i >= count - 64; i--)
            latest.add(new NodeMoment.Arrival(Facts.subject(trace, reached.get(i)), trace.at(reached.get(i))));
        return new NodeMoment.Sink(id, Watermarks.ofNode(trace, number, rows), count, List.copyOf(latest),
                view(number, at));
    }
}
