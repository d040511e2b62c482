package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What happens with checkpoints, crashes and recovery. */
public sealed interface FaultNote extends Note {
    @Override
    default Optional<Event> event() {
        return Optional.empty();
    }

    /** The node lost its state. */
    record Crashed(long until) implements FaultNote {}
}
