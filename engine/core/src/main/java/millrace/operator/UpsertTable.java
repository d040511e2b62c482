package millrace.operator;

import java.util.List;
import java.util.function.BiConsumer;
import millrace.event.ChangeKind;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A table outside of the pipeline that is written by key: writing the same row again changes nothing. The two records of an update
 * are one write; a row before without a row after is a deletion.
 */
public final class UpsertTable extends UpdatePairs {
    private final List<Integer> key;
    private final BiConsumer<Context, Event> writes;
    private final TableRows rows;

    /**
     * @param key the fields that tell rows apart; none = there is one row
     * @param writes hears of every write, also one that changes nothing: a row, or the change that deletes it
     */
    public UpsertTable(List<Integer> key, BiConsumer<Context, Event> writes) {
        this(List.copyOf(key), writes, new TableRows());
    }

    private UpsertTable(List<Integer> key, BiConsumer<Context, Event> writes, TableRows rows) {
        this.key = key;
        this.writes = writes;
        this.rows = rows;
    }

    @Override
    boolean together(Event held, ChangeKind kind, Event after) {
        return new Row(held, key).equals(new Row(after, key));
    }

    @Override
    void pair(Context c, Event before, Event after) {
        write(c, after);
    }

    @Override
    void single(Context c, ChangeKind kind, Event event) {
        if (kind.adds()) {
            write(c, event);
            return;
        }
        writes.accept(c, event);
        Event gone = rows.remove(new Row(event, key));
        if (gone == null && c.watched()) c.note(new TableNote.NotThere(event));
    }

    private void write(Context c, Event event) {
        Row place = new Row(event, key);
        @Nullable
        Event before = rows.at(place);
        writes.accept(c, event);
        rows.put(place, event);
        if (before != null && Changes.same(before, event) && c.watched()) c.note(new TableNote.Unchanged(event));
    }

    @Override
    public boolean outlives() {
        return true;
    }

    @Override
    public Processor copy() {
        return copyTo(new UpsertTable(key, writes, rows.copy()));
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
