package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;

/**
 * Writes each edit of a table as one record, as Debezium does: key, op (c, u, d; r for a row that was read as it connected),
 * the row before and the row after, the number of the edit, and when the record was written.
 *
 * @param connects before that time it only reads the table; then it tells every row that is there. Empty = from the start
 * @param tombstones whether each delete is followed by a record that has nothing but the key
 */
public record Envelope(StreamType in, OptionalLong connects, boolean tombstones) implements Operator {
    static final int KEY = 0;
    static final int OP = 1;
    static final int BEFORE = 2;

    int after() {
        return BEFORE + in.schema().fields().size();
    }

    int position() {
        return after() + in.schema().fields().size();
    }

    int time() {
        return position() + 1;
    }

    public StreamType out() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("key", in.keyed() ? in.schema().type(in.key()) : FieldType.STRING));
        fields.add(new Field("op", FieldType.STRING));
        for (String when : List.of("before", "after"))
            in.schema().fields().forEach(f -> fields.add(new Field(name(when, f.name()), f.type())));
        fields.add(new Field("position", FieldType.LONG));
        fields.add(new Field("time", FieldType.TIMESTAMP));
        return new StreamType(Schema.of(fields), KEY);
    }

    /** "beforePrice" */
    public static String name(String when, String field) {
        return when + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }

    @Override
    public Processor start() {
        return new EnvelopeProcessor(this);
    }
}
