package millrace.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * An ascending list of rows that one thread appends to while others read: what lies below {@link #size} never changes. As a
 * rule two bytes a row.
 */
final class IntList {
    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(IntList.class, "size", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Column[] chunks = {};
    private int size;

    void add(int item) {
        int chunk = size >>> Column.BITS;
        if (chunk == chunks.length) {
            Column[] more = Arrays.copyOf(chunks, chunk + 1);
            more[chunk] = new Column(0, item);
            chunks = more;
        }
        chunks[chunk].set(size & Column.ROOM - 1, item);
        SIZE.setRelease(this, size + 1);
    }

    int size() {
        return (int) SIZE.getAcquire(this);
    }

    int get(int place) {
        return (int) chunks[place >>> Column.BITS].get(place & Column.ROOM - 1);
    }

    /** How many items are below {@code limit}. */
    int below(int limit) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle) < limit) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /** The last item below {@code limit}, or -1. */
    int lastBelow(int limit) {
        int count = below(limit);
        return count == 0 ? -1 : get(count - 1);
    }

    /** The first item from {@code limit} on, or -1. */
    int firstFrom(int limit) {
        int count = below(limit);
        return count == size() ? -1 : get(count);
    }

    long bytes() {
        long bytes = 0;
        for (Column chunk : chunks)
            bytes += chunk.bytes();
        return bytes;
    }
}
