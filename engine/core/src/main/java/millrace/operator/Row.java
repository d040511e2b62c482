package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** What an event says in its fields, whatever its identity, time and marks: equal if all fields are. */
final class Row {
    private final List<@Nullable Object> values;

    Row(Event event) {
        int size = event.schema.fields().size();
        values = new ArrayList<>(size);
        for (int i = 0; i < size; i++)
            values.add(event.value(i));
    }

    /** Only some of the fields. */
    Row(Event event, List<Integer> fields) {
        values = new ArrayList<>(fields.size());
        for (int field : fields)
            values.add(event.value(field));
    }

    long hash() {
        long h = values.size();
        for (Object value : values)
            h = Numbers.mix(h, Numbers.hash(value));
        return h;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
