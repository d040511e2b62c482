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

    /** A change has reached a copy, and is to be seen in it from then on. */
    record Lags(Event subject, long until) implements TableNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** A copy was emptied: of its rows, and of changes that had reached it and were not to be seen yet. */
    record Wiped(long rows, long waiting) implements TableNote {
        @Override
        public Optional<Event> event() {
            return Optional.empty();
        }
    }

    /** A row has gone since it was written so long ago. */
    record Expired(Event subject, long written) implements TableNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }
}
