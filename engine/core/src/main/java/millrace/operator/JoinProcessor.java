package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/** What the joins of streams share: results, late and unmatched events. In a batch results wait for the end of the input. */
abstract class JoinProcessor extends Processor {
    static final int LEFT = 0;
    static final int RIGHT = 1;

    final JoinShape shape;
    final JoinRow row;
    final JoinType type;
    private final boolean batch;
    /** Results of a batch. */
    private final List<Event> held = new ArrayList<>();

    JoinProcessor(JoinShape shape, JoinType type, boolean batch) {
        this.shape = shape;
        this.type = type;
        this.batch = batch;
        row = new JoinRow(shape);
    }

    final void copyTo(JoinProcessor copy) {
        copy.held.addAll(held);
    }

    final void say(Context c, Event result) {
        if (batch) held.add(result);
        else
            c.send(Joins.OUT, result);
    }

    /** To be called with every watermark, after all that it brings about. */
    final void flush(Context c, long watermark) {
        if (watermark != Watermark.FINAL || held.isEmpty()) return;
        for (Event result : held)
            c.send(Joins.OUT, result);
        held.clear();
    }

    /** The event comes too late: it leaves by the other output, as a result of which only its own side is there. */
    final void late(Context c, Event event, int side, long watermark) {
        c.countDropped(1);
        if (c.watched()) c.note(new JoinNote.Late(event, side, watermark));
        c.send(Joins.LATE, alone(c, event, side));
    }

    Event alone(Context c, Event event, int side) {
        return row.make(c, side == LEFT ? event : null, side == RIGHT ? event : null, event.time);
    }

    /** No partner comes any more. */
    final void unmatched(Context c, Event event, int side, long watermark) {
        boolean leaves = type.keeps(side);
        if (c.watched()) c.note(new JoinNote.Unmatched(event, side, watermark, leaves));
        if (leaves) say(c, alone(c, event, side));
    }

    /** As below, with a partner that is kept. */
    final void pair(Context c, Event event, int side, RowBuffer partners, int at) {
        if (c.watched() || !partners.isPacked()) pair(c, event, side, partners.event(at));
        else
            say(c, row.with(c, event, side, partners, at));
    }

    final void pair(Context c, Event event, int side, Event partner) {
        Event left = side == LEFT ? event : partner;
        Event right = side == LEFT ? partner : event;
        Event made = row.make(c, left, right, Math.max(left.time, right.time));
        if (c.watched()) c.note(new JoinNote.Paired(made, left, right));
        say(c, made);
    }

    final long hashHeld() {
        long h = held.size();
        for (@Nullable
        Event e : held)
            h = Numbers.mix(h, Numbers.hash(e));
        return h;
    }
}
