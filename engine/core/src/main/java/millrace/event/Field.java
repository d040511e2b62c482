package millrace.event;

/** A named, typed field of a {@link Schema}. */
public record Field(String name, FieldType type) {}
