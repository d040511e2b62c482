package millrace.simulation;

import millrace.event.Element;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The way along a wire from one instance of a node to one instance of another; with one instance at both ends there is one
 * lane to a wire. A lane with limited room counts the events that were sent and not yet taken.
 */
final class Lane {
    /** The wire's number in the plan. */
    final int wire;
    final Task to;
    /** Its place among the lanes into {@link #to}. */
    final int input;
    /** Number of the node's input port. */
    final int port;
    /** Null where elements take no time on the way. */
    final @Nullable Channel channel;
    final boolean limited;
    /** Whether elements take neither time nor room: the usual case. */
    boolean plain;
    /**
     * Whether, besides, an event may be delivered before whoever sends it has returned: nothing is left for him to do that others
     * could tell from its being done before, or the event only leaves the graph.
     */
    boolean straight;
    private final int capacity;
    private final Sender from;
    /** Events sent and not yet taken; counted only if it is limited. */
    private int load;

    Lane(int wire, Sender from, Task to, int input, int port, @Nullable Channel channel, int capacity) {
        this.wire = wire;
        this.from = from;
        this.to = to;
        this.input = input;
        this.port = port;
        this.channel = channel;
        this.capacity = capacity;
        limited = capacity != Integer.MAX_VALUE;
        plain = passes();
    }

    private boolean passes() {
        return !limited && (channel == null || channel.passes());
    }

    /** To be called once all parts are joined, and when its way is another. */
    void look() {
        plain = passes();
        straight = plain && (from.endsWithSending() || to.isSink());
    }

    /** As it was before any change. */
    void begin(long millis) {
        if (channel != null) channel.begin(millis);
        look();
    }

    /** What is on its way takes so long from now on. */
    void transit(long millis) {
        if (channel != null) channel.transit(millis);
        look();
    }

    boolean full() {
        return load >= capacity;
    }

    void sent(Element element) {
        if (element instanceof Event) load++;
    }

    /** The receiver has taken an element; who sends may have waited for the room. */
    void taken(Element element, Simulation simulation) {
        if (!limited || !(element instanceof Event)) return;
        if (load-- == capacity) simulation.wake(from);
    }

    int load() {
        return load;
    }

    void load(int events) {
        load = events;
    }
}
