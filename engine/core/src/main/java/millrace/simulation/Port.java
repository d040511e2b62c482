package millrace.simulation;

import org.jspecify.annotations.Nullable;

/** The receiving end of a wire. */
final class Port {
    final Task to;
    /** The wire's place among those into the node. */
    final int input;
    /** Number of the node's input port. */
    final int port;
    /** Null where elements take no time on the way. */
    final @Nullable Channel channel;

    Port(Task to, int input, int port, @Nullable Channel channel) {
        this.to = to;
        this.input = input;
        this.port = port;
        this.channel = channel;
    }
}
