package millrace.design;

/**
 * A wire from an output to an input. Identified by its two ends: there is at most one between two ports.
 *
 * @param settings as written: {@code transit} (a duration; the design's default if absent)
 */
public record Wire(PortRef from, PortRef to, Value.Group settings) {
    public Wire(PortRef from, PortRef to) {
        this(from, to, Value.Group.EMPTY);
    }

    /** "scores.out -> by2.in", the name of the wire in messages. */
    public String id() {
        return from + " -> " + to;
    }
}
