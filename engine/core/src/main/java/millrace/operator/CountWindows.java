package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Timing;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * The last {@code size} events of a key, every {@code slide} events. Bounds are numbers of events of the key, from 0: the
 * first three events are the window [0, 3). A pane's event time is the latest of its events.
 */
final class CountWindows extends WindowProcessor {
    /** How many events of the key have come. */
    private static final int COUNT = Layout.extra();

    private final long size;
    private final long slide;
    /** A row for each key, with its {@link Recent} events; the aggregates are not used. */
    private final Rows rows;
    /** Where a window is put together; not state. */
    private final Rows workbench;
    /** In a batch the panes that wait for the end of the input, in order. */
    private final List<Waiting> waiting;

    private record Waiting(Event pane, @Nullable Object key) {}

    CountWindows(WindowOperator spec, WindowSpec.Count window) {
        this(spec, window.size(), window.slide(), new Layout(spec, 1, 0, true), null, List.of());
    }

    private CountWindows(WindowOperator spec, long size, long slide, Layout layout, @Nullable Rows rows,
            List<Waiting> waiting) {
        super(spec, layout, false);
        this.size = size;
        this.slide = slide;
        this.rows = rows == null ? new Rows(layout) : rows;
        workbench = new Rows(layout);
        this.waiting = new ArrayList<>(waiting);
    }

    @Override
    public Processor copy() {
        CountWindows copy = new CountWindows(spec, size, slide, layout, rows.copy(), waiting);
        copyTo(copy);
        return copy;
    }

    @Override
    public Optional<Processor> under(Operator next) {
        if (!(next instanceof WindowOperator w) || !spec.sameState(w)) return Optional.empty();
        CountWindows same = new CountWindows(w, size, slide, layout, rows.copy(), waiting);
        copyTo(same);
        return Optional.of(same);
    }

    @Override
    public void drain(Context c) {
        int until = rows.size() * layout.stride;
        for (int row = 0; row < until; row += layout.stride)
            finish(c, row, c.watermark());
        sayAll(c);
    }

    @Override
    public long hash() {
        long h = Numbers.mix(super.hash(), rows.hash());
        for (Waiting w : waiting)
            h = Numbers.mix(h, Numbers.hash(w.pane));
        return h;
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        order++;
        int row = rows.rowOf(event, order);
        long number = rows.cells[row + COUNT]++;
        Recent recent = recent(row);
        recent.add(event);
        recent.keep(size);
        if (nextEnd(number) - size > number) c.leftOut(event);
        else if (c.watched()) tellAdded(c, event, row, number);
        if ((number + 1) % slide == 0) say(c, row, number + 1, c.watermark());
    }

    private Recent recent(int row) {
        int i = rows.refRow(row) + layout.said;
        if (rows.refs[i] instanceof Recent recent) return recent;
        Recent recent = new Recent();
        rows.refs[i] = recent;
        return recent;
    }

    /** The end of the first window that is complete after event {@code number}. */
    private long nextEnd(long number) {
        return (number / slide + 1) * slide;
    }

    private long start(long end) {
        return Math.max(0, end - size);
    }

    private void tellAdded(Context c, Event event, int row, long number) {
        for (long end = nextEnd(number); end - size <= number; end += slide) {
            c.added(event, rows.key(row), start(end), end, event.time < c.watermark(), c.watermark());
        }
    }

    /** Says the window that ends before event {@code end}, whether or not it is complete. */
    private void say(Context c, int row, long end, long watermark) {
        Recent recent = recent(row);
        long first = rows.cells[row + COUNT] - recent.size();
        workbench.clear();
        int target = workbench.rowOf(rows, row, order);
        long latest = Watermark.NONE;
        for (int i = (int) Math.max(0, start(end) - first); i < recent.size(); i++) {
            workbench.add(target, recent.get(i), i);
            latest = Math.max(latest, recent.get(i).time);
        }
        Marks marks = new Marks(start(end), end, latest, Timing.ON_TIME, true, watermark);
        if (spec.batch()) {
            waiting.add(new Waiting(pane(c, workbench, target, marks, 0), rows.key(row)));
            return;
        }
        say(c, workbench, target, marks);
        if (c.watched()) c.expired(rows.key(row), start(end), end, watermark);
    }

    private void sayAll(Context c) {
        for (Waiting w : waiting) {
            c.fired(w.key, w.pane, Timing.ON_TIME, Watermark.FINAL);
            c.send(WindowOperator.PANES, w.pane);
            if (c.watched()) c.expired(w.key, Pane.of(w.pane).start(), Pane.of(w.pane).end(), Watermark.FINAL);
        }
        waiting.clear();
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        if (watermark != Watermark.FINAL) return;
        int until = rows.size() * layout.stride;
        for (int row = 0; row < until; row += layout.stride)
            finish(c, row, Watermark.FINAL);
        sayAll(c);
    }

    /** What has not been said leaves in a last pane. */
    private void finish(Context c, int row, long watermark) {
        long count = rows.cells[row + COUNT];
        long end = nextEnd(count - 1);
        boolean unsaid = count % slide != 0 && start(end) < count;
        if (unsaid && flushes) {
            say(c, row, end, watermark);
            end += slide;
        } else if (count % slide == 0) {
            end = count + slide;
        }
        if (!c.watched()) return;
        for (; start(end) < count; end += slide)
            c.expired(rows.key(row), start(end), end, watermark);
    }

    @Override
    long output(long watermark) {
        return watermark;
    }
}
