package millrace.simulation;

import java.util.List;
import java.util.Optional;
import millrace.event.Event;

/**
 * What a node is doing.
 *
 * @param working the event in hand, if work takes time
 * @param done when that is done, ms
 * @param waiting for each input how many elements wait to be taken
 * @param blocked for each input whether it waits for the barrier of another
 * @param heldUp whether a wire behind it is full
 */
public record Activity(Optional<Event> working, long done, List<Integer> waiting, List<Boolean> blocked,
        boolean heldUp) {
    static final Activity NONE = new Activity(Optional.empty(), Long.MAX_VALUE, List.of(), List.of(), false);
}
