package millrace.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Optional;
import millrace.event.Event;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The content of every event of a run, once, in columns by schema; and the row of the trace in which each was first seen.
 * One thread appends; what the published rows speak of never changes.
 */
final class EventStore {
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int BITS = 12;
    private static final int CHUNK = 1 << BITS;
    private static final int MASK = CHUNK - 1;

    private static final class Table {
        final Schema schema;
        final int nums;
        final int refs;
        long[][] times = {};
        long[][] numbers = {};
        @Nullable
        Object[][] references = {};
        int size;

        Table(Schema schema) {
            this.schema = schema;
            nums = schema.nums();
            refs = schema.refs();
        }

        int append(Event event) {
            int row = size++;
            int chunk = row >>> BITS;
            if ((row & MASK) == 0) grow(chunk);
            int place = row & MASK;
            times[chunk][place] = event.time;
            for (int i = 0; i < nums; i++)
                numbers[chunk][place * nums + i] = event.num(i);
            for (int i = 0; i < refs; i++)
                references[chunk][place * refs + i] = event.ref(i);
            return row;
        }

        private void grow(int chunk) {
            times = Arrays.copyOf(times, chunk + 1);
            numbers = Arrays.copyOf(numbers, chunk + 1);
            references = Arrays.copyOf(references, chunk + 1);
            times[chunk] = new long[CHUNK];
            numbers[chunk] = new long[CHUNK * nums];
            references[chunk] = new Object[CHUNK * refs];
        }

        @Nullable
        Object reference(int row, int field) {
            return references[row >>> BITS][(row & MASK) * refs + schema.slot(field)];
        }

        Event event(long id, int row) {
            int chunk = row >>> BITS;
            int place = row & MASK;
            long[] n = Arrays.copyOfRange(numbers[chunk], place * nums, place * nums + nums);
            @Nullable
            Object[] r = Arrays.copyOfRange(references[chunk], place * refs, place * refs + refs);
            return new Event(id, times[chunk][place], schema, n, r);
        }
    }

    private Table[] tables = {};
    /** By id, chunk by chunk: number of the table + 1 and row in it; 0 = not seen. */
    private long[][] places = {};
    private int[][] born = {};
    private int[][] last = {};

    /** Keeps the event unless it is known; {@code row} is the row of the trace that speaks of it. Gives its id. */
    int keep(Event event, int row) {
        int id = Math.toIntExact(event.id);
        int chunk = id >>> BITS;
        if (chunk >= places.length) grow(chunk);
        if (places[chunk][id & MASK] == 0) {
            int table = table(event.schema);
            born[chunk][id & MASK] = row;
            last[chunk][id & MASK] = -1;
            places[chunk][id & MASK] = (long) (table + 1) << 32 | tables[table].append(event);
        }
        return id;
    }

    private void grow(int chunk) {
        int old = places.length;
        places = Arrays.copyOf(places, chunk + 1);
        born = Arrays.copyOf(born, chunk + 1);
        last = Arrays.copyOf(last, chunk + 1);
        for (int i = old; i <= chunk; i++) {
            places[i] = new long[CHUNK];
            born[i] = new int[CHUNK];
            last[i] = new int[CHUNK];
        }
    }

    private int table(Schema schema) {
        for (int i = 0; i < tables.length; i++) {
            if (tables[i].schema == schema) return i;
        }
        tables = Arrays.copyOf(tables, tables.length + 1);
        tables[tables.length - 1] = new Table(schema);
        return tables.length - 1;
    }

    private long place(long id) {
        int chunk = (int) (id >>> BITS);
        return id < 0 || id >>> BITS >= places.length ? 0 : places[chunk][(int) id & MASK];
    }

    Optional<Event> find(long id) {
        return place(id) == 0 ? Optional.empty() : Optional.of(get(id));
    }

    Event get(long id) {
        long place = place(id);
        if (place == 0) throw new IllegalArgumentException("no event " + id);
        return tables[(int) (place >>> 32) - 1].event(id, (int) place);
    }

    Optional<Object> value(long id, int field) {
        long place = place(id);
        Table table = tables[(int) (place >>> 32) - 1];
        if (field >= table.schema.fields().size()) return Optional.empty();
        return Optional.ofNullable(table.schema.type(field).isReference() ? table.reference((int) place, field)
                : get(id).value(field));
    }

    long time(long id) {
        long place = place(id);
        int row = (int) place;
        return tables[(int) (place >>> 32) - 1].times[row >>> BITS][row & MASK];
    }

    /** The first row of the trace that speaks of the event. */
    int born(long id) {
        return born[(int) (id >>> BITS)][(int) id & MASK];
    }

    /** The last row that speaks of the event, as its subject or as a parent; -1 if there is none yet. */
    int last(long id) {
        return (int) INTS.getAcquire(last[(int) (id >>> BITS)], (int) id & MASK);
    }

    /** Makes {@code row} the last that speaks of the event; the row itself must be complete. */
    void last(int id, int row) {
        INTS.setRelease(last[id >>> BITS], id & MASK, row);
    }
}
