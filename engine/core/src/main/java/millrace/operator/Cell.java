package millrace.operator;

import org.jspecify.annotations.Nullable;

/** A collection that a row holds among its references. Mutable, so a row's copy has its own. */
interface Cell {
    Cell copy();

    long hash();

    /** A copy of references in which every cell is copied and all else, being immutable, shared. */
    static @Nullable Object[] copy(@Nullable Object[] refs, int length) {
        @Nullable
        Object[] copy = new Object[length];
        for (int i = 0; i < length; i++)
            copy[i] = refs[i] instanceof Cell c ? c.copy() : refs[i];
        return copy;
    }
}
