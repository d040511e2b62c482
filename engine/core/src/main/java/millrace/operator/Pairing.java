package millrace.operator;

import java.util.Objects;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of a changelog together to edits again: a -U and the +U that follows it are one. A -U whose +U does not
 * follow (it was filtered out on the way) is a delete, which shows by the next record, or by the watermark: both have one
 * event time.
 */
final class Pairing {
    /** Hears of each edit: the row before and the row after, one of them at least. */
    interface Edited {
        void edit(Context c, @Nullable Event before, @Nullable Event after);
    }

    private final int key;
    /** A -U that waits for its +U. */
    private @Nullable Event waiting;

    Pairing(int key) {
        this.key = key;
    }

    Pairing copy() {
        Pairing copy = new Pairing(key);
        copy.waiting = waiting;
        return copy;
    }

    void take(Context c, Event change, Edited to) {
        Event before = waiting;
        ChangeKind kind = ChangeKind.of(change);
        boolean pair = before != null && kind == ChangeKind.UPDATE_AFTER && sameKey(before, change);
        if (!pair) flush(c, to);
        waiting = null;
        switch (kind) {
            case INSERT -> to.edit(c, null, change);
            case UPDATE_BEFORE -> waiting = change;
            case UPDATE_AFTER -> to.edit(c, pair ? before : null, change);
            case DELETE -> to.edit(c, change, null);
        }
    }

    private boolean sameKey(Event a, Event b) {
        return Objects.equals(a.value(key), b.value(key));
    }

    void onWatermark(Context c, long watermark, Edited to) {
        Event before = waiting;
        if (before != null && (before.time < watermark || watermark == Watermark.FINAL)) flush(c, to);
    }

    private void flush(Context c, Edited to) {
        Event before = waiting;
        waiting = null;
        if (before != null) to.edit(c, before, null);
    }

    long hash() {
        return Numbers.hash(waiting);
    }
}
