package millrace.operator;

import millrace.event.Schema;

/**
 * What flows on a wire.
 *
 * @param schema the fields
 * @param key the index of the key's field in {@link Schema#fields()}, or {@link #UNKEYED}
 */
public record StreamType(Schema schema, int key) {
    public static final int UNKEYED = -1;

    public boolean keyed() {
        return key != UNKEYED;
    }

    public StreamType keyedBy(int field) {
        return new StreamType(schema, field);
    }
}
