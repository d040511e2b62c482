package millrace.operator;

import java.util.List;
import java.util.Objects;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.event.Watermark;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/** A {@link Validity} at work: of each key the rows by their times, as far back as one that comes may still split. */
final class Versions extends UpdatePairs {
    private static final int SIDE = 1;
    /** In the marks of a row: it says that there is none from its time on. */
    private static final byte GONE = 2;

    private final Validity spec;
    private final JoinShape shape;
    private final Schema out;
    private final RowCopy copies;
    private final int from;
    private final KeyedRows rows;
    /** Where rows begin, with the place of their key: then they are said, or what is before them is forgotten. */
    private final Deadlines begins;
    /** The watermark up to which versions are final. */
    private long passed = Watermark.NONE;

    Versions(Validity spec) {
        this(spec, shape(spec), new Deadlines());
    }

    private static JoinShape shape(Validity spec) {
        return new JoinShape(List.of(spec.in(), spec.in()), List.of(spec.key(), spec.key()), spec.out(), List.of());
    }

    private Versions(Validity spec, JoinShape shape, Deadlines begins) {
        this(spec, shape, new KeyedRows(shape, false), begins);
    }

    private Versions(Validity spec, JoinShape shape, KeyedRows rows, Deadlines begins) {
        this.spec = spec;
        this.shape = shape;
        this.rows = rows;
        this.begins = begins;
        out = spec.out().schema();
        copies = new RowCopy(spec.in().schema(), out);
        from = out.fields().size() - 2;
    }

    @Override
    boolean together(Event held, ChangeKind kind, Event after) {
        return kind == ChangeKind.UPDATE_AFTER
                && Objects.equals(held.value(spec.key()), after.value(spec.key()));
    }

    @Override
    void pair(Context c, Event before, Event after) {
        single(c, ChangeKind.UPDATE_AFTER, after);
    }

    @Override
    void single(Context c, ChangeKind kind, Event event) {
        if (rows.keyless(event, SIDE)) {
            c.failed(event, Sentences.of("operator.versions.no-key"));
        } else if (event.time < passed) {
            c.countDropped(1);
            if (c.watched()) c.note(new TableNote.Late(event, passed));
            c.send(Validity.LATE, event);
        } else {
            place(c, event, kind.adds() ? 0 : GONE);
        }
    }

    /** Of two rows of one time the one that came last holds. */
    private void place(Context c, Event event, byte mark) {
        if (!spec.atOnce() && c.watched()) c.note(new TableNote.Awaits(event));
        int key = rows.find(event, SIDE);
        RowBuffer of = rows.partners(key, 1 - SIDE);
        int at = of == null ? -1 : of.since(event.time);
        if (of != null && at < of.end() && of.time(at) == event.time) {
            replace(c, of, at, event, mark);
            return;
        }
        int place = rows.add(event, key, SIDE, mark);
        begins.add(event.time, place);
        RowBuffer now = rows.at(place);
        if (spec.atOnce()) begin(c, now, now.since(event.time), event);
    }

    private void replace(Context c, RowBuffer of, int at, Event event, byte mark) {
        Event before = of.event(at);
        boolean was = row(of, at);
        of.set(at, event, mark);
        if (!spec.atOnce()) return;
        long to = end(of, at);
        if (was && row(of, at) && RowCopy.same(before, event)) {
            if (c.watched()) c.note(new TableNote.Unchanged(event));
        } else if (was && row(of, at)) {
            say(c, ChangeKind.UPDATE_BEFORE, before, before.time, to, event);
            say(c, ChangeKind.UPDATE_AFTER, event, event.time, to, event);
        } else if (was) {
            say(c, ChangeKind.DELETE, before, before.time, to, event);
        } else if (row(of, at)) {
            say(c, ChangeKind.INSERT, event, event.time, to, event);
        } else if (c.watched()) {
            c.note(new TableNote.NotThere(event));
        }
    }

    /** A row's time has come: it ends the version in which it lies, and begins one. */
    private void begin(Context c, RowBuffer of, int at, Event cause) {
        long start = of.time(at);
        long to = spec.atOnce() ? end(of, at) : Event.ABSENT;
        boolean ends = at > of.first() && row(of, at - 1);
        if (!ends && !row(of, at) && c.watched()) c.note(new TableNote.NotThere(cause));
        if (ends) {
            Event ended = of.event(at - 1);
            say(c, ChangeKind.UPDATE_BEFORE, ended, ended.time, to, cause);
            Event said = say(c, ChangeKind.UPDATE_AFTER, ended, ended.time, start, cause);
            if (c.watched()) c.note(new TableNote.Ended(said, ended.time, start));
        }
        if (row(of, at)) say(c, ChangeKind.INSERT, of.event(at), start, to, cause);
    }

    private static boolean row(RowBuffer of, int at) {
        return (of.marks(at) & GONE) == 0;
    }

    /** When the next begins; absent if none does. */
    private static long end(RowBuffer of, int at) {
        return at + 1 < of.end() ? of.time(at + 1) : Event.ABSENT;
    }

    private Event say(Context c, ChangeKind kind, Event row, long start, long to, Event cause) {
        long[] nums = out.newNums();
        @Nullable
        Object[] refs = out.newRefs();
        copies.put(row, 0, nums, refs);
        nums[out.slot(from)] = start;
        nums[out.slot(from + 1)] = to;
        kind.write(nums);
        Event change = c.event(cause.time, out, nums, refs);
        c.derived(change, cause);
        if (row != cause) c.derived(change, row);
        c.send(Validity.OUT, change);
        return change;
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        super.onWatermark(c, watermark);
        long limit = spec.atOnce() ? Numbers.plus(watermark, 1) : watermark;
        for (int place = begins.poll(limit); place >= 0; place = begins.poll(limit))
            settle(c, place, begins.at());
        passed = watermark;
    }

    /** No row comes any more that could change what was before this time. */
    private void settle(Context c, int place, long time) {
        RowBuffer of = rows.find(place);
        if (of == null) return;
        int at = of.since(time);
        if (!spec.atOnce()) begin(c, of, at, of.event(at));
        while (of.size() > 1 && of.time(of.first()) < time)
            rows.removeFirst(place);
        if (of.size() == 1 && !row(of, of.first())) rows.removeFirst(place);
    }

    @Override
    public Processor copy() {
        Versions copy = copyTo(new Versions(spec, shape, rows.copy(), begins.copy()));
        copy.passed = passed;
        return copy;
    }

    @Override
    public View view() {
        return new View.Table(rows.oldest(SIDE), rows.size(SIDE));
    }

    @Override
    public long hash() {
        return Numbers.mix(Numbers.mix(super.hash(), passed), Numbers.mix(rows.hash(), begins.hash()));
    }
}
