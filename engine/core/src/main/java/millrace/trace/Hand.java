package millrace.trace;

import java.util.List;
import java.util.Map;

/**
 * What one of several parallel instances of a node has to do.
 *
 * @param there whether there is such an instance now: a rescaling brings it, or takes it away
 * @param keys that came to the node and are its own, in the order in which they first came
 * @param partitions that are its own, if it has some whatever the key
 * @param from for keys whose state it had from another instance, by the last rescaling, the number of that instance
 */
public record Hand(boolean there, List<String> keys, List<Integer> partitions, Map<String, Integer> from) {
    /** Not there. */
    static final Hand NONE = new Hand(false, List.of(), List.of(), Map.of());
    /** There, and nothing is known of what it has to do. */
    public static final Hand IDLE = new Hand(true, List.of(), List.of(), Map.of());
}
