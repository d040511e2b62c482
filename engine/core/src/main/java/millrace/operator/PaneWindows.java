package millrace.operator;

import java.util.Optional;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/** Windows with a row for each window and key; whose bounds follow from time alone, unless a subclass assigns them. */
class PaneWindows extends WindowProcessor {
    final Firing firing;
    private final Assigner assigner;
    final Panes panes;
    /** Triggers of processing time: when, then the window's end and start and the row. */
    final Timers timers;

    PaneWindows(WindowOperator spec) {
        this(spec, new Firing(spec));
    }

    private PaneWindows(WindowOperator spec, Firing firing) {
        this(spec, firing, new Layout(spec, firing.extra(), firing.width,
                spec.accumulation() == Accumulation.RETRACTING), new Panes(), new Timers());
    }

    PaneWindows(WindowOperator spec, Firing firing, Layout layout, Panes panes, Timers timers) {
        super(spec, layout, layout.said >= 0);
        this.firing = firing;
        this.panes = panes;
        this.timers = timers;
        assigner = new Assigner(spec.window(), spec.dialect());
    }

    @Override
    public Processor copy() {
        PaneWindows copy = new PaneWindows(spec, new Firing(spec), layout, panes.copy(), timers.copy());
        copyTo(copy);
        return copy;
    }

    @Override
    public Processor copy(@Nullable Processor old) {
        if (!(old instanceof PaneWindows o) || getClass() != PaneWindows.class || o.getClass() != getClass())
            return copy();
        PaneWindows copy = new PaneWindows(spec, new Firing(spec), layout, panes.copy(o.panes), timers.copy());
        copyTo(copy);
        return copy;
    }

    @Override
    public Optional<Processor> under(Operator next) {
        if (getClass() != PaneWindows.class || !(next instanceof WindowOperator w) || !spec.sameState(w))
            return Optional.empty();
        Firing fires = new Firing(w);
        Layout to = new Layout(w, fires.extra(), fires.width, layout.said >= 0);
        PaneWindows same = new PaneWindows(w, fires, to, panes.relaid(to), new Timers());
        copyTo(same);
        return Optional.of(same);
    }

    @Override
    public void changed(Context c) {
        long watermark = watermark(c);
        look(watermark);
        for (int i = 0; i < panes.size(); i++) {
            OpenWindow window = panes.get(i);
            for (int row = 0; row < window.rows.size() * layout.stride; row += layout.stride) {
                if (resume(c, firing, window.rows, row, window.start, window.end, watermark))
                    ask(c, window, row, c.now());
            }
        }
        pass(c, watermark);
        wake(c);
    }

    @Override
    public void drain(Context c) {
        long watermark = watermark(c);
        while (panes.size() > 0) {
            OpenWindow window = panes.removeFirst();
            for (int row = 0; row < window.rows.size() * layout.stride; row += layout.stride)
                giveUp(c, window.rows, row, window.start, window.end, watermark);
        }
    }

    @Override
    public long hash() {
        return Numbers.mix(Numbers.mix(super.hash(), panes.hash()), timers.hash());
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        order++;
        follow(event);
        assign(c, event);
        if (streamTime && clock > previous) pass(c, clock);
    }

    void assign(Context c, Event event) {
        long time = time(c, event);
        long watermark = watermark(c);
        if (assigner.single && putInSeen(c, event, time, watermark)) return;
        if (!assigner.begin(time)) {
            c.leftOut(event);
            return;
        }
        if (assigner.end <= watermark) look(watermark);
        boolean kept = false;
        do {
            if (expiry(assigner.end) <= watermark) {
                missed(c, 1);
                continue;
            }
            OpenWindow window = open(c, assigner.start, assigner.end, watermark);
            put(c, event, time, window, watermark);
            kept = true;
        } while (assigner.next());
        if (!kept) drop(c, event, assigner.start, assigner.end, watermark);
        if (byClock) wake(c);
    }

    /** The usual case: a window that is known to cover the instant. */
    private boolean putInSeen(Context c, Event event, long time, long watermark) {
        OpenWindow seen = panes.covering(time);
        if (seen == null) return false;
        if (seen.end <= watermark) look(watermark);
        put(c, event, time, seen, watermark);
        return true;
    }

    final OpenWindow open(Context c, long start, long end, long watermark) {
        OpenWindow found = panes.find(start, end);
        return found != null ? found : panes.add(start, end, layout, watermark);
    }

    final void put(Context c, Event event, long time, OpenWindow window, long watermark) {
        settle(c, window, add(c, event, order, window, watermark, time < watermark), watermark);
    }

    /** Lets leave what is to leave now that an event has been added. */
    final void settle(Context c, OpenWindow window, int row, long watermark) {
        Rows rows = window.rows;
        if (firing.onEvent(rows, row, window.end, watermark, c.now())) {
            say(c, rows, row, window.start, window.end, watermark, false);
        }
        if (firing.tree != null) ask(c, window, row, c.now());
    }

    /** Adds an event to a window, with its number by arrival, and lets nothing leave. */
    final int add(Context c, Event event, long number, OpenWindow window, long watermark, boolean late) {
        Rows rows = window.rows;
        int row = rows.rowOf(event, number);
        rows.add(row, event, number);
        rows.cells[row + Layout.NEW]++;
        if (window.end > watermark) rows.cells[row + Layout.BOOK] |= TIMELY;
        if (c.watched()) c.added(event, layout.keyOf(event), window.start, window.end, late, watermark);
        return row;
    }

    private void ask(Context c, OpenWindow window, int row, long earliest) {
        long due = firing.newTimer(window.rows, row, earliest);
        if (due == Long.MAX_VALUE) return;
        timers.add(due, window.end, window.start, row);
        c.wakeAt(due);
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
        wake(c);
    }

    final void wake(Context c) {
        long next = Math.min(timers.next(), byClock ? panes.nextEnd() : Long.MAX_VALUE);
        if (next != Long.MAX_VALUE) c.wakeAt(next);
    }

    private void timer(Context c, long now) {
        long time = timers.next();
        @Nullable
        OpenWindow window = panes.find(timers.first(2), timers.first(1));
        int row = (int) timers.first(3);
        timers.removeFirst();
        if (window == null || !firing.takeTimer(window.rows, row, time)) return;
        long watermark = watermark(c);
        if (firing.onTimer(window.rows, row, window.end, watermark, now)) {
            say(c, window.rows, row, window.start, window.end, watermark, false);
        }
        ask(c, window, row, now + 1);
    }

    /** Fires and expires in the order in which the watermark meets ends and expiries. */
    private void pass(Context c, long watermark) {
        look(watermark);
        while (true) {
            long end = panes.nextEnd();
            long expiry = panes.passed() > 0 ? expiry(panes.get(0).end) : Long.MAX_VALUE;
            if (panes.canPass() && end <= watermark && (end <= expiry || panes.passed() == 0)) {
                OpenWindow window = panes.pass();
                if (!onlyExpires(end, watermark)) fire(c, window, watermark);
            } else if (panes.passed() > 0 && expiry <= watermark) {
                expire(c, panes.removeFirst(), watermark);
            } else {
                previous = watermark;
                return;
            }
        }
    }

    private void fire(Context c, OpenWindow window, long watermark) {
        Rows rows = window.rows;
        int until = rows.size() * layout.stride;
        for (int row = 0; row < until; row += layout.stride) {
            if (firing.onPassed(rows, row, window.end, watermark, c.now())) {
                say(c, rows, row, window.start, window.end, watermark, true);
            }
            if (firing.tree != null) ask(c, window, row, c.now());
        }
    }

    private void expire(Context c, OpenWindow window, long watermark) {
        Rows rows = window.rows;
        int until = rows.size() * layout.stride;
        for (int row = 0; row < until; row += layout.stride)
            close(c, firing, rows, row, window.start, window.end, watermark);
        panes.recycle(window);
    }

    @Override
    long output(long watermark) {
        if (panes.size() == 0) return watermark;
        long output = Math.min(watermark, expiry(panes.get(0).end) - 1);
        for (int i = 0; i < panes.size() && panes.get(i).end <= output; i++)
            if (watches && i >= panes.passed() || holds(panes.get(i))) return panes.get(i).end - 1;
        return output;
    }

    private boolean holds(OpenWindow window) {
        int until = window.rows.size() * layout.stride;
        for (int row = 0; row < until; row += layout.stride)
            if (holds(window.rows, row)) return true;
        return false;
    }

    @Override
    public boolean holdsEnd() {
        return byClock && panes.size() > 0;
    }
}
