package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link RunningAggregate} at work: a row for each group, with how many rows are behind it and the change that said it last. */
final class AggregateTable extends Processor {
    /** How many rows of the input a group has. */
    private static final int COUNT = Layout.extra();

    private final RunningAggregate spec;
    private final Layout layout;
    private final Schema out;
    private final int keySlot;
    private final Optional<LastRows> last;
    private Rows rows;
    /** Groups that have gone and still take room. */
    private int gone;
    private long order;
    /** Room for the numbers of a change; not state. */
    private final long[] nums;

    AggregateTable(RunningAggregate spec) {
        this(spec, new Layout(new Layout.Computed(spec.in(), spec.out(), spec.aggregates(),
                spec.takesBack() || spec.last().isPresent()), 1, 0, true),
                spec.last().map(l -> new LastRows(l, spec.in().key())));
    }

    private AggregateTable(RunningAggregate spec, Layout layout, Optional<LastRows> last) {
        this.spec = spec;
        this.layout = layout;
        this.last = last;
        out = spec.out().schema();
        keySlot = layout.keyed ? out.slot(spec.out().key()) : -1;
        nums = out.newNums();
        rows = new Rows(layout);
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        order++;
        if (!ChangeKind.of(event).adds()) {
            takeBack(c, event);
            return;
        }
        Event outranked = last.isPresent() ? last.get().add(event) : null;
        if (outranked != null && c.watched())
            c.note(new TableNote.Outranked(outranked, spec.last().orElseThrow().most()));
        if (outranked == event) return;
        int row = rows.rowOf(event, order);
        if (rows.cells[row + Layout.BOOK] != 0) revive(row);
        rows.cells[row + COUNT]++;
        rows.add(row, event, order);
        if (outranked != null) {
            rows.cells[row + COUNT]--;
            rows.remove(row, outranked);
        }
        say(c, event, row);
    }

    private void takeBack(Context c, Event event) {
        int row = rows.find(event);
        boolean counted = last.isEmpty() || last.get().remove(event);
        if (row < 0 || rows.cells[row + COUNT] == 0 || !counted) {
            if (c.watched()) c.note(new TableNote.NotThere(event));
            return;
        }
        rows.cells[row + COUNT]--;
        rows.add(row, event, order);
        if (layout.keyed && rows.cells[row + COUNT] == 0) delete(c, event, row);
        else
            say(c, event, row);
    }

    private @Nullable Event said(int row) {
        return (Event) rows.refs[rows.refRow(row) + layout.said];
    }

    /** A group that had gone has a row again. */
    private void revive(int row) {
        rows.cells[row + Layout.BOOK] = 0;
        rows.cells[row + Layout.FIRST] = order;
        gone--;
    }

    private void say(Context c, Event cause, int row) {
        @Nullable
        Object[] refs = out.newRefs();
        if (keySlot >= 0) rows.putKey(row, keySlot, nums, refs);
        int refRow = rows.refRow(row);
        for (Aggregate a : layout.aggregates)
            a.result(rows.cells, row, rows.refs, refRow, nums, refs);
        Event before = said(row);
        if (before == null) {
            rows.refs[refRow + layout.said] = send(c, ChangeKind.INSERT, cause, null, refs);
        } else if (Changes.same(before, nums, refs)) {
            if (c.watched()) c.note(new TableNote.Unchanged(cause));
        } else {
            Changes.send(c, 0, ChangeKind.UPDATE_BEFORE, before, cause);
            rows.refs[refRow + layout.said] = send(c, ChangeKind.UPDATE_AFTER, cause, before, refs);
        }
    }

    private Event send(Context c, ChangeKind kind, Event cause, @Nullable Event before, @Nullable Object[] refs) {
        kind.write(nums);
        Event change = c.event(cause.time, out, nums, refs);
        c.derived(change, cause);
        if (before != null) c.derived(change, before);
        c.send(0, change);
        return change;
    }

    private void delete(Context c, Event cause, int row) {
        Event before = said(row);
        if (before != null) Changes.send(c, 0, ChangeKind.DELETE, before, cause);
        rows.refs[rows.refRow(row) + layout.said] = null;
        rows.forget(row);
        rows.cells[row + Layout.BOOK] = 1;
        gone++;
        if (gone * 2 <= rows.size()) return;
        rows = rows.only(r -> rows.cells[r + COUNT] > 0);
        gone = 0;
    }

    @Override
    public Processor copy() {
        AggregateTable copy = new AggregateTable(spec, layout, last.map(LastRows::copy));
        copy.rows = rows.copy();
        copy.gone = gone;
        copy.order = order;
        return copy;
    }

    @Override
    public View view() {
        List<Event> shown = new ArrayList<>();
        int until = rows.size() * layout.stride;
        for (int row = 0; row < until && shown.size() < View.MOST; row += layout.stride) {
            Event said = said(row);
            if (said != null) shown.add(said);
        }
        return new View.Table(shown, rows.size() - gone);
    }

    @Override
    public long hash() {
        long h = Numbers.mix(Numbers.mix(rows.hash(), gone), order);
        return last.isPresent() ? Numbers.mix(h, last.get().hash()) : h;
    }
}
