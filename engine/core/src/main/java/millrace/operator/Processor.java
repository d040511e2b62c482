package millrace.operator;

import java.util.Optional;
import java.util.OptionalLong;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An operator at work: its configuration and the state of one run. The runtime calls it, one call at a time, and copies it
 * for keyframes; it keeps no reference to the runtime, which is handed to every call.
 *
 * <p>Handlers only send; what they send is delivered after they have returned, or earlier where nobody could tell.
 */
public abstract class Processor {
    /** An event arrives at an input port. */
    public abstract void onEvent(Context context, Event event, int port);

    /** The node's watermark has moved to {@code watermark}; it is forwarded after this returns. */
    public void onWatermark(Context context, long watermark) {}

    /** What follows is told for this watermark of the node; never more than it asserts of what leaves, and the last one as it is. */
    public OptionalLong passesOn(long watermark) {
        return OptionalLong.of(watermark);
    }

    /** An instant asked for with {@link Context#wakeAt} has come, after all deliveries of that instant. */
    public void onTimer(Context context, long now) {}

    /** Whether panes may still leave by the clock after the input is complete, so that the end must wait. */
    public boolean holdsEnd() {
        return false;
    }

    /** Whether all that comes of an event is one event at the most, and to send that is the last that is done. */
    public boolean endsWithSending() {
        return false;
    }

    /** Whether its state is outside of what can crash: brokers, databases, what a sink has written. */
    public boolean outlives() {
        return false;
    }

    /** Something independent with the same state: neither is changed by what the other does. */
    public abstract Processor copy();

    /**
     * As {@link #copy()}; may be made in the memory of an old copy that nobody needs any more: a checkpoint costs less in the memory
     * of the one before the last.
     */
    public Processor copy(@Nullable Processor old) {
        return copy();
    }

    /**
     * A worker with the same state under another configuration of its node; empty if that can't be: then it is to {@link #drain}, and
     * begins anew. Who keeps nothing always can.
     */
    public Optional<Processor> under(Operator next) {
        return copy() == this ? Optional.of(next.start()) : Optional.empty();
    }

    /** It has been made by {@link #under}: what the new configuration wants at once is done. */
    public void changed(Context context) {}

    /** Whether what it holds can leave before its time; else it is lost. */
    public boolean drains() {
        return false;
    }

    /** Says what it holds, since it will be no more. */
    public void drain(Context context) {}

    /** What its state looks like; {@link View.None} if there is nothing to see. */
    public View view() {
        return new View.None();
    }

    /** A stable hash of all state. */
    public long hash() {
        return 0;
    }
}
