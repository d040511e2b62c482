package millrace.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import millrace.event.Event;
import millrace.event.Watermark;

/**
 * An {@link IntervalJoin} by the rules of Kafka Streams: the greatest timestamp seen counts, and only an event that comes
 * moves it. A side's store keeps events for the whole of the interval and the grace, by the newest that it holds itself;
 * what is there can be joined, so nothing is late at the join. An event whose interval is over as it comes and that finds nobody leaves
 * alone at once; one that waits leaves alone once stream time has gone beyond its interval and the grace.
 */
final class StreamTimeJoin extends JoinProcessor {
    private static final Comparator<Waiting> ORDER = Comparator.comparingLong((Waiting w) -> w.event.time)
            .thenComparing(w -> -w.side);

    private record Waiting(Event event, int side) {}

    private final IntervalJoin spec;
    private final KeyedRows rows;
    /** When what is kept of each side goes, by the side's newest. */
    private final Deadlines[] stored;
    /** What found no partner yet, of all keys, by time. */
    private final RowBuffer[] waiting;
    private final long[] newest = {Watermark.NONE, Watermark.NONE};
    private long streamTime = Watermark.NONE;

    StreamTimeJoin(IntervalJoin spec) {
        this(spec, new KeyedRows(spec.shape(), false), new Deadlines[] {new Deadlines(), new Deadlines()},
                new RowBuffer[] {new RowBuffer(), new RowBuffer()});
    }

    private StreamTimeJoin(IntervalJoin spec, KeyedRows rows, Deadlines[] stored, RowBuffer[] waiting) {
        super(spec.shape(), spec.type(), spec.batch());
        this.spec = spec;
        this.rows = rows;
        this.stored = stored;
        this.waiting = waiting;
    }

    @Override
    public void onEvent(Context c, Event event, int side) {
        streamTime = Math.max(streamTime, event.time);
        giveUp(c);
        if (rows.keyless(event, side)) return;
        if (!probe(c, event, side)) alone(c, event, side, event.time + spec.reach(side) < streamTime);
        keep(c, event, side);
    }

    private void alone(Context c, Event event, int side, boolean over) {
        if (over) unmatched(c, event, side, streamTime);
        else
            waiting[side].add(event, (byte) 0);
    }

    private boolean probe(Context c, Event event, int side) {
        RowBuffer partners = rows.partners(rows.find(event, side), side);
        if (partners == null) return false;
        long last = spec.to(event, side);
        int from = partners.since(spec.from(event, side, Watermark.NONE));
        int at = from;
        for (; at < partners.end() && partners.time(at) <= last; at++) {
            waitsNoMore(partners.event(at), 1 - side);
            pair(c, event, side, partners.event(at));
        }
        return at > from;
    }

    private void waitsNoMore(Event event, int side) {
        RowBuffer all = waiting[side];
        for (int at = all.since(event.time); at < all.end() && all.time(at) == event.time; at++)
            if (all.event(at) == event) all.mark(at, RowBuffer.PAIRED);
    }

    /** Says what has waited for long enough: by time, the right side first, as the store of Kafka Streams has it. */
    private void giveUp(Context c) {
        List<Waiting> over = new ArrayList<>();
        for (int side = LEFT; side <= RIGHT; side++) {
            RowBuffer all = waiting[side];
            while (all.size() > 0 && all.time(all.first()) + spec.reach(side) + spec.grace() < streamTime) {
                boolean paired = (all.marks(all.first()) & RowBuffer.PAIRED) != 0;
                if (!paired) over.add(new Waiting(all.event(all.first()), side));
                all.removeFirst();
            }
        }
        over.sort(ORDER);
        over.forEach(w -> unmatched(c, w.event, w.side, streamTime));
    }

    private void keep(Context c, Event event, int side) {
        newest[side] = Math.max(newest[side], event.time);
        long until = event.time + spec.upper() - spec.lower() + spec.grace();
        forget(c, side);
        if (until <= newest[side]) return;
        stored[side].add(until, rows.add(event, rows.find(event, side), side, (byte) 0));
        if (c.watched()) c.note(new JoinNote.Kept(event, side, until));
    }

    private void forget(Context c, int side) {
        long limit = newest[side] + 1;
        for (int place = stored[side].poll(limit); place >= 0; place = stored[side].poll(limit)) {
            RowBuffer buffer = rows.at(place);
            Event event = buffer.event(buffer.first());
            rows.removeFirst(place);
            if (c.watched()) c.note(new JoinNote.LetGo(event, side, newest[side], true, false));
        }
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        flush(c, watermark);
    }

    @Override
    public Processor copy() {
        StreamTimeJoin copy = new StreamTimeJoin(spec, rows.copy(),
                new Deadlines[] {stored[0].copy(), stored[1].copy()},
                new RowBuffer[] {waiting[0].copy(), waiting[1].copy()});
        copyTo(copy);
        System.arraycopy(newest, 0, copy.newest, 0, 2);
        copy.streamTime = streamTime;
        return copy;
    }

    @Override
    public View view() {
        return rows.view();
    }

    @Override
    public long hash() {
        long h = Numbers.mix(Numbers.mix(rows.hash(), streamTime), hashHeld());
        for (int side = LEFT; side <= RIGHT; side++) {
            h = Numbers.mix(Numbers.mix(h, stored[side].hash()), waiting[side].hash());
            h = Numbers.mix(h, newest[side]);
        }
        return h;
    }
}
