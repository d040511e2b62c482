package millrace.simulation;

import millrace.operator.SourceSpec.File;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, read in portions as they are needed. See {@link RowReader} for when rows arrive and
 * {@link FilePortions} for what is kept in memory and what going back costs.
 */
final class FileFeed extends SourceFeed {
    private final FilePortions file;
    /** The portion at hand, and the number of the next one. */
    private Rows rows;
    private int following;
    /** The present row in the portion; -1 = before its first. */
    private int at = -1;
    /** Reads portions that are not kept; made anew when it is needed, never copied. */
    private @Nullable RowReader reader;
    /** For each partition the smallest event times in the portion at hand; only for the perfect watermark. */
    private long[][] smallest = {};

    FileFeed(File spec, long start) {
        this.file = new FilePortions(spec, start);
        rows = new Rows.Builder(spec.type().schema(), 0).build();
        foresee();
    }

    private FileFeed(FileFeed other) {
        file = other.file;
        rows = other.rows;
        following = other.following;
        at = other.at;
        smallest = other.smallest;
    }

    @Override
    boolean advance() {
        if (at < rows.size()) at++;
        if (at < rows.size()) return true;
        rows = portion(following);
        if (rows.size() > 0) following++;
        at = 0;
        foresee();
        return rows.size() > 0;
    }

    private Rows portion(int number) {
        if (file.keeps(number)) return file.portion(number);
        if (reader == null) reader = file.readerAt(number);
        return reader.next();
    }

    private void foresee() {
        if (!file.foresees()) return;
        smallest = new long[file.spec().timing().partitions().size()][];
        for (int p = 0; p < smallest.length; p++)
            smallest[p] = rows.smallestFrom(p, file.smallestFrom(p, following));
    }

    @Override
    long arrival() {
        return rows.arrival(at);
    }

    @Override
    long eventTime() {
        return file.spec().timing().ingestion() ? rows.arrival(at) : rows.eventTime(at);
    }

    @Override
    int partition() {
        return rows.partition(at);
    }

    @Override
    void values(long[] nums, @Nullable Object[] refs) {
        rows.values(at, nums, refs);
    }

    @Override
    boolean rejected() {
        return rejection() != null;
    }

    @Override
    @Nullable
    Rejection rejection() {
        return rows.rejection(at);
    }

    @Override
    long upcoming(int partition) {
        return smallest[partition][Math.min(at + 1, rows.size())];
    }

    @Override
    long total() {
        return file.total();
    }

    @Override
    SourceFeed copy() {
        return new FileFeed(this);
    }

    @Override
    long hash() {
        return Hashing.add(following, at);
    }
}
