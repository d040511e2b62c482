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
 */
public record Moment(long time, long step, int facts, List<NodeMoment> nodes, List<Travelling> travelling) {
    /** An element on a wire; {@code wire} as in {@code Wire.id}. */
    public record Travelling(String wire, Element element, long sentAt, long due, boolean late) {}

    public Optional<NodeMoment> node(String id) {
        return nodes.stream().filter(n -> n.node().equals(id)).findFirst();
    }
}
