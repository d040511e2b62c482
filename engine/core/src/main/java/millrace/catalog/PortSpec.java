package millrace.catalog;

/**
 * A port of a node type.
 *
 * @param name as in wires: "in", "out", "late"
 * @param many whether several wires may end here
 */
public record PortSpec(String name, Carries carries, boolean many) {
    /** Whether this input takes what the output gives. Late events are events like others, and so is what a table hears. */
    public boolean takes(PortSpec output) {
        return carries != Carries.ADDITIONS || output.carries != Carries.CHANGES;
    }

    public enum Carries {
        EVENTS,
        /** Changes of a table; an input that carries changes takes events, too, as inserts. */
        CHANGES,
        /** Of inputs: events that only ever come; changes of a table are refused. */
        ADDITIONS,
        /** Late, dropped, rejected or failed events. */
        LATE
    }
}
