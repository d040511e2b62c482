package millrace.app.canvas;

import java.util.Set;

/**
 * What is held up to the light: these events get a ring, and nodes that none of them touches go to 38 %.
 *
 * @param events ids of the held event, its ancestors and its offspring
 * @param nodes the nodes they passed; empty = all stay as they are
 */
public record Focus(Set<Long> events, Set<String> nodes) {
    public static final Focus NONE = new Focus(Set.of(), Set.of());

    public Focus {
        events = Set.copyOf(events);
        nodes = Set.copyOf(nodes);
    }

    boolean faint(String node) {
        return !nodes.isEmpty() && !nodes.contains(node);
    }

    boolean lit(long event) {
        return events.contains(event);
    }
}
