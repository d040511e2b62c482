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

    /** The source's event of this number (from 1) does not leave: it is dropped. */
    record Dropped(long number, long eventTime) implements ChangeNote {}

    /** The source's event of this number does not leave: the source is stopped, and what comes meanwhile is lost. */
    record Lost(long number, long eventTime) implements ChangeNote {}

    /** The source's event of this number leaves later, at {@code until}, ms. */
    record HeldBack(long number, long eventTime, long until) implements ChangeNote {}

    /**
     * An event left a source as or when it would not have by itself.
     *
     * @param number of the source's own event, from 1; 0 = it has none
     */
    record Came(Event subject, Why why, long number) implements ChangeNote {
        public enum Why {
            DELAYED,
            DUPLICATED,
            INSERTED,
            /** It waited until the source went on. */
            STOPPED
        }

        @Override
        public Optional<Event> event() {
            return Optional.of(subject);
        }
    }

    /** The source is silent from now until {@code until}, ms. */
    record Stopped(long until, boolean held) implements ChangeNote {}

    /** The source goes on. */
    record WentOn() implements ChangeNote {}
}
