package millrace.explain;

/** How a piece of a sentence is set. */
public enum Tone {
    PLAIN,
    /** A figure of event time: an event's time, a watermark. */
    EVENT,
    /** A figure of processing time: when something happened. */
    PROC,
    /** What decides: a sum, a condition, a number of events. */
    STRONG
}
