package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/** What is done to a run while it goes on, as the design says it. */
public sealed interface ChangeNote extends Note {
    @Override
    default Optional<Event> event() {
        return Optional.empty();
    }

    /** What became of a state as its node's setting became another. */
    enum State {
        /** It went on, or there was none. */
        KEPT,
        /** What was in it left as if it were its last moment, and it began anew. */
        DRAINED,
        /** It is gone, and began anew. */
        DROPPED
    }

    /** A setting (its path, see the plan) is another from now on. */
    record Changed(String setting, String before, String after, State state) implements ChangeNote {}

    /** After a crash the node's state is older than a change of its settings: it was brought up to it again. */
    record Again(State state) implements ChangeNote {}
}
