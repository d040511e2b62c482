package millrace.trace;

import java.util.Arrays;
import millrace.operator.Note;
import org.jspecify.annotations.Nullable;

/** The notes of a run, by number. One thread appends; a note can be read once the row that names it is published. */
final class Notes {
    private static final int BITS = 10;

    private @Nullable Note[][] chunks = {};
    private int size;

    int append(Note note) {
        int chunk = size >>> BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk + 1);
            chunks[chunk] = new Note[1 << BITS];
        }
        chunks[chunk][size & (1 << BITS) - 1] = note;
        return size++;
    }

    Note get(int number) {
        Note note = chunks[number >>> BITS][number & (1 << BITS) - 1];
        if (note == null) throw new IllegalArgumentException("no note " + number);
        return note;
    }
}
