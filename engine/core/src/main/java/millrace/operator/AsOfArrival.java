package millrace.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** A {@link StreamTableJoin} that takes what the table holds as an event arrives. */
final class AsOfArrival extends JoinProcessor {
    private final StreamTableJoin spec;
    private final TableInput input;
    private final KeyNumbers keys;
    private @Nullable Event[] rows;

    AsOfArrival(StreamTableJoin spec) {
        this(spec, new KeyNumbers(spec.shape().textKeys()), new Event[16]);
    }

    private AsOfArrival(StreamTableJoin spec, KeyNumbers keys, @Nullable Event[] rows) {
        super(spec.shape(), spec.type(), spec.batch());
        this.spec = spec;
        this.keys = keys;
        this.rows = rows;
        input = new TableInput(shape.inputs().get(RIGHT), shape.keys().get(RIGHT), spec.dialect());
    }

    @Override
    public void onEvent(Context c, Event event, int side) {
        if (side == RIGHT) change(c, event);
        else
            lookUp(c, event);
    }

    private void change(Context c, Event event) {
        int slot = shape.keySlot(RIGHT);
        if (keys.absent(event, slot)) return;
        int key = keys.find(event, slot);
        if (input.does(event) == TableInput.Does.WRITES) {
            if (key < 0) key = keys.add(event, slot);
            if (key == rows.length) rows = Arrays.copyOf(rows, key * 2);
            forgotten(c, rows[key]);
            rows[key] = event;
        } else if (key >= 0) {
            forgotten(c, rows[key]);
            rows[key] = null;
            keys.remove(key);
        }
    }

    private void forgotten(Context c, @Nullable Event row) {
        if (row != null && c.watched()) c.note(new JoinNote.Forgotten(row, c.watermark()));
    }

    private void lookUp(Context c, Event event) {
        int key = keys.absent(event, shape.keySlot(LEFT)) ? -1 : keys.find(event, shape.keySlot(LEFT));
        Event found = key < 0 ? null : rows[key];
        if (found == null) {
            unmatched(c, event, LEFT, c.watermark());
            return;
        }
        Event made = row.make(c, event, found, event.time);
        if (c.watched()) c.note(new JoinNote.LookedUp(made, event, found, found.time));
        say(c, made);
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        flush(c, watermark);
    }

    @Override
    public Processor copy() {
        AsOfArrival copy = new AsOfArrival(spec, keys.copy(), rows.clone());
        copyTo(copy);
        return copy;
    }

    @Override
    public View view() {
        List<Event> few = new ArrayList<>();
        for (int i = 0; i < keys.limit() && few.size() < View.MOST; i++)
            if (rows[i] != null) few.add(rows[i]);
        return new View.Join(List.of(), few, 0, keys.size());
    }

    @Override
    public long hash() {
        return Numbers.mix(Numbers.mix(keys.hash(), Numbers.hash(rows, keys.limit())), hashHeld());
    }
}
