package millrace.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;

/** A table that is edited by chance, and the changes that say so. Rows stand in the order in which they were last written. */
final class Edits {
    static final List<Field> FIELDS = List.of(new Field("id", FieldType.STRING), new Field("part", FieldType.STRING),
            new Field("whole", FieldType.LONG), new Field("decimal", FieldType.DOUBLE),
            new Field("text", FieldType.STRING));
    static final Schema CHANGES = Schema.ofChanges(FIELDS);
    static final StreamType TYPE = new StreamType(CHANGES, 0);
    private static final List<Long> WHOLES = List.of(0L, 1L, 2L, 3L, -1L, 5L, 5L, Long.MAX_VALUE, Long.MIN_VALUE + 1);
    private static final List<Double> DECIMALS = List.of(0.1, 0.2, 0.3, -0.1, 1e16, 1.0, -1e16, 1e308, -1e308, 1e-300,
            4.9e-324, 7.25, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);

    final Map<String, Event> table = new LinkedHashMap<>();
    private final Random random;
    private final int keys;
    private long time;

    Edits(Random random, int keys) {
        this.random = random;
        this.keys = keys;
    }

    /** Inserts, updates or deletes a row; an update may move it to another part or leave it as it is. */
    List<Event> next(Harness harness) {
        time += random.nextInt(3);
        String id = "k" + random.nextInt(keys);
        Event before = table.remove(id);
        if (before != null && random.nextInt(3) == 0) return List.of(change(harness, ChangeKind.DELETE, before));
        Event after = row(harness, id, before);
        table.put(id, after);
        if (before == null) return List.of(after);
        return List.of(change(harness, ChangeKind.UPDATE_BEFORE, before), after);
    }

    private Event row(Harness harness, String id, Event before) {
        String part = random.nextInt(8) == 0 ? null : String.valueOf((char) ('A' + random.nextInt(3)));
        Long whole = random.nextInt(6) == 0 ? null : WHOLES.get(random.nextInt(WHOLES.size()));
        Double decimal = random.nextInt(6) == 0 ? null : DECIMALS.get(random.nextInt(DECIMALS.size()));
        String text = random.nextInt(6) == 0 ? null : "t" + random.nextInt(3);
        ChangeKind kind = before == null ? ChangeKind.INSERT : ChangeKind.UPDATE_AFTER;
        return harness.make(CHANGES, time, kind, id, part, whole, decimal, text);
    }

    private Event change(Harness harness, ChangeKind kind, Event row) {
        return harness.make(CHANGES, time, kind, Fold.values(row).toArray());
    }

    List<Event> rows() {
        return new ArrayList<>(table.values());
    }
}
