package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import millrace.operator.Interference;
import millrace.operator.Interference.Touch;
import millrace.operator.SourceSpec;
import millrace.operator.WatermarkSpec;
import org.jspecify.annotations.Nullable;

/** The earliest event times of the other feed's rows that are to leave, where some of them are not. */
record Foresight(long[][] smallest) {
    private static final int MOST = 1_000_000;

    static Foresight of(SourceSpec spec, SourceFeed base, Map<Long, Touch> touches) {
        Interference all = spec.timing().interference();
        boolean asked = spec.timing().watermark() instanceof WatermarkSpec.Perfect
                && !spec.timing().ingestion();
        long last = touches.values().stream().mapToLong(Touch::event).max().orElse(0);
        long until = all.stops()
                .stream()
                .filter(s -> !s.held())
                .mapToLong(Interference.Stop::to)
                .max()
                .orElse(Long.MIN_VALUE);
        if (!asked || last == 0 && until == Long.MIN_VALUE) return new Foresight(new long[0][]);
        return ahead(base.copy(), all, touches, last, until, spec.timing().partitions().size());
    }

    private static Foresight ahead(SourceFeed feed, Interference all, Map<Long, Touch> touches, long last,
            long until, int partitions) {
        List<long[]> rows = new ArrayList<>();
        long number = 0;
        boolean half = false;
        boolean more = true;
        while ((number < last || half || rows.isEmpty() || feed.arrival() < until) && rows.size() < MOST) {
            more = feed.advance();
            if (!more) break;
            if (!feed.rejected() && !half) number++;
            boolean leaves = !feed.rejected() && leaves(feed.arrival(), all, touches.get(number));
            half = !feed.rejected() && feed.half();
            rows.add(leaves ? new long[] {feed.partition(), feed.eventTime()} : new long[] {-1, SourceFeed.NOTHING});
        }
        long[][] smallest = new long[rows.size() + 1][partitions];
        for (int p = 0; p < partitions; p++)
            smallest[rows.size()][p] = more ? feed.upcoming(p) : SourceFeed.NOTHING;
        for (int i = rows.size() - 1; i >= 0; i--) {
            smallest[i] = smallest[i + 1].clone();
            int p = (int) rows.get(i)[0];
            if (p >= 0) smallest[i][p] = Math.min(smallest[i][p], rows.get(i)[1]);
        }
        return new Foresight(smallest);
    }

    /** Whether a row is to come, at its time or later. */
    private static boolean leaves(long arrival, Interference all, @Nullable Touch touch) {
        long at = all.arrival(arrival);
        if (at == SourceFeed.NOTHING || touch == null) return at != SourceFeed.NOTHING;
        return switch (touch.what()) {
            case DROP -> false;
            case DELAY -> all.arrival(at + touch.by()) != SourceFeed.NOTHING;
            case DUPLICATE -> true;
        };
    }

    /** Of the rows after the first {@code taken}. */
    long upcoming(SourceFeed base, int taken, int partition) {
        return taken < smallest.length ? smallest[taken][partition] : base.upcoming(partition);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Foresight f && Arrays.deepEquals(smallest, f.smallest);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(smallest);
    }
}
