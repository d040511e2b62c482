package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;

/**
 * The versions of rows: each row holds from its event time until that of the next row of its key, and the last one is open. A table
 * of versions: a new row ends the one before it, and one that comes out of order splits the version in which it lies.
 *
 * @param in type of the input, a stream of rows or a changelog
 * @param out type of the changes, see {@link #outputType}
 * @param key the field that tells rows apart
 * @param atOnce versions leave as rows come, and are corrected; otherwise once the watermark has passed their beginning
 */
public record Validity(StreamType in, StreamType out, int key, boolean atOnce) implements Operator {
    public static final String FROM = "validFrom";
    public static final String TO = "validTo";
    static final int OUT = 0;
    static final int LATE = 1;

    @Override
    public Processor start() {
        return new Versions(this);
    }

    @Override
    public int keyField(int port, StreamType type) {
        return key;
    }

    /** The fields of the input, and from when until when they hold. Without a key: a key has many versions. */
    public static StreamType outputType(StreamType in) {
        List<Field> fields = new ArrayList<>(in.schema().fields());
        fields.add(new Field(FROM, FieldType.TIMESTAMP));
        fields.add(new Field(TO, FieldType.TIMESTAMP));
        return new StreamType(Schema.ofChanges(fields), StreamType.UNKEYED);
    }
}
