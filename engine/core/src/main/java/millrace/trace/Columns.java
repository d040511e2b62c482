package millrace.trace;

import java.util.Arrays;
import millrace.event.Watermark;

/**
 * The rows of a trace in columns: chunks of 4,096 rows, as a rule 20 to 26 bytes a row, since what lies near each other is kept as
 * differences (see {@link Column}). One thread appends; rows below the published size of the {@link Trace} never change.
 *
 * <p>What the figures mean depends on the kind (see {@link TraceRecorder}): {@code subject} is an event, {@code window} a
 * window, an input or a duration, {@code figure} a watermark or another long, {@code link} the row before of the same window or
 * a wire, {@code tally} how many events the window has after this row, or the firing before, {@code again} the row before that
 * speaks of the same event. Rows before are kept as distances, watermarks as distances from the row's time.
 */
final class Columns {
    private static final int BITS = Column.BITS;
    private static final int CHUNK = Column.ROOM;
    private static final int MASK = CHUNK - 1;
    /** Of the byte that says kind and flag. */
    private static final int KIND_BITS = 5;
    private static final int KIND = (1 << KIND_BITS) - 1;

    private static final class Chunk {
        final byte[] kind = new byte[CHUNK];
        final short[] node = new short[CHUNK];
        final Column step;
        final Column at;
        final Column subject;
        final Column window;
        final Column link;
        final Column tally;
        final Column again;
        final Column figure;

        Chunk(long firstStep, long firstAt, long firstSubject) {
            step = new Column(CHUNK, firstStep);
            at = new Column(CHUNK, firstAt);
            subject = new Column(CHUNK, firstSubject);
            window = new Column(CHUNK, 0);
            link = new Column(CHUNK, 0);
            tally = new Column(CHUNK, 0);
            again = new Column(CHUNK, 0);
            figure = new Column(CHUNK, 0);
        }

        long bytes() {
            long bytes = kind.length + node.length * Short.BYTES;
            for (Column column : new Column[] {step, at, subject, window, link, tally, again, figure})
                bytes += column.bytes();
            return bytes;
        }
    }

    private Chunk[] chunks = {};
    private int size;
    /** The event of the last row that had one. */
    private int newest;

    int size() {
        return size;
    }

    int append(FactKind kind, int flag, int node, long step, long at) {
        int row = size++;
        int place = row & MASK;
        if (place == 0) grow(row >>> BITS, step, at);
        Chunk c = chunks[row >>> BITS];
        c.kind[place] = (byte) (flag << KIND_BITS | kind.ordinal());
        c.node[place] = (short) node;
        c.step.set(place, step);
        c.at.set(place, at);
        return row;
    }

    private void grow(int chunk, long step, long at) {
        if (chunk == chunks.length) chunks = Arrays.copyOf(chunks, Math.max(4, chunk * 2));
        chunks[chunk] = new Chunk(step, at, newest);
    }

    void put(int row, int subject, int window, int link, long figure) {
        Chunk c = chunks[row >>> BITS];
        int place = row & MASK;
        FactKind kind = Facts.KINDS[kind(row)];
        if (subject != 0) newest = subject;
        c.subject.set(place, subject == 0 ? newest : subject);
        c.window.set(place, window);
        c.link.set(place, linksRows(kind) ? distance(row, link) : link);
        c.figure.set(place, isTime(kind, flag(row)) ? sinceRow(figure, at(row)) : figure);
    }

    /** Whether the link is the row before of the same window; else it is a wire. */
    private static boolean linksRows(FactKind kind) {
        return switch (kind) {
            case ADDED, MERGED, FIRED, EXPIRED -> true;
            default -> false;
        };
    }

    /** Whether the tally is a row; else it is a count. */
    private static boolean talliesRows(FactKind kind) {
        return kind == FactKind.FIRED || kind == FactKind.DERIVED;
    }

    /** Whether the figure is a watermark. */
    private static boolean isTime(FactKind kind, int flag) {
        return switch (kind) {
            case ADDED, FIRED, DROPPED, EXPIRED, ADVANCED, INPUT_ADVANCED -> true;
            case DELIVERED -> flag == Facts.WATERMARK;
            default -> false;
        };
    }

    /** No row (-1) is 0, any other how far it is back. */
    private static long distance(int row, int before) {
        return before < 0 ? 0 : row - before;
    }

    private static int before(int row, long distance) {
        return distance == 0 ? -1 : row - (int) distance;
    }

    /** A watermark without its time is far from all others, and would make every row of its chunk wide. */
    private static long sinceRow(long watermark, long at) {
        if (watermark == Watermark.NONE) return -1;
        if (watermark == Watermark.FINAL) return -2;
        long since = watermark - at;
        return since < 0 ? since - 2 : since;
    }

    private static long time(long since, long at) {
        if (since == -1) return Watermark.NONE;
        if (since == -2) return Watermark.FINAL;
        return at + (since < 0 ? since + 2 : since);
    }

    int kind(int row) {
        return chunks[row >>> BITS].kind[row & MASK] & KIND;
    }

    int flag(int row) {
        return (chunks[row >>> BITS].kind[row & MASK] & 0xff) >>> KIND_BITS;
    }

    int node(int row) {
        return chunks[row >>> BITS].node[row & MASK];
    }

    long step(int row) {
        return chunks[row >>> BITS].step.get(row & MASK);
    }

    long at(int row) {
        return chunks[row >>> BITS].at.get(row & MASK);
    }

    /** An event; any number where the row speaks of none. */
    int subject(int row) {
        return (int) chunks[row >>> BITS].subject.get(row & MASK);
    }

    int window(int row) {
        return (int) chunks[row >>> BITS].window.get(row & MASK);
    }

    int link(int row) {
        long link = chunks[row >>> BITS].link.get(row & MASK);
        return linksRows(Facts.KINDS[kind(row)]) ? before(row, link) : (int) link;
    }

    void tally(int row, int tally) {
        boolean rows = talliesRows(Facts.KINDS[kind(row)]);
        chunks[row >>> BITS].tally.set(row & MASK, rows ? distance(row, tally) : tally);
    }

    int tally(int row) {
        long tally = chunks[row >>> BITS].tally.get(row & MASK);
        return talliesRows(Facts.KINDS[kind(row)]) ? before(row, tally) : (int) tally;
    }

    void again(int row, int again) {
        chunks[row >>> BITS].again.set(row & MASK, distance(row, again));
    }

    int again(int row) {
        return before(row, chunks[row >>> BITS].again.get(row & MASK));
    }

    long figure(int row) {
        long figure = chunks[row >>> BITS].figure.get(row & MASK);
        return isTime(Facts.KINDS[kind(row)], flag(row)) ? time(figure, at(row)) : figure;
    }

    /** What all of it takes. */
    long bytes() {
        long bytes = 0;
        for (Chunk chunk : chunks)
            if (chunk != null) bytes += chunk.bytes();
        return bytes;
    }
}
