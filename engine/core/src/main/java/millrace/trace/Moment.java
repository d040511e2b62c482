package millrace.trace;

import java.util.List;
import java.util.Optional;
import millrace.event.Element;

/**
 * Everything that is to be seen at one instant of a run.
 *
 * @param time processing time, ms
 * @param step the last step done
 * @param facts how many rows of the trace have happened
 * @param nodes in the order of the plan
 * @param travelling elements on wires with a transit time: sent at or before now, not yet delivered
 * @param statuses how the nodes are, in the same order
 */
public record Moment(long time, long step, int facts, List<NodeMoment> nodes, List<Travelling> travelling,
        List<Status> statuses) {
    /** An element on a wire; {@code wire} as in {@code Wire.id}. */
    public record Travelling(String wire, Element element, long sentAt, long due, boolean late) {}

    /** How a node is; up, with nothing to do, if there is no such node. */
    public Status status(String id) {
        return statuses.stream().filter(s -> s.node().equals(id)).findFirst().orElseGet(() -> Status.up(id));
    }

    public Optional<NodeMoment> node(String id) {
        return nodes.stream().filter(n -> n.node().equals(id)).findFirst();
    }
}
