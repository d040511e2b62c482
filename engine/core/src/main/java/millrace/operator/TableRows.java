package millrace.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** A table: the row of each key, in the order in which the keys came. A key is one field or several, or none: then there is one row. */
final class TableRows {
    private final Map<Row, Event> rows;

    TableRows() {
        this(new LinkedHashMap<>());
    }

    private TableRows(Map<Row, Event> rows) {
        this.rows = rows;
    }

    /** In the order in which they came. */
    List<Row> keys() {
        return List.copyOf(rows.keySet());
    }

    @Nullable
    Event at(Row key) {
        return rows.get(key);
    }

    void put(Row key, Event event) {
        rows.put(key, event);
    }

    /** Takes a row out and gives it. */
    @Nullable
    Event remove(Row key) {
        return rows.remove(key);
    }

    /** The row that has been there longest. */
    Optional<Map.Entry<Row, Event>> eldest() {
        return rows.entrySet().stream().findFirst();
    }

    TableRows copy() {
        return new TableRows(new LinkedHashMap<>(rows));
    }

    View.Table view() {
        List<Event> shown = new ArrayList<>();
        for (Event row : rows.values()) {
            if (shown.size() == View.MOST) break;
            shown.add(row);
        }
        return new View.Table(shown, rows.size());
    }

    /** The order counts: it is seen. */
    long hash() {
        long h = rows.size();
        for (Event row : rows.values())
            h = Numbers.mix(h, Numbers.hash(row));
        return h;
    }
}
