package millrace.operator;

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
}
