package millrace.catalog;

/**
 * A port of a node type.
 *
 * @param name as in wires: "in", "out", "late"
 * @param many whether several wires may end here
 */
public record PortSpec(String name, Carries carries, boolean many) {
    /** Whether what leaves here are changes of a table, given whether such come in. */
    public boolean givesChanges(boolean comeIn) {
        return carries == Carries.CHANGES || comeIn && (carries == Carries.SAME || carries == Carries.LATE);
    }

    /** Whether this input takes changes of a table. Plain events are taken by all. */
    public boolean takesChanges() {
        return carries != Carries.ADDITIONS;
    }

    public enum Carries {
        EVENTS,
        /** Changes of a table; an input that carries changes takes events, too, as inserts. */
        CHANGES,
        /** Of inputs: events that only ever come; changes of a table are refused. */
        ADDITIONS,
        /** Of outputs: what comes in, be it events or changes. */
        SAME,
        /** Late, dropped, rejected or failed events, as they came in. */
        LATE
    }
}
