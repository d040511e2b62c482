package millrace.operator;

import java.util.List;
import java.util.Optional;
import millrace.event.Event;

/** What happens in logs and queues. */
public sealed interface BrokerNote extends Note {
    /** The event was appended. */
    record Appended(Event subject, int partition, long offset) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** A reader (numbered from 1) of a consumer group took the record at this offset. */
    record Read(Event subject, String group, int reader, int partition, long offset) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** Retention took the record: it was too old, or ({@code age} false) one too many. */
    record Retired(Event subject, int partition, long offset, boolean age) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** The cleaner took the record, as a newer one of its key is there, or because it was a tombstone long enough. */
    record Cleaned(Event subject, int partition, long offset, boolean tombstone) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** The event is a message of a queue, with this number in the order of sending (from 1). */
    record Sent(Event subject, long number) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** The message was given to a worker, for the {@code delivery}th time. */
    record Delivered(Event subject, String worker, long delivery) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** The worker has done it: the message is gone from the queue. */
    record Done(Event subject, String worker, long delivery) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /**
     * The worker could not do it.
     *
     * @param front whether it went back to the front, else to the back
     * @param dead whether it was given up instead
     */
    record Failed(Event subject, String worker, long delivery, boolean front, boolean dead) implements BrokerNote {
        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** A group begins to read, of each partition at this offset. */
    record Joined(String group, List<Long> positions) implements OfGroup {}

    /** A group goes to other places: back to the earliest record, or after a crash; nothing is said of its readers. */
    record Moved(String group, Reason reason, List<Long> from, List<Long> to) implements OfGroup {
        public enum Reason {
            RESET,
            REWOUND,
            WENT_ON
        }
    }

    /**
     * An input of a group is idle and holds its watermark back no longer, or counts again.
     *
     * @param reader numbered from 1
     * @param partition its number; -1 = the reader has none
     */
    record Rested(String group, int reader, int partition, boolean idle) implements OfGroup {}

    /** About a group, not about one event. */
    sealed interface OfGroup extends BrokerNote permits Joined, Moved, Rested {
        String group();

        @Override
        default Optional<Event> event() {
            return Optional.empty();
        }
    }
}
