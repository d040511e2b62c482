package millrace.simulation;

import java.util.List;
import java.util.Optional;
import millrace.event.Event;
import millrace.operator.View;

/**
 * What a node is doing.
 *
 * @param working the event in hand, if work takes time
 * @param done when that is done, ms
 * @param waiting for each input the events that wait to be taken, at most {@link View#MOST}
 * @param blocked for each input whether it waits for the barrier of another
 * @param heldUp whether a wire behind it is full
 */
public record Activity(Optional<Event> working, long done, List<List<Event>> waiting, List<Boolean> blocked,
        boolean heldUp) {
    static final Activity NONE = heldUp(false);

    static Activity heldUp(boolean heldUp) {
        return new Activity(Optional.empty(), Long.MAX_VALUE, List.of(), List.of(), heldUp);
    }
}
