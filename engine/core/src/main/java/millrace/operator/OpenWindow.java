package millrace.operator;

import org.jspecify.annotations.Nullable;

/** A window [start, end) that has state: a row for each key that had an event in it. */
final class OpenWindow {
    final long start;
    final long end;
    final Rows rows;

    OpenWindow(long start, long end, Rows rows) {
        this.start = start;
        this.end = end;
        this.rows = rows;
    }

    OpenWindow copy(@Nullable Rows old) {
        return new OpenWindow(start, end, rows.copy(old));
    }

    boolean covers(long time) {
        return start <= time && time < end;
    }

    /** By end, then by start: the order in which windows fire. */
    int compareTo(long otherStart, long otherEnd) {
        return end != otherEnd ? Long.compare(end, otherEnd) : Long.compare(start, otherStart);
    }
}
