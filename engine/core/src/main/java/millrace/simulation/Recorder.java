package millrace.simulation;

import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.operator.Note;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens in a run. It can't change anything: methods return nothing and get nothing mutable. Nodes, wires and
 * partitions are given by number (see {@code Plan}); times are ms; keys are String, Long, Double, Boolean, or null where the
 * stream has no key. {@link #moment} is called before the facts of each step.
 */
public interface Recorder {
    /** A step begins: its number (from 1) and processing time. All facts until the next belong to it. */
    void moment(long step, long now);

    /** A source put an event into the graph (its arrival). */
    void emitted(int node, int partition, Event event);

    /** A source refused a row: its line in the file or table (from 1), why, and the row as text. */
    void rejected(int node, long line, String reason, String row);

    /** A wire handed an element over that was put on it at {@code sentAt}. */
    void delivered(int wire, long sentAt, Element element);

    /** A node made an event from another. */
    void derived(int node, Event child, Event parent);

    /** A filter (or a split) kept the event back. */
    void leftOut(int node, Event event);

    /** An expression had no result for this event. */
    void failed(int node, Event event, String message);

    /** The event was put into a window (once per window); {@code late} if its time was below the watermark. */
    void added(int node, Event event, @Nullable Object key, long start, long end, boolean late, long watermark);

    /** The session [from, to) was swallowed by [start, end). */
    void merged(int node, @Nullable Object key, long from, long to, long start, long end);

    /** A pane left its window; index, bounds and marks are in the event (see {@code Pane}). */
    void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark);

    /** All windows of the event had expired; the bounds are those of its last one. */
    void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark);

    /** The state of a window is gone. */
    void expired(int node, @Nullable Object key, long start, long end, long watermark);

    /** The watermark of a node (for a source: of what it sends) moved. */
    void advanced(int node, long watermark);

    /** The watermark of one input wire (for a source: of one partition) moved, without need that the node's did. */
    void inputAdvanced(int node, int input, long watermark);

    /** An input wire of a node (for a source: a partition) went idle or woke. */
    void idle(int node, int input, boolean idle);

    /** The source ended, or all inputs of the node have. */
    void ended(int node);

    /** What only nodes of some kinds do. */
    void noted(int node, Note note);

    /** The event reached a sink. */
    void reached(int node, Event event);
}
