package millrace.operator;

import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Schema;
import millrace.event.Timing;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * What all kinds of windows share: saying panes, and dropping. Time means the watermark for windows of event time and the
 * clock's last boundary for those of processing time.
 */
abstract class WindowProcessor extends Processor {
    /** In {@link Layout#BOOK}: an on-time or late pane has left. */
    static final long SAID = 1;
    /** In {@link Layout#BOOK}: what is new came, at least in part, before the end was passed; it holds its time back. */
    static final long TIMELY = 2;
    /** In {@link Layout#BOOK}: the end has been passed. */
    static final long PASSED = 4;

    /** In {@link Layout#BOOK}: the window has expired, but is kept, since a session may be joined again. */
    static final long CLOSED = 8;

    final WindowOperator spec;
    final Layout layout;
    final boolean eventTime;
    /** Whether the clock closes windows; in a batch only the end of the input does. */
    final boolean byClock;
    /** Whether panes are taken back; rows then hold those said. */
    final boolean retracts;
    /** Numbers events by arrival. */
    long order;
    /** The clock as far as windows of processing time have been closed by it; or the stream's time, where that counts. */
    long clock = Watermark.NONE;
    /** The watermark before the one that is being acted on. */
    long previous = Watermark.NONE;
    /** What is unfired leaves at expiry. */
    final boolean flushes;
    /** Whether the greatest timestamp seen is the watermark. */
    final boolean streamTime;
    private final boolean expiresAtOnce;
    private final boolean byWatermark;
    private final boolean dropsByWindow;
    /** Whether the trigger waits for the watermark. */
    final boolean watches;
    /** Where {@link #output} stood before what is being handled; not state. */
    private long outputBefore = Watermark.NONE;
    private final Schema out;
    private final int keySlot;
    /** Where the numbers of a pane are put together; not state. */
    private final long[] nums;

    WindowProcessor(WindowOperator spec, Layout layout, boolean retracts) {
        this.spec = spec;
        this.layout = layout;
        this.retracts = retracts;
        eventTime = spec.domain() == TimeDomain.EVENT || spec.window() instanceof WindowSpec.Global;
        byClock = !eventTime && !spec.batch();
        out = spec.out().schema();
        nums = out.newNums();
        keySlot = layout.keyed ? out.slot(spec.out().key()) : -1;
        Dialect dialect = spec.dialect();
        flushes = dialect.has(Dialect.Rule.FLUSH_AT_EXPIRY);
        streamTime = eventTime && dialect.has(Dialect.Rule.STREAM_TIME);
        expiresAtOnce = dialect.has(Dialect.Rule.EXPIRES_AT_ONCE) || spec.closing() == Closing.ALWAYS;
        byWatermark = dialect.has(Dialect.Rule.TIMING_BY_WATERMARK);
        watches = TriggerSpec.watchesEnd(spec.trigger());
        dropsByWindow = dialect.has(Dialect.Rule.DROPS_BY_WINDOW);
    }

    /**
     * How far the output's watermark may have come, as Beam's direct runner has it: no further than the input's, nor than any
     * window, of all keys, that holds it back. A window holds back its last instant while something that came in time is
     * unfired or its trigger still waits for its end, and the last instant of its lateness until it expires. Asked only where
     * panes are timed by it.
     */
    abstract long output(long watermark);

    /** To be called before anything changes that a pane of a passed window might follow. */
    final void look(long watermark) {
        if (byWatermark) outputBefore = output(watermark);
    }

    /** Whether something in a row is unfired that came in time. */
    static boolean holds(Rows rows, int row) {
        return rows.cells[row + Layout.NEW] > 0 && (rows.cells[row + Layout.BOOK] & TIMELY) != 0;
    }

    final void copyTo(WindowProcessor copy) {
        copy.order = order;
        copy.clock = clock;
        copy.previous = previous;
    }

    final long time(Context c, Event event) {
        return eventTime ? event.time : c.now();
    }

    final long watermark(Context c) {
        return eventTime && !streamTime ? c.watermark() : clock;
    }

    /** The stream's time follows an event before anything is done with it. */
    final void follow(Event event) {
        if (streamTime) clock = Math.max(clock, event.time);
    }

    /** When a window's state goes; windows of processing time go at once. */
    final long expiry(long end) {
        return eventTime ? Numbers.plus(end, spec.lateness()) : end;
    }

    /** Whether a window whose end the watermark passes says only its last pane. */
    final boolean onlyExpires(long end, long watermark) {
        return expiresAtOnce && expiry(end) <= watermark;
    }

    /** An event has missed some of its windows, all of them perhaps. */
    final void missed(Context c, long windows) {
        if (dropsByWindow) c.countDropped(windows);
    }

    final void drop(Context c, Event event, long start, long end, long watermark) {
        if (!dropsByWindow) c.countDropped(1);
        c.dropped(event, c.watched() ? layout.keyOf(event) : null, start, end, watermark);
        c.send(WindowOperator.LATE, event);
    }

    /**
     * Says what a row holds.
     *
     * @param passing whether this is the instant at which the watermark passes the window's end
     */
    final void say(Context c, Rows rows, int row, long start, long end, long watermark, boolean passing) {
        boolean last = expiry(end) <= watermark;
        Timing timing = timing(rows.cells[row + Layout.BOOK], end, watermark, passing);
        say(c, rows, row, new Marks(start, end, end - 1, timing, last, watermark));
    }

    /** What a pane says besides its contents; {@code time} is its event time. */
    record Marks(long start, long end, long time, Timing timing, boolean last, long watermark) {}

    final void say(Context c, Rows rows, int row, Marks marks) {
        long book = rows.cells[row + Layout.BOOK];
        if (retracts) takeBack(c, rows, row, marks.watermark);
        Event pane = pane(c, rows, row, marks, (int) (book >>> Layout.INDEX_SHIFT));
        c.fired(c.watched() ? rows.key(row) : null, pane, marks.timing, marks.watermark);
        c.send(WindowOperator.PANES, pane);
        if (marks.timing != Timing.EARLY) book |= SAID;
        rows.cells[row + Layout.BOOK] = (book & ~TIMELY) + (1L << Layout.INDEX_SHIFT);
        rows.cells[row + Layout.NEW] = 0;
        if (spec.accumulation() == Accumulation.DISCARDING) rows.forget(row);
        if (retracts) rows.refs[rows.refRow(row) + layout.said] = pane;
    }

    private Timing timing(long book, long end, long watermark, boolean passing) {
        if (end > watermark) return Timing.EARLY;
        if (!byWatermark) return passing ? Timing.ON_TIME : Timing.LATE;
        return (book & SAID) == 0 && outputBefore < end ? Timing.ON_TIME : Timing.LATE;
    }

    /** Says what a row holds as its window expires, if a last pane is to leave. */
    final void close(Context c, Firing firing, Rows rows, int row, long start, long end, long watermark) {
        Timing timing = timing(rows.cells[row + Layout.BOOK], end, watermark, end > previous);
        if (closes(firing, rows, row, timing)) {
            say(c, rows, row, new Marks(start, end, end - 1, timing, true, watermark));
        }
        if (c.watched()) c.expired(rows.key(row), start, end, watermark);
    }

    private boolean closes(Firing firing, Rows rows, int row, Timing timing) {
        if (byWatermark && firing.finished(rows, row)) return false;
        if (rows.cells[row + Layout.NEW] > 0 && flushes || spec.closing() == Closing.ALWAYS) return true;
        return byWatermark && firing.always && timing == Timing.ON_TIME;
    }

    final Event pane(Context c, Rows rows, int row, Marks marks, int index) {
        @Nullable
        Object[] refs = out.newRefs();
        Pane.write(nums, marks.start, marks.end, marks.timing, index, marks.last, false);
        if (keySlot >= 0) rows.putKey(row, keySlot, nums, refs);
        int refRow = rows.refRow(row);
        for (Aggregate a : layout.aggregates)
            a.result(rows.cells, row, rows.refs, refRow, nums, refs);
        return c.event(marks.time, out, nums, refs);
    }

    /** Takes back what was said last, by this row or by those that were merged into it. */
    private void takeBack(Context c, Rows rows, int row, long watermark) {
        Object said = rows.refs[rows.refRow(row) + layout.said];
        for (Object pane : Said.all(said))
            takeBack(c, rows, row, (Event) pane, watermark);
    }

    private void takeBack(Context c, Rows rows, int row, Event pane, long watermark) {
        @Nullable
        Object[] refs = out.newRefs();
        for (int i = 0; i < nums.length; i++)
            nums[i] = pane.num(i);
        for (int i = 0; i < refs.length; i++)
            refs[i] = pane.ref(i);
        Pane was = Pane.of(pane);
        Pane.write(nums, was.start(), was.end(), was.timing(), was.index(), was.last(), true);
        Event retraction = c.event(pane.time, out, nums, refs);
        c.fired(rows.key(row), retraction, was.timing(), watermark);
        c.send(WindowOperator.PANES, retraction);
    }

    /**
     * A trigger that is new to a row: what has not left counts for it as if it came at this instant, and what it would have done at
     * the end of the window it has done.
     *
     * @return whether it was asked, and may want to be woken
     */
    final boolean resume(Context c, Firing firing, Rows rows, int row, long start, long end, long watermark) {
        if (end <= watermark) firing.onPassed(rows, row, end, watermark, c.now());
        boolean asked = rows.cells[row + Layout.NEW] > 0;
        for (long n = rows.cells[row + Layout.NEW]; n > 0 && rows.cells[row + Layout.NEW] > 0; n--)
            if (firing.onEvent(rows, row, end, watermark, c.now())) say(c, rows, row, start, end, watermark, false);
        return asked && firing.tree != null;
    }

    /** Says what has not left as a row's window is given up before its time. */
    final void giveUp(Context c, Rows rows, int row, long start, long end, long watermark) {
        Timing timing = timing(rows.cells[row + Layout.BOOK], end, watermark, false);
        if (rows.cells[row + Layout.NEW] > 0)
            say(c, rows, row, new Marks(start, end, end - 1, timing, true, watermark));
        if (c.watched()) c.expired(rows.key(row), start, end, watermark);
    }

    @Override
    public boolean drains() {
        return !(this instanceof SliceWindows);
    }

    @Override
    public long hash() {
        return Numbers.mix(order, clock);
    }
}
