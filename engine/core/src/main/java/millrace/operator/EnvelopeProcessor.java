package millrace.operator;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link Envelope} at work. */
final class EnvelopeProcessor extends Processor {
    private final Envelope spec;
    private final Schema out;
    private final RowCopy rows;
    private final Pairing pairing;
    /** The table as far as it is read, until it connects. */
    private final SequencedMap<@Nullable Object, Event> table;
    private boolean connected;
    /** The edits so far. */
    private long position;

    EnvelopeProcessor(Envelope spec) {
        this(spec, new Pairing(spec.in().key()), new LinkedHashMap<>());
        connected = spec.connects().isEmpty();
    }

    private EnvelopeProcessor(Envelope spec, Pairing pairing, SequencedMap<@Nullable Object, Event> table) {
        this.spec = spec;
        this.pairing = pairing;
        this.table = table;
        out = spec.out().schema();
        rows = new RowCopy(spec.in().schema(), out);
    }

    @Override
    public Processor copy() {
        EnvelopeProcessor copy = new EnvelopeProcessor(spec, pairing.copy(), new LinkedHashMap<>(table));
        copy.connected = connected;
        copy.position = position;
        return copy;
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        connect(c);
        pairing.take(c, event, this::edit);
        if (!connected) c.wakeAt(spec.connects().orElse(c.now()));
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        pairing.onWatermark(c, watermark, this::edit);
    }

    @Override
    public void onTimer(Context c, long now) {
        connect(c);
    }

    @Override
    public boolean holdsEnd() {
        return !connected && !table.isEmpty();
    }

    /** That it connects comes before what arrives at that instant. */
    private void connect(Context c) {
        if (connected || spec.connects().orElse(0) > c.now()) return;
        connected = true;
        for (Event row : table.values())
            record(c, "r", null, row, c.now());
        table.clear();
    }

    private void edit(Context c, @Nullable Event before, @Nullable Event after) {
        position++;
        Event cause = after != null ? after : Objects.requireNonNull(before);
        if (!connected) {
            read(cause, after == null);
            return;
        }
        record(c, before == null ? "c" : after == null ? "d" : "u", before, after, cause.time);
        if (after == null && spec.tombstones()) tombstone(c, cause);
    }

    private void read(Event row, boolean removes) {
        Object key = row.value(spec.in().key());
        if (removes) table.remove(key);
        else
            table.put(key, row);
    }

    private void record(Context c, String op, @Nullable Event before, @Nullable Event after, long time) {
        long[] nums = out.newNums();
        @Nullable
        Object[] refs = out.newRefs();
        put(Envelope.BEFORE, before, nums, refs);
        put(spec.after(), after, nums, refs);
        refs[out.slot(Envelope.OP)] = op;
        nums[out.slot(spec.position())] = position;
        nums[out.slot(spec.time())] = c.now();
        Event cause = after != null ? after : Objects.requireNonNull(before);
        key(cause, nums, refs);
        Event record = c.event(time, out, nums, refs);
        if (before != null) c.derived(record, before);
        if (after != null) c.derived(record, after);
        c.send(0, record);
    }

    private void put(int first, @Nullable Event row, long[] nums, @Nullable Object[] refs) {
        if (row == null) rows.clear(first, nums, refs);
        else
            rows.put(row, first, nums, refs);
    }

    private void key(Event row, long[] nums, @Nullable Object[] refs) {
        int key = spec.in().key();
        int from = row.schema.slot(key);
        int to = out.slot(Envelope.KEY);
        if (out.type(Envelope.KEY) == FieldType.STRING) refs[to] = row.ref(from);
        else
            nums[to] = row.num(from);
    }

    private void tombstone(Context c, Event cause) {
        long[] nums = out.newNums();
        @Nullable
        Object[] refs = out.newRefs();
        rows.clear(Envelope.BEFORE, nums, refs);
        rows.clear(spec.after(), nums, refs);
        nums[out.slot(spec.position())] = Event.ABSENT;
        nums[out.slot(spec.time())] = Event.ABSENT;
        key(cause, nums, refs);
        Event record = c.event(cause.time, out, nums, refs);
        c.derived(record, cause);
        c.send(0, record);
    }

    @Override
    public View view() {
        return table.isEmpty() ? new View.None()
                : new View.Table(table.values().stream().limit(View.MOST).toList(), table.size());
    }

    @Override
    public long hash() {
        long h = Numbers.mix(pairing.hash(), position * 2 + (connected ? 1 : 0));
        for (Event row : table.values())
            h = Numbers.mix(h, row.id);
        return h;
    }
}
