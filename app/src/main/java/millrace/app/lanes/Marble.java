package millrace.app.lanes;

import java.util.List;
import millrace.event.ChangeKind;
import millrace.event.Timing;

/**
 * One thing that left a node.
 *
 * @param at when, ms of processing time
 * @param event its id; {@code row} of the trace
 * @param key "" if it has none
 * @param words its other values
 * @param fate what became of it, if it is worth a mark
 * @param fateAt when that was known
 */
record Marble(long at, long event, int row, String key, String figure, String words, Kind kind, Fate fate,
        long fateAt) {
    /** What it is. */
    sealed interface Kind {
        record Plain() implements Kind {}

        /** The result of a window. */
        record Result(Timing timing, boolean retraction) implements Kind {}

        record Change(ChangeKind change) implements Kind {}

        /** Made of several events by a join; their keys. */
        record Pair(List<String> keys) implements Kind {}
    }

    /** What became of it further on. */
    enum Fate {
        NONE,
        LATE,
        DROPPED,
        UNPAIRED,
        FAILED
    }

    /** As far as it is known at an instant. */
    Fate fate(long time) {
        return time >= fateAt ? fate : Fate.NONE;
    }
}
