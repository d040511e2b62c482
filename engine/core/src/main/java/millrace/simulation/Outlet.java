package millrace.simulation;

import millrace.event.Event;

/** Takes what reaches the sinks: for files, the command line, benchmarks. It can't change the run. */
public interface Outlet {
    /** For runs in which only the recorder matters. */
    Outlet NONE = (node, now, event) -> {};

    /** An event reached the sink with this number (see {@code Plan}) at processing time {@code now}. */
    void row(int node, long now, Event event);
}
