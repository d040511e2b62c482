package millrace.operator;

import java.util.Arrays;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/** Takes the fields of events of one schema over into changes of a table that begins with the same fields. */
final class RowCopy {
    private final Schema from;
    private final Schema to;

    RowCopy(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    /** A change that says what is in the fields of {@code row}. */
    Event change(Context c, ChangeKind kind, Event row, long time) {
        long[] nums = to.newNums();
        @Nullable
        Object[] refs = to.newRefs();
        kind.write(nums);
        put(row, 0, nums, refs);
        return c.event(time, to, nums, refs);
    }

    /** Writes the row's fields to the fields from {@code first} on. */
    void put(Event row, int first, long[] nums, @Nullable Object[] refs) {
        for (int i = 0; i < from.fields().size(); i++) {
            int slot = from.slot(i);
            if (from.type(i).isReference()) refs[to.slot(first + i)] = row.ref(slot);
            else
                nums[to.slot(first + i)] = row.num(slot);
        }
    }

    /** Makes the fields from {@code first} on absent. */
    void clear(int first, long[] nums, @Nullable Object[] refs) {
        for (int i = 0; i < from.fields().size(); i++) {
            if (from.type(i).isReference()) refs[to.slot(first + i)] = null;
            else
                nums[to.slot(first + i)] = Event.ABSENT;
        }
    }

    /** Whether two rows say the same in every field. */
    static boolean same(Event a, Event b) {
        int fields = a.schema.fields().size();
        @Nullable
        Object[] left = new Object[fields];
        @Nullable
        Object[] right = new Object[fields];
        for (int i = 0; i < fields; i++) {
            left[i] = a.value(i);
            right[i] = b.value(i);
        }
        return Arrays.equals(left, right);
    }
}
