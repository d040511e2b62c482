package millrace.trace;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list of what stands in some rows of a trace, made when asked for. */
final class OnDemand<T> extends AbstractList<T> implements RandomAccess {
    private final int[] rows;
    private final int size;
    private final IntFunction<T> view;

    OnDemand(int[] rows, int size, IntFunction<T> view) {
        this.rows = rows;
        this.size = size;
        this.view = view;
    }

    OnDemand(int[] rows, IntFunction<T> view) {
        this(rows, rows.length, view);
    }

    @Override
    public T get(int place) {
        return view.apply(rows[Objects.checkIndex(place, size)]);
    }

    @Override
    public int size() {
        return size;
    }
}
