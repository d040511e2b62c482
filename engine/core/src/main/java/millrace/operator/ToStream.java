package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of each change: what it does in words ("+I", "-U", "+U", "-D"), then the row. From here on it is an event like any
 * other.
 *
 * @param in type of the input
 * @param out type of the output, see {@link #outputType}
 */
public record ToStream(StreamType in, StreamType out) implements Operator {
    /** The row's fields after one for the operation; the key stays. */
    public static StreamType outputType(StreamType in, String operation) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(operation, FieldType.STRING));
        fields.addAll(in.schema().fields());
        return new StreamType(Schema.of(fields), in.keyed() ? in.key() + 1 : StreamType.UNKEYED);
    }

    @Override
    public Processor start() {
        return new OneByOne() {
            @Override
            public void onEvent(Context context, Event event, int port) {
                Event record = record(context, event);
                context.derived(record, event);
                context.send(0, record);
            }
        };
    }

    private Event record(Context context, Event event) {
        Schema schema = out.schema();
        long[] nums = schema.newNums();
        @Nullable
        Object[] refs = schema.newRefs();
        refs[schema.slot(0)] = ChangeKind.of(event).sign();
        for (int i = 0; i < event.schema.fields().size(); i++)
            Changes.copy(event, i, schema, i + 1, nums, refs);
        return context.event(event.time, schema, nums, refs);
    }
}
