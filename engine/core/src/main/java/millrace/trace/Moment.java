package millrace.trace;

import java.util.List;
import java.util.Map;
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
 * @param places where each node stands in both lists, by its id
 */
public record Moment(long time, long step, int facts, List<NodeMoment> nodes, List<Travelling> travelling,
        List<Status> statuses, Map<String, Integer> places) {
    /** An element on a wire; {@code wire} as in {@code Wire.id}. */
    public record Travelling(String wire, Element element, long sentAt, long due, boolean late) {}

    /** How a node is; up, with nothing to do, if there is no such node. */
    public Status status(String id) {
        Integer place = places.get(id);
        return place == null ? Status.up(id) : statuses.get(place);
    }

    public Optional<NodeMoment> node(String id) {
        return Optional.ofNullable(places.get(id)).map(nodes::get);
    }
}
