package millrace.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.trace.NodeMoment.Content;
import millrace.trace.NodeMoment.PaneView;

/**
 * One window of one key over the whole run. A session that grew is one history, with the bounds it had at the end.
 *
 * @param key as text, "" where the stream has none
 * @param start inclusive, ms
 * @param end exclusive, ms
 * @param firstArrival processing time at which it began: of its first event (merged sessions: of the merge)
 * @param panes all that left, retractions included (see {@code pane().retraction()}), in order
 * @param mergedInto the session that swallowed it
 * @param expiredAt processing time at which its state went
 * @param contents its events in order of arrival, also those that came with merged sessions; read from the trace on demand
 */
public record WindowHistory(String key, long start, long end, long firstArrival, List<PaneView> panes,
        Optional<MergedInto> mergedInto, OptionalLong expiredAt, List<Content> contents) {
    /** The session [start, end) swallowed it at {@code at}. */
    public record MergedInto(long at, long start, long end) {}

    /** When its column ends on the chart: expiry or merge, or {@code runEnd} if it is still there. */
    public long until(long runEnd) {
        return mergedInto.map(MergedInto::at).orElse(expiredAt.orElse(runEnd));
    }
}
