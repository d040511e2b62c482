package millrace.catalog;

/**
 * A port of a node type.
 *
 * @param name as in wires: "in", "out", "late"
 * @param many whether several wires may end here
 */
public record PortSpec(String name, Carries carries, boolean many) {
    public enum Carries {
        EVENTS,
        /** Changes of a table; an input that carries changes takes events, too, as inserts. */
        CHANGES,
        /** Late, dropped, rejected or failed events. */
        LATE
    }
}
