package millrace.app.cli;

import millrace.event.Event;

/** A form in which results are written as they reach sinks. */
interface Results {
    /** Writes what reached a sink at processing time {@code now}. */
    void row(SinkShape sink, long now, Event event);

    /** Nothing follows: writes what was held back. */
    default void end() {}
}
