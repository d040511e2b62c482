package millrace.operator;

import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate at its place in a row. It keeps nothing in fields but its configuration: all that it knows of a window is in
 * the row's numbers (from {@link #at}) and references (from {@link #ref}), so copying a row copies it.
 */
abstract class Aggregate {
    /** Offset of its first number in a row. */
    final int at;
    /** Offset of its reference in a row, if it has one. */
    final int ref;
    /** Slot of its result in a pane. */
    final int out;

    Aggregate(Place place) {
        at = place.at();
        ref = place.ref();
        out = place.out();
    }

    /** Where an aggregate lives; see the fields of the same names. */
    record Place(int at, int ref, int out) {}

    /** How many numbers it keeps in a row. */
    abstract int width();

    /** Whether it keeps a reference in a row. */
    boolean hasReference() {
        return false;
    }

    /** Makes the row's part say "nothing yet"; the numbers are 0 and the reference null before. */
    void clear(long[] cells, int row) {}

    /** Takes an event in; {@code order} numbers the events of the operator by arrival. */
    abstract void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order);

    /** Takes an event out that was taken in before; only of inputs that take back what they said. */
    void remove(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event) {
        throw new IllegalStateException("takes nothing back");
    }

    /** Takes in what another row of the same layout holds, which stays as it is. */
    abstract void merge(Rows to, int row, Rows from, int fromRow);

    /** Writes the result into a pane. */
    abstract void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums,
            @Nullable Object[] out);
}
