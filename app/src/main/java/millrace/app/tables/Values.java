package millrace.app.tables;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;

/** The values of an event in order, as they compare. */
final class Values {
    private Values() {}

    static List<Object> of(Event event) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < event.schema.fields().size(); i++) {
            Object value = event.value(i);
            values.add(value == null ? "" : value);
        }
        return values;
    }
}
