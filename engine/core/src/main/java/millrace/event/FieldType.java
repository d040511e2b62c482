package millrace.event;

/** The type of a named field. All but strings are held as one 64-bit number (see {@link Event}). */
public enum FieldType {
    STRING("string"),
    LONG("long"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    /** Milliseconds since 1970-01-01T00:00Z. */
    TIMESTAMP("timestamp");

    private final String word;

    FieldType(String word) {
        this.word = word;
    }

    /** The word used in design files and on the screen. */
    public String word() {
        return word;
    }

    /** Strings (and collected lists) live among an event's references, everything else among its numbers. */
    public boolean isReference() {
        return this == STRING;
    }
}
