package millrace.trace;

import java.util.stream.IntStream;

/** Ascending rows of a trace; a view that may grow while a run is being recorded. */
public final class Rows {
    private final IntList list;
    private final int limit;

    Rows(IntList list, int limit) {
        this.list = list;
        this.limit = list.below(limit);
    }

    public int size() {
        return limit;
    }

    /** @param place from 0 to {@link #size} - 1 */
    public int get(int place) {
        return list.get(java.util.Objects.checkIndex(place, limit));
    }

    /** How many of the rows are before {@code row}. */
    public int before(int row) {
        return Math.min(list.below(row), limit);
    }

    public IntStream stream() {
        return IntStream.range(0, limit).map(list::get);
    }
}
