package millrace.operator;

import java.util.Optional;
import millrace.event.Event;
import millrace.event.Watermark;

/** An {@link IntervalJoin} at work: an event is kept exactly as long as the watermark lets a partner come. */
final class IntervalWork extends JoinProcessor {
    private final IntervalJoin spec;
    private final KeyedRows rows;
    /** For each event that is kept the last instant at which a partner may come, with its place among the rows. */
    private final Deadlines deadlines;
    /** The watermark as far as it has been acted on. */
    private long passed = Watermark.NONE;

    IntervalWork(IntervalJoin spec) {
        this(spec, new KeyedRows(spec.shape(), true), new Deadlines());
    }

    private IntervalWork(IntervalJoin spec, KeyedRows rows, Deadlines deadlines) {
        super(spec.shape(), spec.type(), spec.batch());
        this.spec = spec;
        this.rows = rows;
        this.deadlines = deadlines;
    }

    @Override
    public void onEvent(Context c, Event event, int side) {
        long watermark = c.watermark();
        if (event.time < watermark) late(c, event, side, watermark);
        else if (rows.keyless(event, side)) unmatched(c, event, side, watermark);
        else
            join(c, event, side, watermark);
    }

    private void join(Context c, Event event, int side, long watermark) {
        int key = rows.find(event, side);
        // Before the partners: what both wait for in memory then comes together.
        int at = rows.placeFor(event, key, side);
        boolean paired = probe(c, event, key, side, watermark);
        long until = event.time + spec.stays(side);
        if (until >= watermark) keep(c, event, key, side, at, paired, until);
        else if (!paired) unmatched(c, event, side, watermark);
    }

    /** Pairs an event with all partners that are there, by their times, then by arrival. */
    private boolean probe(Context c, Event event, int key, int side, long watermark) {
        RowBuffer partners = rows.partners(key, side);
        if (partners == null || partners.size() == 0) return false;
        long last = spec.to(event, side);
        int from = partners.since(spec.from(event, side, watermark));
        row.begin(event, side);
        int at = from;
        for (; at < partners.end() && partners.time(at) <= last; at++) {
            partners.mark(at, RowBuffer.PAIRED);
            pair(c, event, side, partners, at);
        }
        return at > from;
    }

    private void keep(Context c, Event event, int key, int side, int at, boolean paired, long until) {
        deadlines.add(until, rows.insert(at, event, key, side, paired ? RowBuffer.PAIRED : 0));
        if (c.watched()) c.note(new JoinNote.Kept(event, side, until));
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        passed = watermark;
        if (type == JoinType.INNER && !c.watched()) letGoUnseen();
        else
            for (int place = deadlines.poll(watermark); place >= 0; place = deadlines.poll(watermark)) {
                letGo(c, rows.at(place), place & 1, watermark);
                rows.removeFirst(place);
            }
        flush(c, watermark);
    }

    /**
     * Nothing comes of what an inner join lets go, so if nobody watches it goes in no order and some of it a little later, which is less
     * work: whoever looks at the state makes it {@link #settle} first.
     */
    private void letGoUnseen() {
        for (int place = deadlines.pollRoughly(passed); place >= 0; place = deadlines.pollRoughly(passed))
            rows.removeFirst(place);
    }

    /** Somebody looks: what should have gone goes. */
    private void settle() {
        for (int place = deadlines.poll(passed); place >= 0; place = deadlines.poll(passed))
            rows.removeFirst(place);
    }

    private void letGo(Context c, RowBuffer buffer, int side, long watermark) {
        Event event = buffer.event(buffer.first());
        boolean paired = (buffer.marks(buffer.first()) & RowBuffer.PAIRED) != 0;
        if (c.watched()) {
            boolean early = event.time + spec.reach(side) >= watermark;
            c.note(new JoinNote.LetGo(event, side, watermark, paired, early));
        }
        if (!paired) unmatched(c, event, side, watermark);
    }

    @Override
    public Processor copy() {
        settle();
        IntervalWork copy = new IntervalWork(spec, rows.copy(), deadlines.copy());
        copy.passed = passed;
        copyTo(copy);
        return copy;
    }

    /** What is kept is kept as long as a partner can come now; what has gone by the bounds before is gone. */
    @Override
    public Optional<Processor> under(Operator next) {
        boolean same = next instanceof IntervalJoin n && n.shape().equals(spec.shape()) && n.batch() == spec.batch()
                && n.dialect().equals(spec.dialect());
        if (!same || !(next instanceof IntervalJoin n)) return Optional.empty();
        settle();
        IntervalWork work = new IntervalWork(n, rows.copy(), new Deadlines());
        work.passed = passed;
        Deadlines before = deadlines.copy();
        for (int place = before.poll(Long.MAX_VALUE); place >= 0; place = before.poll(Long.MAX_VALUE))
            work.deadlines.add(before.at() - spec.stays(place & 1) + n.stays(place & 1), place);
        copyTo(work);
        return Optional.of(work);
    }

    @Override
    public void changed(Context c) {
        onWatermark(c, c.watermark());
    }

    @Override
    public View view() {
        settle();
        return rows.view();
    }

    @Override
    public long hash() {
        settle();
        return Numbers.mix(Numbers.mix(rows.hash(), deadlines.hash(rows::hashOfPlace)), hashHeld());
    }
}
