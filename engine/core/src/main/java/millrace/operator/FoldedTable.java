package millrace.operator;

import java.util.List;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/** A {@link TableByKey} at work: the change that wrote each row. */
final class FoldedTable extends UpdatePairs {
    private final TableByKey spec;
    private final Schema out;
    private final TableRows rows;

    FoldedTable(TableByKey spec) {
        this(spec, new TableRows());
    }

    private FoldedTable(TableByKey spec, TableRows rows) {
        this.spec = spec;
        out = spec.out().schema();
        this.rows = rows;
    }

    @Override
    @Nullable
    ChangeKind kind(Context c, Event event) {
        if (spec.operation() < 0) return isTombstone(event) ? ChangeKind.DELETE : ChangeKind.of(event);
        Object sign = event.value(spec.operation());
        for (ChangeKind kind : ChangeKind.values())
            if (kind.sign().equals(sign)) return kind;
        c.failed(event, Sentences.of("operator.no-operation", String.valueOf(sign)));
        return null;
    }

    private boolean isTombstone(Event event) {
        if (!spec.tombstones() || event.schema.changelog()) return false;
        for (int i = 0; i < event.schema.fields().size(); i++)
            if (i != spec.key() && event.value(i) != null) return false;
        return true;
    }

    @Override
    boolean together(Event held, ChangeKind kind, Event after) {
        return same(held.value(spec.key()), after.value(spec.key()));
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == null ? b == null : a.equals(b);
    }

    @Override
    void pair(Context c, Event before, Event after) {
        write(c, after);
    }

    @Override
    void single(Context c, ChangeKind kind, Event event) {
        if (kind.adds()) write(c, event);
        else
            delete(c, event);
    }

    private void write(Context c, Event event) {
        Row key = key(event);
        Event before = rows.at(key);
        long[] nums = out.newNums();
        @Nullable
        Object[] refs = out.newRefs();
        fill(event, nums, refs);
        if (before == null) {
            rows.put(key, send(c, ChangeKind.INSERT, event, nums, refs));
        } else if (spec.byEventTime() && event.time < before.time) {
            if (c.watched()) c.note(new TableNote.Duplicate(event, before));
        } else if (Changes.same(before, nums, refs)) {
            if (c.watched()) c.note(new TableNote.Unchanged(event));
        } else {
            Changes.send(c, 0, ChangeKind.UPDATE_BEFORE, before, event);
            rows.put(key, send(c, ChangeKind.UPDATE_AFTER, event, nums, refs));
        }
    }

    private Row key(Event event) {
        return new Row(event, List.of(spec.key()));
    }

    private void fill(Event event, long[] nums, @Nullable Object[] refs) {
        int to = 0;
        for (int i = 0; i < event.schema.fields().size(); i++)
            if (i != spec.operation()) Changes.copy(event, i, out, to++, nums, refs);
    }

    private Event send(Context c, ChangeKind kind, Event cause, long[] nums, @Nullable Object[] refs) {
        kind.write(nums);
        Event change = c.event(cause.time, out, nums, refs);
        c.derived(change, cause);
        c.send(0, change);
        return change;
    }

    private void delete(Context c, Event event) {
        Event before = rows.remove(key(event));
        if (before != null) Changes.send(c, 0, ChangeKind.DELETE, before, event);
        else if (c.watched()) c.note(new TableNote.NotThere(event));
    }

    @Override
    public Processor copy() {
        return copyTo(new FoldedTable(spec, rows.copy()));
    }

    @Override
    public View view() {
        return rows.view();
    }

    @Override
    public long hash() {
        return Numbers.mix(super.hash(), rows.hash());
    }
}
