package millrace.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.operator.View;

/** What one node shows at one moment. Watermarks are {@code Watermark.NONE} before the first, {@code FINAL} after the end. */
public sealed interface NodeMoment {
    String node();

    /** The node's watermark (a source: of what it sends). */
    long watermark();

    /** What it holds beside windows and what has arrived. */
    default View view() {
        return new View.None();
    }

    /**
     * @param sent events put out so far
     * @param total events of the whole run as far as it is known
     * @param next arrival of the next event, if there is one
     * @param view the rows of a database; else nothing
     */
    record Source(String node, long watermark, long sent, long total, OptionalLong next, List<Partition> partitions,
            long rejected, boolean ended, View view) implements NodeMoment {}

    /** @param watermark of this partition alone */
    record Partition(String name, long sent, long watermark, boolean idle) {}

    /**
     * All that has neither windows nor is a source or sink. {@code passed} counts what was received and neither left out
     * nor failed.
     *
     * @param view what a table, a join or a broker holds; else nothing
     */
    record Transform(String node, long watermark, long received, long passed, long leftOut, long failed, View view)
            implements NodeMoment {}

    /**
     * @param windows the open and kept ones and the last few expired, by end, then start, then key; at most 64
     * @param openCount how many windows have state
     * @param panes how many left so far, retractions not counted
     */
    record Window(String node, long watermark, List<WindowView> windows, int openCount, long lateAdded, long dropped,
            long panes) implements NodeMoment {}

    /**
     * One window of one key.
     *
     * @param state open, kept for late events after its on-time pane, or gone
     * @param contents events in it in order of arrival, the last 40
     * @param count how many events are in it
     * @param lastPane the pane that left last
     */
    record WindowView(String key, long start, long end, State state, List<Content> contents, long count,
            Optional<PaneView> lastPane) {
        public enum State {
            OPEN,
            KEPT,
            EXPIRED
        }
    }

    record Content(Event event, long at, boolean late) {}

    /** A pane that left: the event, its marks, and when. */
    record PaneView(Event event, Pane pane, String key, long at) {}

    /**
     * @param latest what arrived, newest first, at most 64
     * @param view the rows of a sink that writes by key, the transactions of one that has them; else nothing
     */
    record Sink(String node, long watermark, long count, List<Arrival> latest, View view) implements NodeMoment {}

    /** An event that reached a sink at {@code at}. */
    record Arrival(Event event, long at) {}
}
