package millrace.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import millrace.event.Event;
import millrace.event.Watermark;

/**
 * An {@link IntervalJoin} at work: an event is kept exactly as long as the watermark lets a partner come. Nothing comes of what an
 * inner join lets go: if nobody watches, events go together now and then, without a deadline for each of them (a tenth of the time
 * that the join takes). Whoever looks at the state does not see that: it is made what it should be first.
 */
final class IntervalWork extends JoinProcessor {
    private final IntervalJoin spec;
    private final KeyedRows rows;
    /** For each event that is kept the last instant at which a partner may come, with its place among the rows; unless they go together. */
    private Deadlines deadlines;
    private boolean together;
    /** The watermark as far as it has been acted on. */
    private long passed = Watermark.NONE;
    /** How many may be kept before they are looked through. */
    private long most;

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
        if (together != letsGoTogether(c)) change();
        if (event.time < watermark) late(c, event, side, watermark);
        else if (rows.keyless(event, side)) unmatched(c, event, side, watermark);
        else
            join(c, event, side, watermark);
    }

    private boolean letsGoTogether(Context c) {
        return type == JoinType.INNER && !c.watched();
    }

    /** Somebody has begun to watch, or has ceased to. */
    private void change() {
        settle();
        together = !together;
        deadlines = together ? new Deadlines() : each(rows, spec);
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
        int place = rows.insert(at, event, key, side, paired ? RowBuffer.PAIRED : 0);
        if (!together) deadlines.add(until, place);
        if (c.watched()) c.note(new JoinNote.Kept(event, side, until));
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        if (together != letsGoTogether(c)) change();
        passed = watermark;
        if (together) letGoTogether();
        for (int place = deadlines.poll(watermark); place >= 0; place = deadlines.poll(watermark)) {
            letGo(c, rows.at(place), place & 1, watermark);
            rows.removeFirst(place);
        }
        flush(c, watermark);
    }

    /** All is looked through when there is half as much again as was left the last time: so each event is looked at about twice. */
    private void letGoTogether() {
        if (rows.size(LEFT) + rows.size(RIGHT) < most) return;
        settle();
        most = (rows.size(LEFT) + rows.size(RIGHT)) * 3 / 2 + rows.places();
    }

    /** What should have gone goes. */
    private void settle() {
        if (together && passed != Watermark.NONE) rows.removeBefore(begins(LEFT), begins(RIGHT));
    }

    /** What is earlier has gone. */
    private long begins(int side) {
        return passed == Watermark.FINAL ? passed : passed - spec.stays(side);
    }

    /** A deadline for each event that is kept, those of one instant in the order in which the events were made. */
    private static Deadlines each(KeyedRows rows, IntervalJoin spec) {
        record Kept(long until, long id, int place) {}
        List<Kept> all = new ArrayList<>();
        for (int place = 0; place < rows.places(); place++) {
            RowBuffer buffer = rows.find(place);
            for (int i = buffer == null ? 0 : buffer.first(); buffer != null && i < buffer.end(); i++)
                all.add(new Kept(buffer.time(i) + spec.stays(place & 1), buffer.event(i).id, place));
        }
        all.sort(Comparator.comparingLong(Kept::until).thenComparingLong(Kept::id));
        Deadlines deadlines = new Deadlines();
        all.forEach(k -> deadlines.add(k.until, k.place));
        return deadlines;
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
        copy.together = together;
        copy.passed = passed;
        copyTo(copy);
        return copy;
    }

    /** What is kept is kept as long as a partner can come now; what has gone by the bounds before is gone. */
    @Override
    public Optional<Processor> under(Operator next) {
        boolean goesOn = next instanceof IntervalJoin n && n.shape().equals(spec.shape()) && n.batch() == spec.batch()
                && n.dialect().equals(spec.dialect());
        if (!goesOn || !(next instanceof IntervalJoin n)) return Optional.empty();
        settle();
        KeyedRows same = rows.copy();
        IntervalWork work = new IntervalWork(n, same, type == JoinType.INNER ? each(same, n) : deadlinesFor(n));
        work.passed = passed;
        copyTo(work);
        return Optional.of(work);
    }

    private Deadlines deadlinesFor(IntervalJoin next) {
        Deadlines after = new Deadlines();
        Deadlines before = deadlines.copy();
        for (int place = before.poll(Long.MAX_VALUE); place >= 0; place = before.poll(Long.MAX_VALUE))
            after.add(before.at() - spec.stays(place & 1) + next.stays(place & 1), place);
        return after;
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
        // An inner join's deadlines follow from its rows.
        long h = type == JoinType.INNER ? rows.hash() : Numbers.mix(rows.hash(), deadlines.hash());
        return Numbers.mix(h, hashHeld());
    }
}
