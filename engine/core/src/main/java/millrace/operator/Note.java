package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** Something that only nodes of some kinds do. Told to whoever watches, it changes nothing. */
public sealed interface Note permits JoinNote, TableNote, BrokerNote, FaultNote, WorkNote, ChangeNote {
    /** The event that it is about, if it is about one. */
    Optional<Event> event();
}
