package millrace.simulation;

import java.util.List;
import millrace.operator.SourceSpec.Timetable;
import millrace.operator.SourceTiming;
import millrace.operator.WatermarkSpec;
import org.jspecify.annotations.Nullable;

/** The rows of a timetable, or of another source that knows all of them beforehand. A row that should arrive before the run begins arrives as it begins. */
final class TimetableFeed extends SourceFeed {
    private static final long[][] UNASKED = {};
    private final Rows rows;
    private final boolean ingestion;
    /** For each partition {@link Rows#smallestFrom}; {@link #UNASKED} unless the watermark is perfect. */
    private final long[][] smallest;
    /** The present row; -1 = before the first. The only thing that changes. */
    private int at = -1;

    TimetableFeed(Timetable table, long start) {
        this(rows(table, start), table.timing());
    }

    TimetableFeed(Rows rows, SourceTiming timing) {
        this(rows, timing.ingestion(), smallest(rows, timing));
    }

    private TimetableFeed(Rows rows, boolean ingestion, long[][] smallest) {
        this.rows = rows;
        this.ingestion = ingestion;
        this.smallest = smallest;
    }

    private static Rows rows(Timetable table, long start) {
        Rows.Builder rows = new Rows.Builder(table.type().schema(), table.rows().size());
        long newest = start;
        for (Timetable.Entry entry : table.rows()) {
            newest = Math.max(newest, entry.arrival());
            rows.add(entry.eventTime(), newest, entry.partition());
            List<@Nullable Object> values = entry.values();
            for (int field = 0; field < values.size(); field++)
                rows.put(field, values.get(field));
        }
        return rows.build();
    }

    private static long[][] smallest(Rows rows, SourceTiming timing) {
        if (!(timing.watermark() instanceof WatermarkSpec.Perfect)) return UNASKED;
        long[][] smallest = new long[timing.partitions().size()][];
        for (int p = 0; p < smallest.length; p++)
            smallest[p] = rows.smallestFrom(p, NOTHING);
        return smallest;
    }

    @Override
    boolean advance() {
        if (at < rows.size()) at++;
        return at < rows.size();
    }

    @Override
    long arrival() {
        return rows.arrival(at);
    }

    @Override
    long eventTime() {
        return ingestion ? rows.arrival(at) : rows.eventTime(at);
    }

    @Override
    int partition() {
        return rows.partition(at);
    }

    @Override
    boolean half() {
        return rows.half(at);
    }

    @Override
    void values(long[] nums, @Nullable Object[] refs) {
        rows.values(at, nums, refs);
    }

    @Override
    long upcoming(int partition) {
        return smallest[partition][Math.min(at + 1, rows.size())];
    }

    @Override
    long total() {
        return rows.size();
    }

    @Override
    SourceFeed copy() {
        TimetableFeed copy = new TimetableFeed(rows, ingestion, smallest);
        copy.at = at;
        return copy;
    }

    @Override
    long hash() {
        return Hashing.mix(at);
    }
}
