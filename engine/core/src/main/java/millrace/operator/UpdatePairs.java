package millrace.operator;

import millrace.event.ChangeKind;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Takes the two records of an update as one: the row before is held until the one after comes, which is next. If it does not come, the
 * first was all there is: told as soon as anything else comes, or at the end of the instant.
 */
abstract class UpdatePairs extends Processor {
    /** The row before an update whose row after has not come. */
    private @Nullable Event before;

    /** A change that is no half of an update; {@link ChangeKind#UPDATE_BEFORE} if its other half did not come. */
    abstract void single(Context c, ChangeKind kind, Event event);

    abstract void pair(Context c, Event before, Event after);

    /** What an event says, or null if it can't be understood, which is told. */
    @Nullable
    ChangeKind kind(Context c, Event event) {
        return ChangeKind.of(event);
    }

    /** Whether a row that comes after is the other half. */
    boolean together(Event held, ChangeKind kind, Event after) {
        return kind == ChangeKind.UPDATE_AFTER;
    }

    @Override
    public final void onEvent(Context c, Event event, int port) {
        ChangeKind kind = kind(c, event);
        if (kind == null) return;
        Event held = before;
        if (held != null && kind.adds() && together(held, kind, event)) {
            before = null;
            pair(c, held, event);
            return;
        }
        flush(c);
        if (kind == ChangeKind.UPDATE_BEFORE) {
            before = event;
            c.wakeAt(c.now());
        } else {
            single(c, kind, event);
        }
    }

    private void flush(Context c) {
        Event held = before;
        before = null;
        if (held != null) single(c, ChangeKind.UPDATE_BEFORE, held);
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        flush(c);
    }

    @Override
    public void onTimer(Context c, long now) {
        flush(c);
    }

    final <P extends UpdatePairs> P copyTo(P copy) {
        ((UpdatePairs) copy).before = before;
        return copy;
    }

    @Override
    public long hash() {
        return Numbers.hash(before);
    }
}
