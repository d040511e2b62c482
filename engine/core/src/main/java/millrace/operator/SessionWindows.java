package millrace.operator;

import java.util.Optional;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Sessions: a row for each, chained by key. What overlaps becomes one row, the one whose first event came first. A row has
 * at most one deadline that counts (its end, later its expiry); one that comes too early because the session has grown
 * is put off then, so that growing costs nothing.
 */
final class SessionWindows extends WindowProcessor {
    private static final int OWN = Firing.TIMER + 1;
    private static final int START = OWN;
    private static final int END = OWN + 1;
    private static final int NEXT = OWN + 2;
    /** The time of the deadline that counts. */
    private static final int DEADLINE = OWN + 3;
    private static final int EXTRA = 5;

    private final Firing firing;
    private final long gap;
    private final boolean touching;
    private final boolean dropsBeforeMerge;
    private final boolean restarts;
    private final boolean reopens;
    private final KeyChains sessions;
    /** Ends and expiries: when, then the number of the first event and the row. */
    private final Timers deadlines;
    /** Triggers of processing time: when, then the end as it was, the number of the first event, and the row. */
    private final Timers timers;

    SessionWindows(WindowOperator spec, WindowSpec.Session session) {
        this(spec, session.gap(), new Firing(spec), null);
    }

    private SessionWindows(WindowOperator spec, long gap, Firing firing, @Nullable SessionWindows from) {
        this(spec, gap, firing, from == null ? new KeyChains(layout(spec, firing), NEXT) : from.sessions.copy(),
                from == null ? new Timers() : from.deadlines.copy(), from == null ? new Timers() : from.timers.copy());
    }

    private SessionWindows(WindowOperator spec, long gap, Firing firing, KeyChains sessions, Timers deadlines,
            Timers timers) {
        super(spec, sessions.rows.layout, spec.accumulation() == Accumulation.RETRACTING);
        this.firing = firing;
        this.gap = gap;
        touching = spec.dialect().has(Dialect.Rule.TOUCHING_SESSIONS_MERGE);
        dropsBeforeMerge = spec.dialect().has(Dialect.Rule.SESSION_DROPPED_BEFORE_MERGE);
        restarts = spec.dialect().has(Dialect.Rule.INDEX_RESTARTS_AT_MERGE);
        reopens = spec.dialect().has(Dialect.Rule.REOPENS_SESSIONS);
        this.sessions = sessions;
        this.deadlines = deadlines;
        this.timers = timers;
    }

    private static Layout layout(WindowOperator spec, Firing firing) {
        return new Layout(spec, EXTRA, firing.width, spec.accumulation() == Accumulation.RETRACTING);
    }

    @Override
    public Processor copy() {
        SessionWindows copy = new SessionWindows(spec, gap, new Firing(spec), this);
        copyTo(copy);
        return copy;
    }

    @Override
    public Optional<Processor> under(Operator next) {
        if (!(next instanceof WindowOperator w) || !spec.sameState(w)) return Optional.empty();
        Firing fires = new Firing(w);
        KeyChains relaid = sessions.relaid(layout(w, fires));
        SessionWindows same = new SessionWindows(w, gap, fires, relaid, new Timers(), new Timers());
        copyTo(same);
        return Optional.of(same);
    }

    @Override
    public void changed(Context c) {
        long watermark = watermark(c);
        look(watermark);
        int until = sessions.rows.size() * layout.stride;
        for (int row = 0; row < until; row += layout.stride) {
            if (cell(row, Layout.FIRST) == 0) continue;
            set(row, DEADLINE, 0);
            if (resume(c, firing, sessions.rows, row, cell(row, START), cell(row, END), watermark))
                ask(c, row, c.now());
            await(c, row);
        }
        pass(c, watermark);
        if (timers.next() != Long.MAX_VALUE) c.wakeAt(timers.next());
    }

    @Override
    public void drain(Context c) {
        int until = sessions.rows.size() * layout.stride;
        for (int row = 0; row < until; row += layout.stride)
            if (cell(row, Layout.FIRST) != 0 && (cell(row, Layout.BOOK) & CLOSED) == 0)
                giveUp(c, sessions.rows, row, cell(row, START), cell(row, END), watermark(c));
    }

    @Override
    public long hash() {
        long h = Numbers.mix(super.hash(), sessions.hash());
        return Numbers.mix(Numbers.mix(h, deadlines.hash()), timers.hash());
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        order++;
        follow(event);
        assign(c, event);
        if (streamTime) pass(c, clock);
    }

    private void assign(Context c, Event event) {
        long time = time(c, event);
        long watermark = watermark(c);
        long end = Numbers.plus(time, gap);
        if (end <= watermark) look(watermark);
        boolean expired = reopens ? expiry(mergedEnd(event, time, end)) < watermark : expiry(end) <= watermark;
        boolean alone = expired && (dropsBeforeMerge || reopens);
        int row = alone ? -1 : joined(c, event, time, end, watermark);
        if (row >= 0) grow(c, row, time, end, watermark);
        else if (expired) {
            missed(c, 1);
            drop(c, event, time, end, watermark);
            return;
        } else {
            row = begin(event, time, end, watermark);
        }
        put(c, event, row, time, watermark);
    }

    /** Where the session would end that the event made of all that it joins. */
    private long mergedEnd(Event event, long start, long end) {
        long merged = end;
        for (int row = sessions.first(event); row >= 0; row = sessions.next(row))
            if (meets(row, start, end)) merged = Math.max(merged, cell(row, END));
        return merged;
    }

    /** The session that the event belongs to, made one of all that it joins; -1 = none. */
    private int joined(Context c, Event event, long start, long end, long watermark) {
        int into = -1;
        for (int row = sessions.first(event); row >= 0;) {
            int next = sessions.next(row);
            if (meets(row, start, end)) {
                if (into >= 0) {
                    boolean older = cell(row, Layout.FIRST) < cell(into, Layout.FIRST);
                    int gone = older ? into : row;
                    into = older ? row : into;
                    swallow(c, into, gone, start, end, watermark);
                } else {
                    into = row;
                }
            }
            row = next;
        }
        return into;
    }

    private boolean meets(int row, long start, long end) {
        long from = cell(row, START);
        long to = cell(row, END);
        return touching ? from <= end && to >= start : from < end && to > start;
    }

    private long cell(int row, int i) {
        return sessions.rows.cells[row + i];
    }

    private void set(int row, int i, long value) {
        sessions.rows.cells[row + i] = value;
    }

    /** Makes one session of two, which span from the earlier start to the later end together with what joins them. */
    private void swallow(Context c, int into, int gone, long start, long end, long watermark) {
        Rows rows = sessions.rows;
        long from = Math.min(start, Math.min(cell(into, START), cell(gone, START)));
        long to = Math.max(end, Math.max(cell(into, END), cell(gone, END)));
        told(c, gone, from, to);
        move(c, into, from, to, watermark);
        rows.merge(into, rows, gone);
        firing.merge(rows, into, gone, to, watermark, c.now());
        set(into, Layout.NEW, cell(into, Layout.NEW) + cell(gone, Layout.NEW));
        if (!restarts) mergeBooks(into, gone);
        if (retracts) keepSaid(into, gone);
        sessions.remove(gone);
    }

    private void told(Context c, int row, long from, long to) {
        if (!c.watched() || cell(row, START) == from && cell(row, END) == to) return;
        c.merged(sessions.rows.key(row), cell(row, START), cell(row, END), from, to);
    }

    /** The marks of both, and the larger number of panes. */
    private void mergeBooks(int into, int gone) {
        long a = cell(into, Layout.BOOK);
        long b = cell(gone, Layout.BOOK);
        long flags = (a | b) & (SAID | TIMELY) | a & PASSED;
        set(into, Layout.BOOK, Math.max(a >>> Layout.INDEX_SHIFT, b >>> Layout.INDEX_SHIFT) << Layout.INDEX_SHIFT
                | flags);
    }

    private void keepSaid(int into, int gone) {
        @Nullable
        Object[] refs = sessions.rows.refs;
        int to = sessions.rows.refRow(into) + layout.said;
        refs[to] = Said.both(refs[to], refs[sessions.rows.refRow(gone) + layout.said]);
    }

    private void grow(Context c, int row, long start, long end, long watermark) {
        move(c, row, Math.min(start, cell(row, START)), Math.max(end, cell(row, END)), watermark);
    }

    /** Gives a session other bounds; one that ends later again waits for its end again. */
    private void move(Context c, int row, long from, long to, long watermark) {
        if (cell(row, START) == from && cell(row, END) == to) return;
        told(c, row, from, to);
        set(row, START, from);
        set(row, END, to);
        // In Beam a session of other bounds is another window: it has said nothing yet, and what it holds back is its own end.
        if (restarts) set(row, Layout.BOOK, (to > watermark ? TIMELY : 0) | cell(row, Layout.BOOK) & PASSED);
        if (to > watermark) set(row, Layout.BOOK, cell(row, Layout.BOOK) & ~PASSED);
        firing.onMoved(sessions.rows, row, to, watermark, c.now());
    }

    private int begin(Event event, long start, long end, long watermark) {
        int row = sessions.add(event, order);
        set(row, START, start);
        set(row, END, end);
        if (end <= watermark) set(row, Layout.BOOK, PASSED);
        return row;
    }

    private void put(Context c, Event event, int row, long time, long watermark) {
        Rows rows = sessions.rows;
        rows.add(row, event, order);
        rows.cells[row + Layout.NEW]++;
        rows.cells[row + Layout.BOOK] &= ~CLOSED;
        long start = cell(row, START);
        long end = cell(row, END);
        if (end > watermark) rows.cells[row + Layout.BOOK] |= TIMELY;
        if (c.watched()) c.added(event, layout.keyOf(event), start, end, time < watermark, watermark);
        if (firing.onEvent(rows, row, end, watermark, c.now())) say(c, rows, row, start, end, watermark, false);
        if (firing.tree != null) ask(c, row, c.now());
        await(c, row);
    }

    private void ask(Context c, int row, long earliest) {
        long due = firing.newTimer(sessions.rows, row, earliest);
        if (due == Long.MAX_VALUE) return;
        timers.add(due, cell(row, END), cell(row, Layout.FIRST), row);
        c.wakeAt(due);
    }

    /** Sees to it that there is a deadline no later than the next thing to do. */
    private void await(Context c, int row) {
        boolean passed = (cell(row, Layout.BOOK) & PASSED) != 0;
        long wanted = passed ? gone(row) : cell(row, END);
        long have = cell(row, DEADLINE);
        if (have != 0 && have <= wanted) return;
        set(row, DEADLINE, wanted);
        deadlines.add(wanted, cell(row, Layout.FIRST), row, 0);
        if (byClock) c.wakeAt(wanted);
    }

    /** When a session that has been passed expires; one that is closed but may be joined again is kept for another gap. */
    private long gone(int row) {
        long expiry = expiry(cell(row, END));
        return (cell(row, Layout.BOOK) & CLOSED) != 0 ? Numbers.plus(expiry, gap + 1) : expiry;
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        if (eventTime && !streamTime) pass(c, watermark);
        else if (!eventTime && watermark == Watermark.FINAL && !byClock) pass(c, clock = watermark);
    }

    @Override
    public void onTimer(Context c, long now) {
        if (byClock) {
            clock = now;
            pass(c, now);
        }
        if (timers.next() <= now) look(watermark(c));
        while (timers.next() <= now)
            timer(c, now);
        long next = Math.min(timers.next(), byClock ? deadlines.next() : Long.MAX_VALUE);
        if (next != Long.MAX_VALUE) c.wakeAt(next);
    }

    private void timer(Context c, long now) {
        long time = timers.next();
        int row = (int) timers.first(3);
        timers.removeFirst();
        Rows rows = sessions.rows;
        if (!firing.takeTimer(rows, row, time)) return;
        long watermark = watermark(c);
        if (firing.onTimer(rows, row, cell(row, END), watermark, now)) {
            say(c, rows, row, cell(row, START), cell(row, END), watermark, false);
        }
        ask(c, row, now + 1);
    }

    private void pass(Context c, long watermark) {
        if (deadlines.next() <= watermark) look(watermark);
        while (deadlines.size() > 0 && deadlines.next() <= watermark) {
            long time = deadlines.next();
            int row = (int) deadlines.first(2);
            deadlines.removeFirst();
            if (cell(row, DEADLINE) == time) deadline(c, row, time, watermark);
        }
        previous = watermark;
    }

    private void deadline(Context c, int row, long time, long watermark) {
        set(row, DEADLINE, 0);
        boolean passed = (cell(row, Layout.BOOK) & PASSED) != 0;
        boolean ends = !passed && cell(row, END) <= time;
        if (ends && !onlyExpires(cell(row, END), watermark)) fire(c, row, watermark);
        else if (ends || passed && gone(row) <= time) {
            if (expire(c, row, watermark)) return;
        }
        await(c, row);
    }

    private void fire(Context c, int row, long watermark) {
        Rows rows = sessions.rows;
        long end = cell(row, END);
        if (firing.onPassed(rows, row, end, watermark, c.now())) {
            say(c, rows, row, cell(row, START), end, watermark, true);
        }
        rows.cells[row + Layout.BOOK] |= PASSED;
        if (firing.tree != null) ask(c, row, c.now());
    }

    /** Whether the session is gone. */
    private boolean expire(Context c, int row, long watermark) {
        long book = cell(row, Layout.BOOK);
        if ((book & CLOSED) == 0) {
            close(c, firing, sessions.rows, row, cell(row, START), cell(row, END), watermark);
        }
        if (reopens && (book & CLOSED) == 0) {
            set(row, Layout.BOOK, cell(row, Layout.BOOK) | PASSED | CLOSED);
            return false;
        }
        sessions.remove(row);
        return true;
    }

    @Override
    long output(long watermark) {
        int until = sessions.rows.size() * layout.stride;
        long output = watermark;
        for (int row = 0; row < until; row += layout.stride)
            if (cell(row, Layout.FIRST) != 0) output = Math.min(output, holdOf(row));
        return output;
    }

    private long holdOf(int row) {
        long end = cell(row, END);
        boolean waits = watches && (cell(row, Layout.BOOK) & PASSED) == 0;
        return (waits || holds(sessions.rows, row) ? end : expiry(end)) - 1;
    }

    @Override
    public boolean holdsEnd() {
        return byClock && deadlines.size() > 0;
    }
}
