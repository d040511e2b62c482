package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What happens in tables. */
public sealed interface TableNote extends Note {
    Event subject();

    @Override
    default Optional<Event> event() {
        return Optional.of(subject());
    }

    /** A row was written again as it was: no change leaves. */
    record Unchanged(Event subject) implements TableNote {}

    /** A row was to be taken back or deleted that is not there: no change leaves. */
    record NotThere(Event subject) implements TableNote {}

    /** A second event of a key, of which only one is kept. */
    record Duplicate(Event subject, Event kept) implements TableNote {}

    /** An event without a part to make an event of. */
    record NoPart(Event subject) implements TableNote {}
}
