package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.event.ChangeKind;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Lays changes on one another, and holds them to be sound: a row comes where none is, goes as it was, and is replaced by another one
 * right after it has gone.
 */
final class Fold {
    /** The field that is the key; -1 = there is one row. */
    private final int key;
    private final Map<Object, List<@Nullable Object>> rows = new LinkedHashMap<>();
    private @Nullable Event before;

    Fold(int key) {
        this.key = key;
    }

    void take(List<Event> changes) {
        changes.forEach(this::take);
        assertNull(before, "an update without its second half");
    }

    private void take(Event change) {
        Object place = key < 0 ? "" : String.valueOf(change.value(key));
        List<@Nullable Object> row = values(change);
        ChangeKind kind = ChangeKind.of(change);
        if (kind.adds()) {
            Event was = before;
            assertEquals(kind == ChangeKind.UPDATE_AFTER, was != null, "halves of an update: " + change);
            if (was != null) assertFalse(values(was).equals(row), "an update that changes nothing: " + change);
            assertNull(rows.put(place, row), "a row comes where one is: " + change);
            before = null;
        } else {
            assertNull(before, "an update without its second half");
            assertEquals(rows.remove(place), row, "a row goes that was another: " + change);
            before = kind == ChangeKind.UPDATE_BEFORE ? change : null;
        }
    }

    static List<@Nullable Object> values(Event event) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < event.schema.fields().size(); i++)
            values.add(event.value(i));
        return values;
    }

    Map<Object, List<@Nullable Object>> rows() {
        return rows;
    }
}
