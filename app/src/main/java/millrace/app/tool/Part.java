package millrace.app.tool;

import millrace.trace.FactKind;

/** A part of what a node shows that can be asked about by itself, and is no event. */
public sealed interface Part {
    /** A window of a key; "" where there are no keys. */
    record Window(String key, long start, long end) implements Part {}

    /** A group of consumers. */
    record Group(String name) implements Part {}

    /** The place where there could be a window. */
    record NoWindow() implements Part {}

    /** A figure that counts what became of events: it leads to the last one that it counts. */
    record Count(FactKind of) implements Part {}
}
