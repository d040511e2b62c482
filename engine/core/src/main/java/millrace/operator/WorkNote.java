package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What happens where work takes time and room is scarce. */
public sealed interface WorkNote extends Note {
    /** Work on the event began; it is done at {@code until}, ms. */
    record Began(Event subject, long until) implements WorkNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** The node may not send, since the wire with this number (see the plan) is full; or it may again. */
    record HeldUp(int wire, boolean held) implements WorkNote {
        @Override
        public Optional<Event> event() {
            return Optional.empty();
        }
    }
}
