package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What happens in joins. A side is the number of the input port. */
public sealed interface JoinNote extends Note {
    /** The event on one side; {@code until} is the watermark that must be passed before it is let go, ms. */
    record Kept(Event subject, int side, long until) implements JoinNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** The event is no partner for anything any more, at this watermark; {@code paired} = it had one. */
    record LetGo(Event subject, int side, long watermark, boolean paired) implements JoinNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** Two events are one result. */
    record Paired(Event pair, Event left, Event right) implements JoinNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(pair);
        }
    }
}
