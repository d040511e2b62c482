package millrace.operator;

/** How the panes of one window relate (Beam's accumulation modes; retracting as in "The Dataflow Model"). */
public enum Accumulation {
    /** Each pane holds all events of the window so far. */
    ACCUMULATING,
    /** Each pane holds the events since the last. */
    DISCARDING,
    /** As accumulating, each pane preceded by the retraction of the one before it. */
    RETRACTING
}
