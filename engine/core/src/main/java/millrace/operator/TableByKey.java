package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Field;
import millrace.event.Schema;

/**
 * The table that a stream or a changelog folds into: the last row of each key. Only what changes a row leaves.
 *
 * @param in type of the input
 * @param out type of the changes, see {@link #outputType}
 * @param key the field of the input that tells rows apart
 * @param operation the field of the input that says in words what a record does ("+I", "-U", "+U", "-D"), or -1
 * @param tombstones whether an event of a stream that has nothing but its key deletes the row
 * @param byEventTime whether an event that happened before the one that wrote the row is left out
 */
public record TableByKey(StreamType in, StreamType out, int key, int operation, boolean tombstones,
        boolean byEventTime) implements Operator {
    @Override
    public Processor start() {
        return new FoldedTable(this);
    }

    /** The fields of the input without the operation; keyed by the key. */
    public static StreamType outputType(StreamType in, int key, int operation) {
        List<Field> fields = new ArrayList<>(in.schema().fields());
        if (operation >= 0) fields.remove(operation);
        int at = operation >= 0 && operation < key ? key - 1 : key;
        return new StreamType(Schema.ofChanges(fields), at);
    }
}
