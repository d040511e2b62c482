package millrace.operator;

/** What a node does. Configuration only: state, timers, clock and random numbers belong to the runtime. */
public interface Operator {
    /** A new worker with empty state. */
    Processor start();

    /** As {@link #start}, but of the kind whose state goes best with another configuration: for nodes whose settings change. */
    default Processor startChanging() {
        return start();
    }

    /** The field by which events are dealt out to parallel instances, or {@link StreamType#UNKEYED}. */
    default int keyField(int port, StreamType in) {
        return in.key();
    }

    /** The same over an input that takes back what it said: a window that retracts. */
    default Operator takingBack() {
        return this;
    }
}
