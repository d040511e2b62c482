package millrace.event;

/** What travels on a wire. Immutable, all of it. */
public abstract sealed class Element permits Event, Watermark, Barrier, Idle, End {
    Element() {}
}
