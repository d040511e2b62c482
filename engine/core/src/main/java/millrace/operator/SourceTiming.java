package millrace.operator;

import java.util.List;

/**
 * What all sources share about time.
 *
 * @param watermark the strategy, one for each partition
 * @param period processing time between watermarks, ms; 0 = after every event
 * @param idleAfter processing time without an event after which a partition is idle, ms; 0 = never
 * @param partitions names of the partitions, one at least
 * @param ingestion event time := arrival
 * @param end when the input ends
 * @param interference what is done to its events
 */
public record SourceTiming(WatermarkSpec watermark, long period, long idleAfter, List<String> partitions,
        boolean ingestion, EndPolicy end, Interference interference) {
    /** Of a source that is left alone. */
    public SourceTiming(WatermarkSpec watermark, long period, long idleAfter, List<String> partitions,
            boolean ingestion, EndPolicy end) {
        this(watermark, period, idleAfter, partitions, ingestion, end, Interference.NONE);
    }

    /** When the source says that nothing follows. */
    public sealed interface EndPolicy {
        /** At the instant of the last row, right after it. */
        record AtLastRow() implements EndPolicy {}

        /** At a given instant, or with the last row if that is later. */
        record At(long time) implements EndPolicy {}

        /** Never: the last windows stay open. */
        record Hold() implements EndPolicy {}
    }
}
