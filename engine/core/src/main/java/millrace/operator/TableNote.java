package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What happens in tables. */
public sealed interface TableNote extends Note {
    /** What happens to one row, or because of one event. */
    sealed interface OfRow extends TableNote {
        Event subject();

        @Override
        default Optional<Event> event() {
            return Optional.of(subject());
        }
    }

    /** A row was written again as it was: no change leaves. */
    record Unchanged(Event subject) implements OfRow {}

    /** A row was to be taken back or deleted that is not there: no change leaves. */
    record NotThere(Event subject) implements OfRow {}

    /** A second event of a key, of which only one is kept. */
    record Duplicate(Event subject, Event kept) implements OfRow {}

    /** An event without a part to make an event of. */
    record NoPart(Event subject) implements OfRow {}

    /** A change has reached a copy, and is to be seen in it from then on. */
    record Lags(Event subject, long until) implements OfRow {}

    /** A row has gone since it was written so long ago. */
    record Expired(Event subject, long written) implements OfRow {}

    /**
     * A copy was emptied of this row, or of this change that had reached it.
     *
     * @param seen whether it was to be seen there
     */
    record Wiped(Event subject, boolean seen) implements OfRow {}

    /** A row of a time that the watermark had passed: versions of before it are final. */
    record Late(Event subject, long watermark) implements OfRow {}

    /** A row whose version leaves once the watermark has passed its time: an older one may still come. */
    record Awaits(Event subject) implements OfRow {}

    /** A version of a row, as this change says it, ends with the next, which begins then. */
    record Ended(Event subject, long from, long until) implements OfRow {}

    /** Only the last {@code most} rows of a group count: this one does no longer, or never did. */
    record Outranked(Event subject, long most) implements OfRow {}
}
