package millrace.simulation;

import millrace.operator.SourceSpec.InMemory;
import millrace.operator.WatermarkSpec;
import org.jspecify.annotations.Nullable;

/** Rows held by whoever runs the plan. */
final class MemoryFeed extends SourceFeed {
    private static final long[][] UNASKED = {};
    private final InMemory.Table rows;
    private final int size;
    private final long start;
    private final boolean ingestion;
    /** For each partition the smallest event time from each row on; {@link #UNASKED} unless the watermark is perfect. */
    private final long[][] smallest;
    /** The present row; -1 = before the first. The only thing that changes. */
    private int at = -1;

    MemoryFeed(InMemory spec, long start) {
        this(spec.rows(), start, spec.timing().ingestion(),
                spec.timing().watermark() instanceof WatermarkSpec.Perfect
                        ? smallest(spec.rows(), spec.timing().partitions().size())
                        : UNASKED);
    }

    private MemoryFeed(InMemory.Table rows, long start, boolean ingestion, long[][] smallest) {
        this.rows = rows;
        this.size = rows.size();
        this.start = start;
        this.ingestion = ingestion;
        this.smallest = smallest;
    }

    private static long[][] smallest(InMemory.Table rows, int partitions) {
        long[][] smallest = new long[partitions][rows.size() + 1];
        for (int p = 0; p < partitions; p++) {
            smallest[p][rows.size()] = NOTHING;
            for (int i = rows.size() - 1; i >= 0; i--) {
                long own = rows.partition(i) == p ? rows.eventTime(i) : NOTHING;
                smallest[p][i] = Math.min(own, smallest[p][i + 1]);
            }
        }
        return smallest;
    }

    @Override
    boolean advance() {
        if (at < size) at++;
        return at < size;
    }

    @Override
    long arrival() {
        return Math.max(start, rows.arrival(at));
    }

    @Override
    long eventTime() {
        return ingestion ? arrival() : rows.eventTime(at);
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
    long upcoming(int partition) {
        return smallest[partition][Math.min(at + 1, size)];
    }

    @Override
    long total() {
        return size;
    }

    @Override
    SourceFeed copy() {
        MemoryFeed copy = new MemoryFeed(rows, start, ingestion, smallest);
        copy.at = at;
        return copy;
    }

    @Override
    long hash() {
        return Hashing.mix(at);
    }
}
