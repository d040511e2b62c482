package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.operator.SourceSpec.File;
import millrace.operator.WatermarkSpec;

/**
 * The portions of rows of one file, shared by a feed and its copies. The first ones, up to {@value #KEPT_ROWS} rows and some
 * megabytes, stay in memory once they are read, so that going back in a run costs nothing. A feed beyond them reads for itself,
 * and a copy that has to find its place there again reads the file from its beginning: about a second for a million rows.
 *
 * <p>For the perfect watermark the file is read once before the run; of each portion the smallest event time is kept, and
 * within the portion at hand it is worked out row by row: the file is read twice, and memory stays flat.
 *
 * <p>Copies may be used at the same time, by a run and by someone who looks back in it: the methods are synchronized.
 */
final class FilePortions {
    private static final int KEPT_ROWS = 1 << 17;
    /** Numbers and references kept, at most: 64 MB and what the texts need. */
    private static final long KEPT_CELLS = 1 << 23;
    private final File spec;
    private final long start;
    private final List<Rows> kept = new ArrayList<>();
    private long rows;
    private long cells;
    /** Reads what is kept, then goes to the first feed that needs more. */
    private final RowReader reader;
    private boolean full;
    private boolean complete;
    private boolean given;
    /** {@code smallest[p][n]}: smallest event time of partition p in portion n and all after it; empty = not worked out. */
    private long[][] smallest = {};

    FilePortions(File spec, long start) {
        this.spec = spec;
        this.start = start;
        reader = new RowReader(spec, start);
    }

    /** Whether a portion is, or will be, among the kept ones: {@link #portion} may be asked. */
    synchronized boolean keeps(int number) {
        while (kept.size() <= number && !full && !complete)
            read();
        return number < kept.size() || complete;
    }

    private void read() {
        Rows next = reader.next();
        if (next.size() == 0) {
            complete = true;
            return;
        }
        kept.add(next);
        rows += next.size();
        cells += (long) next.size() * (3 + spec.type().schema().nums() + 4L * spec.type().schema().refs());
        full = rows >= KEPT_ROWS || cells >= KEPT_CELLS;
    }

    /** A kept portion; an empty one past the end. */
    synchronized Rows portion(int number) {
        return number < kept.size() ? kept.get(number) : new Rows.Builder(spec.type().schema(), 0).build();
    }

    /** A reader that stands before the portion, which is not kept. */
    synchronized RowReader readerAt(int number) {
        if (!given && number == kept.size()) {
            given = true;
            return reader;
        }
        return anew(number);
    }

    private RowReader anew(int number) {
        RowReader again = new RowReader(spec, start);
        for (int i = 0; i < number; i++)
            again.next();
        return again;
    }

    /** Rows in all; -1 if the file is too long to know. */
    synchronized long total() {
        return complete ? rows : -1;
    }

    /** The smallest event time of a partition in portion {@code number} and all after it. */
    synchronized long smallestFrom(int partition, int number) {
        if (smallest.length == 0) smallest = readAhead();
        long[] ofPartition = smallest[partition];
        return ofPartition[Math.min(number, ofPartition.length - 1)];
    }

    private long[][] readAhead() {
        int partitions = spec.timing().partitions().size();
        List<long[]> found = new ArrayList<>();
        for (int n = 0; keeps(n) && portion(n).size() > 0; n++)
            found.add(smallestOf(portion(n), partitions));
        if (!complete) {
            RowReader ahead = anew(found.size());
            for (Rows next = ahead.next(); next.size() > 0; next = ahead.next())
                found.add(smallestOf(next, partitions));
        }
        return fromEachOn(found, partitions);
    }

    private static long[] smallestOf(Rows rows, int partitions) {
        long[] result = new long[partitions];
        for (int p = 0; p < partitions; p++)
            result[p] = rows.smallestFrom(p, SourceFeed.NOTHING)[0];
        return result;
    }

    private static long[][] fromEachOn(List<long[]> found, int partitions) {
        long[][] result = new long[partitions][found.size() + 1];
        for (int p = 0; p < partitions; p++) {
            result[p][found.size()] = SourceFeed.NOTHING;
            for (int n = found.size() - 1; n >= 0; n--)
                result[p][n] = Math.min(result[p][n + 1], found.get(n)[p]);
        }
        return result;
    }

    /** Whether the source's watermark is perfect, so that feeds need {@link #smallestFrom}. */
    boolean foresees() {
        return spec.timing().watermark() instanceof WatermarkSpec.Perfect && !spec.timing().ingestion();
    }

    File spec() {
        return spec;
    }
}
