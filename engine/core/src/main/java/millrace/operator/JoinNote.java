package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What happens in joins. A side is the number of the input port. */
public sealed interface JoinNote extends Note {
    /** The event that it is about. */
    Event subject();

    @Override
    default Optional<Event> event() {
        return Optional.of(subject());
    }

    /** The event on one side; {@code until} is the watermark that must be passed before it is let go, ms. */
    record Kept(Event subject, int side, long until) implements JoinNote {}

    /**
     * The event is kept no longer, at this watermark.
     *
     * @param paired it had a partner
     * @param early its time to live was over, though partners could still have come
     */
    record LetGo(Event subject, int side, long watermark, boolean paired, boolean early) implements JoinNote {}

    /** Two events are one result. */
    record Paired(Event pair, Event left, Event right) implements JoinNote {
        @Override
        public Event subject() {
            return pair;
        }
    }

    /** The event is known to have no partner, at this watermark; it leaves alone if the join keeps its side, else not at all. */
    record Unmatched(Event subject, int side, long watermark, boolean leaves) implements JoinNote {}

    /** The event's time lay before the watermark when it came. */
    record Late(Event subject, int side, long watermark) implements JoinNote {}

    /** The row of a table that was found for an event; it had been valid since this time. */
    record LookedUp(Event result, Event subject, Event row, long since) implements JoinNote {}

    /** A row of a table was replaced or removed, and nobody can ask for it any more. */
    record Forgotten(Event subject, long watermark) implements JoinNote {}
}
