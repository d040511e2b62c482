package millrace.operator;

import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/** Makes changes of rows. */
final class Changes {
    private Changes() {}

    /** Sends a row of a changelog once more, as another kind of change, at the event time of what caused it. */
    static Event send(Context c, int output, ChangeKind kind, Event row, Event cause) {
        Schema schema = row.schema;
        long[] nums = schema.newNums();
        @Nullable
        Object[] refs = schema.newRefs();
        for (int i = 0; i < schema.fields().size(); i++)
            copy(row, i, schema, i, nums, refs);
        kind.write(nums);
        Event change = c.event(cause.time, schema, nums, refs);
        c.derived(change, cause);
        if (row != cause) c.derived(change, row);
        c.send(output, change);
        return change;
    }

    /** Copies a field of a row to a field of another schema, of the same type. */
    static void copy(Event row, int from, Schema schema, int to, long[] nums, @Nullable Object[] refs) {
        int slot = row.schema.slot(from);
        if (schema.type(to).isReference()) refs[schema.slot(to)] = row.ref(slot);
        else
            nums[schema.slot(to)] = row.num(slot);
    }

    /** Whether a row holds these values in all its fields. */
    static boolean same(Event row, long[] nums, @Nullable Object[] refs) {
        Schema schema = row.schema;
        for (int i = 0; i < schema.fields().size(); i++) {
            int slot = schema.slot(i);
            boolean same = schema.type(i).isReference() ? same(row.ref(slot), refs[slot])
                    : row.num(slot) == nums[slot];
            if (!same) return false;
        }
        return true;
    }

    /** Whether two rows of the same fields are the same in all of them. */
    static boolean same(Event a, Event b) {
        for (int i = 0; i < a.schema.fields().size(); i++) {
            int x = a.schema.slot(i);
            int y = b.schema.slot(i);
            FieldType type = a.schema.type(i);
            boolean same = type.isReference() ? same(a.ref(x), b.ref(y)) : a.num(x) == b.num(y);
            if (!same) return false;
        }
        return true;
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == null ? b == null : a.equals(b);
    }
}
