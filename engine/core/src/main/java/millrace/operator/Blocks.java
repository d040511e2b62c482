package millrace.operator;

import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * What several slices in a row hold together, so that a window of n slices is put together from about twice the square root of
 * n rows for a key. State like any other: a block is made when a window that covers it fires first, and events that come
 * later go into it as well as into their slice.
 */
final class Blocks {
    /** A window of fewer slices is put together from them alone. */
    private static final long FEW = 6;

    private final Slicing slicing;
    private final Layout layout;
    /** Length of a block, or 0: there are none. */
    private final long length;
    private final Panes blocks;
    /** End of the last block ever made: only events before it can belong to one. */
    private long made = Watermark.NONE;

    Blocks(Slicing slicing, Layout layout) {
        this(slicing, layout, new Panes());
    }

    private Blocks(Slicing slicing, Layout layout, Panes blocks) {
        this.slicing = slicing;
        this.layout = layout;
        this.blocks = blocks;
        long slices = slicing.slicesInWindow();
        length = slices < FEW ? 0 : (long) Math.sqrt(slices) * slicing.slice;
    }

    Blocks copy() {
        Blocks copy = new Blocks(slicing, layout, blocks.copy());
        copy.made = made;
        return copy;
    }

    long hash() {
        return Numbers.mix(blocks.hash(), made);
    }

    /** An event has been put into a slice. */
    void add(Event event, long order) {
        if (event.time >= made) return;
        OpenWindow block = blocks.covering(event.time);
        if (block == null) return;
        Rows rows = block.rows;
        int row = rows.rowOf(event, order);
        rows.add(row, event, order);
        rows.cells[row + Layout.NEW]++;
    }

    /** Makes the blocks that lie in a window and have a slice. */
    void make(Panes slices, long start, long end) {
        if (length == 0) return;
        for (int i = slices.since(start); i < slices.size() && slices.get(i).end <= end; i++) {
            long from = startOf(slices.get(i));
            if (from < start || from + length > end || blocks.find(from, from + length) != null) continue;
            make(slices, i, blocks.add(from, from + length, layout, Watermark.NONE));
        }
    }

    private void make(Panes slices, int first, OpenWindow block) {
        for (int i = first; i < slices.size() && slices.get(i).end <= block.end; i++)
            block.rows.combine(slices.get(i).rows);
        made = Math.max(made, block.end);
    }

    private long startOf(OpenWindow slice) {
        return slicing.aligned(slice.start, length);
    }

    /** The block that begins with a slice, or with slices before it that hold nothing, if it was made and lies in a window. */
    @Nullable
    OpenWindow from(OpenWindow slice, long start, long end) {
        if (slice.start >= made) return null;
        long from = startOf(slice);
        return from < start || from + length > end ? null : blocks.find(from, from + length);
    }

    /** Forgets the blocks that no window to come covers. */
    void drop(long watermark) {
        while (blocks.size() > 0 && slicing.lastEnd(blocks.get(0).start) <= watermark)
            blocks.recycle(blocks.removeFirst());
    }
}
