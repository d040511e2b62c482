package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;
import millrace.event.Watermark;

/**
 * Overlapping windows put together from slices: an event touches one row, and a window is combined when it fires. The rows
 * are those that a row for each window would give, in the same order. Only where {@link Slicing#fits}.
 */
final class SliceWindows extends WindowProcessor {
    private static final int ROW_BITS = 24;

    private final Slicing slicing;
    /** One "window" for each slice. */
    private final Panes slices;
    private final Blocks blocks;
    /** How often windows that are kept for late events have been said, by key; empty without lateness. */
    private final Panes said;
    /** Where a window is put together; not state. */
    private final Rows workbench;
    private long[] sorted = new long[64];
    /** End of the next window that has something to say; {@link Long#MAX_VALUE} = none. */
    private long nextFire = Long.MAX_VALUE;

    SliceWindows(WindowOperator spec) {
        super(spec, new Layout(spec, 0, 0, false), false);
        slicing = new Slicing(spec.window());
        slices = new Panes();
        blocks = new Blocks(slicing, layout);
        said = new Panes();
        workbench = new Rows(layout);
    }

    private SliceWindows(SliceWindows other) {
        super(other.spec, other.layout, false);
        slicing = other.slicing;
        slices = other.slices.copy();
        blocks = other.blocks.copy();
        said = other.said.copy();
        workbench = new Rows(layout);
        nextFire = other.nextFire;
        other.copyTo(this);
    }

    @Override
    public Processor copy() {
        return new SliceWindows(this);
    }

    @Override
    public long hash() {
        long h = Numbers.mix(Numbers.mix(super.hash(), slices.hash()), blocks.hash());
        return Numbers.mix(Numbers.mix(h, said.hash()), nextFire);
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        order++;
        long watermark = c.watermark();
        OpenWindow slice = slices.covering(event.time);
        if (slice == null) {
            long start = slicing.sliceOf(event.time);
            long last = slicing.lastEnd(start);
            if (expiry(last) <= watermark) {
                missed(c, missed(start, watermark));
                drop(c, event, slicing.start(last), last, watermark);
                return;
            }
            slice = slices.add(start, start + slicing.slice, layout, Watermark.NONE);
            nextFire = Math.min(nextFire, slicing.endAfter(start, watermark));
        }
        put(c, event, slice, watermark);
    }

    private void put(Context c, Event event, OpenWindow slice, long watermark) {
        if (slice.end <= watermark) missed(c, missed(slice.start, watermark));
        Rows rows = slice.rows;
        int row = rows.rowOf(event, order);
        rows.add(row, event, order);
        rows.cells[row + Layout.NEW]++;
        blocks.add(event, order);
        if (c.watched()) tellAdded(c, event, slice.start, watermark);
        if (slice.end <= watermark && slicing.firstEnd(slice.start) <= watermark) {
            sayLate(c, event, slice.start, watermark);
        }
    }

    /** How many windows over a slice have expired. */
    private long missed(long slice, long watermark) {
        long missed = 0;
        for (long end = slicing.firstEnd(slice); end <= slicing.lastEnd(slice); end += slicing.step()) {
            if (expiry(end) <= watermark) missed++;
        }
        return missed;
    }

    private void tellAdded(Context c, Event event, long slice, long watermark) {
        for (long end = slicing.firstEnd(slice); end <= slicing.lastEnd(slice); end += slicing.step()) {
            if (expiry(end) <= watermark) continue;
            c.added(event, layout.keyOf(event), slicing.start(end), end, event.time < watermark, watermark);
        }
    }

    /** Says again, for the event's key, every window that has been said and is kept. */
    private void sayLate(Context c, Event event, long slice, long watermark) {
        long last = Math.min(slicing.lastEnd(slice), watermark);
        for (long end = slicing.firstEnd(slice); end <= last; end += slicing.step()) {
            if (expiry(end) > watermark) sayLate(c, event, slicing.start(end), end, watermark);
        }
    }

    private void sayLate(Context c, Event event, long start, long end, long watermark) {
        workbench.clear();
        int row = -1;
        for (int i = slices.since(start); i < slices.size() && slices.get(i).end <= end; i++) {
            int from = slices.get(i).rows.find(event);
            if (from >= 0) row = workbench.combine(slices.get(i).rows, from);
        }
        OpenWindow before = said.find(start, end);
        if (before == null) before = said.add(start, end, layout, Watermark.NONE);
        int book = before.rows.rowOf(event, order) + Layout.BOOK;
        if (before.rows.cells[book] == 0 && workbench.cells[row + Layout.NEW] > 1) {
            before.rows.cells[book] = SAID | 1L << Layout.INDEX_SHIFT;
        }
        workbench.cells[row + Layout.BOOK] = before.rows.cells[book];
        say(c, workbench, row, start, end, watermark, false);
        before.rows.cells[book] = workbench.cells[row + Layout.BOOK];
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        while (nextFire <= watermark && nextFire != Long.MAX_VALUE) {
            fire(c, nextFire, watermark);
            nextFire = nextAfter(nextFire);
        }
        if (c.watched() && spec.lateness() > 0) tellExpired(c, watermark);
        while (slices.size() > 0 && expiry(slicing.lastEnd(slices.get(0).start)) <= watermark) {
            slices.recycle(slices.removeFirst());
        }
        blocks.drop(watermark);
        while (said.size() > 0 && expiry(said.get(0).end) <= watermark)
            said.recycle(said.removeFirst());
        previous = watermark;
    }

    /** End of the first window after another's that has something in it. */
    private long nextAfter(long end) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < slices.size(); i++)
            next = Math.min(next, slicing.endAfter(slices.get(i).start, end));
        return next;
    }

    private void fire(Context c, long end, long watermark) {
        long start = slicing.start(end);
        blocks.make(slices, start, end);
        int rows = combine(start, end);
        for (int i = 0; i < rows; i++) {
            int row = (int) (sorted[i] & (1 << ROW_BITS) - 1) * layout.stride;
            say(c, workbench, row, start, end, watermark, true);
            if (c.watched() && spec.lateness() == 0) c.expired(workbench.key(row), start, end, watermark);
        }
    }

    /** Puts a window together and sorts its rows by first arrival. */
    private int combine(long start, long end) {
        workbench.clear();
        for (int i = slices.since(start); i < slices.size() && slices.get(i).end <= end;) {
            OpenWindow slice = slices.get(i);
            OpenWindow block = blocks.from(slice, start, end);
            workbench.combine(block == null ? slice.rows : block.rows);
            i = block == null ? i + 1 : slices.since(block.end);
        }
        int rows = workbench.size();
        if (sorted.length < rows) sorted = new long[rows * 2];
        for (int r = 0; r < rows; r++) {
            sorted[r] = workbench.cells[r * layout.stride + Layout.FIRST] << ROW_BITS | r;
        }
        Arrays.sort(sorted, 0, rows);
        return rows;
    }

    private void tellExpired(Context c, long watermark) {
        long after = previous == Watermark.NONE ? Watermark.NONE / 2 : previous - spec.lateness();
        for (long end = nextAfter(after); end != Long.MAX_VALUE && expiry(end) <= watermark; end = nextAfter(end)) {
            int rows = combine(slicing.start(end), end);
            for (int i = 0; i < rows; i++) {
                int row = (int) (sorted[i] & (1 << ROW_BITS) - 1) * layout.stride;
                c.expired(workbench.key(row), slicing.start(end), end, watermark);
            }
        }
    }

    @Override
    long output(long watermark) {
        return watermark;
    }
}
