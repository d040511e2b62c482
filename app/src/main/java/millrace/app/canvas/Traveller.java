package millrace.app.canvas;

import millrace.event.Element;
import millrace.event.Event;

/** What moves at one instant. */
sealed interface Traveller {
    /** On a wire, this share of the way. */
    record OnWire(String wire, Element element, double progress, Fate fate) implements Traveller {}

    /** Out of a node, this share of the fall. */
    record Falling(String node, Event event, double progress, Fate fate) implements Traveller {}

    /** So many elements passed a wire just now: too fast to be seen one by one. */
    record Count(String wire, int events) implements Traveller {}

    /**
     * So many are on parts of a wire, from its beginning to its end: too many to be seen one by one.
     *
     * @param total of all parts
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Density(String wire, int[] parts, int total) implements Traveller {}

    enum Fate {
        PLAIN,
        LATE,
        DROPPED,
        FAILED,
        LOST
    }
}
