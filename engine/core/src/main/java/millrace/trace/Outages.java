package millrace.trace;

import millrace.operator.FaultNote;
import millrace.trace.Status.Health;

/** When nodes are down. What the trace says of it is gathered once, as the trace grows. */
final class Outages {
    private final Trace trace;
    /** For each node the rows that tell of its going down and coming back, and how far its notes are read. */
    private final IntList[] turns;
    private final int[] read;

    Outages(Trace trace) {
        this.trace = trace;
        turns = new IntList[trace.nodes.length];
        java.util.Arrays.setAll(turns, i -> new IntList());
        read = new int[trace.nodes.length];
    }

    /** The node as of a row, its activities left open. */
    Status at(int node, int rows) {
        gather(node);
        String id = trace.plan().nodes().get(node).id();
        Status status = Status.up(id);
        int end = turns[node].below(rows);
        for (int i = sinceRestored(node, end); i < end; i++)
            status = after(status, turn(node, i));
        return status;
    }

    /** Each instance of a node tells of itself: all that was told since the node was restored before counts. */
    private int sinceRestored(int node, int end) {
        int from = Math.max(0, end - 1);
        while (from > 0 && !(turn(node, from - 1).note() instanceof FaultNote.Restored))
            from--;
        return from;
    }

    private Fact.Noted turn(int node, int number) {
        return (Fact.Noted) trace.fact(turns[node].get(number));
    }

    /** A crash may be noticed later: then all stop, and it is known when they are back. */
    private static Status after(Status before, Fact.Noted fact) {
        return switch (fact.note()) {
            case FaultNote.Crashed c ->
                    new Status(fact.node(), Health.CRASHED, fact.at(), Long.MAX_VALUE, -1);
            case FaultNote.Stopped s -> new Status(fact.node(),
                    before.health() == Health.CRASHED ? Health.CRASHED : Health.STOPPED,
                    before.isUp() ? fact.at() : before.since(), s.until(), -1);
            case FaultNote.Restored r ->
                    new Status(fact.node(), Health.UP, fact.at(), Long.MAX_VALUE, r.checkpoint());
            default -> Status.up(fact.node());
        };
    }

    private void gather(int node) {
        IntList notes = trace.nodes[node].kind(FactKind.NOTED);
        int size = notes.below(trace.size());
        for (; read[node] < size; read[node]++) {
            int row = notes.get(read[node]);
            if (trace.fact(row) instanceof Fact.Noted n && turns(n)) turns[node].add(row);
        }
    }

    private static boolean turns(Fact.Noted fact) {
        return switch (fact.note()) {
            case FaultNote.Crashed c -> !c.coordinator();
            case FaultNote.Stopped s -> true;
            case FaultNote.Restored r -> true;
            default -> false;
        };
    }
}
