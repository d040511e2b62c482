package millrace.operator;

import millrace.event.Event;
import millrace.event.Schema;
import millrace.event.Timing;
import org.jspecify.annotations.Nullable;

/** What the runtime is to a {@link Processor}. The facts it is told go to whoever watches the run and change nothing. */
public abstract class Context {
    /** Processing time, ms. */
    public abstract long now();

    /** The node's event-time watermark. */
    public abstract long watermark();

    /** Makes and numbers an event; its numbers are copied, its references must not be written afterwards. */
    public abstract Event event(long time, Schema schema, long[] nums, @Nullable Object[] refs);

    public abstract void send(int output, Event event);

    /** As {@link #send(int, Event)}, from a partition: what follows may take its input as it is partitioned. */
    public abstract void send(int output, int partition, Event event);

    /** Whether a wire begins at an output. */
    public abstract boolean wired(int output);

    /** Whether every wire of an output can take another event. Only brokers need ask: others are called when it is so. */
    public abstract boolean room(int output);

    /** For brokers, and for what makes times anew: the watermark of one output. It never goes back, but by a rewind. */
    public abstract void advance(int output, long watermark);

    /** For brokers: one output is idle, or is no longer. */
    public abstract void idle(int output, boolean idle);

    /** For brokers: nothing follows at one output. */
    public abstract void end(int output);

    /** Asks for {@link Processor#onTimer} at this processing time, or at once if it is past; the earliest asked for holds. */
    public abstract void wakeAt(long time);

    /** Whether anybody watches: facts that take work to find need not be found otherwise. */
    public abstract boolean watched();

    public abstract void derived(Event child, Event parent);

    public abstract void leftOut(Event event);

    public abstract void failed(Event event, String message);

    public abstract void added(Event event, @Nullable Object key, long start, long end, boolean late, long watermark);

    public abstract void merged(@Nullable Object key, long from, long to, long start, long end);

    public abstract void fired(@Nullable Object key, Event pane, Timing timing, long watermark);

    public abstract void dropped(Event event, @Nullable Object key, long start, long end, long watermark);

    /** So many more events count as dropped, as the dialect counts them. */
    public abstract void countDropped(long drops);

    public abstract void expired(@Nullable Object key, long start, long end, long watermark);

    /** For sinks: the event is outside. */
    public abstract void reached(Event event);

    /** What only nodes of this kind do; make it only if {@link #watched}. */
    public abstract void note(Note note);
}
