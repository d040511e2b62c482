package millrace.measure;

import millrace.operator.View;
import millrace.trace.NodeMoment;

/** How much a node holds: windows of keys, rows of a table, events that wait for partners, messages, records. */
public final class StateSize {
    private StateSize() {}

    /** In things that the node holds; 0 for a node without state. */
    public static long of(NodeMoment moment) {
        return moment instanceof NodeMoment.Window w ? w.openCount() : of(moment.view());
    }

    public static long of(View view) {
        return switch (view) {
            case View.None() -> 0;
            case View.Table t -> t.size();
            case View.JoinedTables t -> t.left().size() + t.right().size();
            case View.Follower f -> f.table().size() + f.waitingSize();
            case View.Join j -> j.leftSize() + j.rightSize();
            case View.Log l -> l.partitions().stream().mapToLong(p -> p.end() - p.start()).sum();
            case View.Queue q -> q.waitingSize() + q.workers().stream().mapToLong(View.Queue.Worker::held).sum();
            case View.Transactions t -> t.openSize() + t.pendingSize();
        };
    }
}
