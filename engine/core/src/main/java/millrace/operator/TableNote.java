package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What happens in tables. */
public sealed interface TableNote extends Note {
    /** A row was written again as it was: no change leaves. */
    record Unchanged(Event subject) implements TableNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }
}
