package millrace.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * An ascending list of rows that one thread appends to while others read: what lies below {@link #size} never changes.
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

    private int[] items = {};
    private int size;

    void add(int item) {
        if (size == items.length) items = Arrays.copyOf(items, Math.max(8, size * 2));
        items[size] = item;
        SIZE.setRelease(this, size + 1);
    }

    int size() {
        return (int) SIZE.getAcquire(this);
    }

    int get(int place) {
        return items[place];
    }

    /** How many items are below {@code limit}. */
    int below(int limit) {
        int low = 0;
        int high = size();
        int[] list = items;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list[middle] < limit) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /** The last item below {@code limit}, or -1. */
    int lastBelow(int limit) {
        int count = below(limit);
        return count == 0 ? -1 : items[count - 1];
    }

    /** The first item from {@code limit} on, or -1. */
    int firstFrom(int limit) {
        int count = below(limit);
        return count == size() ? -1 : items[count];
    }
}
