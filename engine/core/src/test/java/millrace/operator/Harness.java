package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.event.Timing;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * One operator with its surroundings: what is put in, what comes out. Between any two elements its processor is replaced by a
 * copy, whose hash must be the same, and the old one is fed rubbish afterwards, so that a copy that shares state is found out.
 */
final class Harness extends Context {
    private final Processor first;
    private Processor processor;
    private long ids;
    private long now;
    private long wake = Long.MAX_VALUE;
    private boolean muted;
    private @Nullable Event spare;
    /** What was sent since it was last taken, by output. */
    private final List<List<Event>> sent = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<String> failures = new ArrayList<>();

    Harness(Operator operator, int outputs) {
        this(operator.start(), outputs);
    }

    Harness(Processor processor, int outputs) {
        first = processor;
        this.processor = processor;
        for (int i = 0; i < outputs; i++)
            sent.add(new ArrayList<>());
    }

    /** An event at this time with these values in the order of the fields; a change if the schema is one of changes. */
    Event make(Schema schema, long time, ChangeKind kind, @Nullable Object... values) {
        long[] nums = schema.newNums();
        @Nullable
        Object[] refs = schema.newRefs();
        for (int i = 0; i < values.length; i++) {
            if (schema.type(i).isReference()) refs[schema.slot(i)] = values[i];
            else
                nums[schema.slot(i)] = Numbers.pack(values[i]);
        }
        if (schema.changelog()) kind.write(nums);
        return event(time, schema, nums, refs);
    }

    /** The processor takes an event in, at the time of the event. */
    void put(Event event) {
        if (event.time > now) at(event.time);
        swap();
        processor.onEvent(this, event, 0);
        spare = event;
    }

    /** The node's watermark moves. */
    void passes(long watermark) {
        swap();
        processor.onWatermark(this, watermark);
    }

    /** The clock goes on, and due timers fire. */
    void at(long time) {
        while (wake <= time) {
            now = wake;
            wake = Long.MAX_VALUE;
            swap();
            processor.onTimer(this, now);
        }
        now = time;
    }

    /** All of the present instant is over. */
    void settle() {
        at(now);
    }

    private void swap() {
        Processor copy = processor.copy();
        assertEquals(processor.hash(), copy.hash(), "a copy has another hash");
        if (spare != null && copy != processor) spoil(processor, spare);
        assertEquals(copy.hash(), copy.copy().hash());
        processor = copy;
    }

    private void spoil(Processor old, Event event) {
        long idsBefore = ids;
        long wakeBefore = wake;
        muted = true;
        old.onEvent(this, event, 0);
        muted = false;
        ids = idsBefore;
        wake = wakeBefore;
    }

    View view() {
        return processor.view();
    }

    Processor fresh() {
        return first;
    }

    List<Event> take(int output) {
        List<Event> taken = List.copyOf(sent.get(output));
        sent.get(output).clear();
        return taken;
    }

    static Schema events(Map<String, FieldType> fields) {
        return Schema.of(fields(fields));
    }

    static List<Field> fields(Map<String, FieldType> fields) {
        return fields.entrySet().stream().map(f -> new Field(f.getKey(), f.getValue())).toList();
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long watermark() {
        return Watermark.NONE;
    }

    @Override
    public Event event(long time, Schema schema, long[] nums, @Nullable Object[] refs) {
        return new Event(++ids, time, schema, nums, refs.clone());
    }

    @Override
    public void send(int output, Event event) {
        if (!muted) sent.get(output).add(event);
    }

    @Override
    public void send(int output, int partition, Event event) {
        send(output, event);
    }

    @Override
    public void wakeAt(long time) {
        if (!muted) wake = Math.min(wake, time);
    }

    @Override
    public boolean watched() {
        return true;
    }

    @Override
    public void note(Note note) {
        if (!muted) notes.add(note);
    }

    @Override
    public void failed(Event event, String message) {
        if (!muted) failures.add(message);
    }

    @Override
    public void derived(Event child, Event parent) {}

    @Override
    public void reached(Event event) {}

    @Override
    public void leftOut(Event event) {}

    @Override
    public boolean wired(int output) {
        return true;
    }

    @Override
    public boolean room(int output) {
        return true;
    }

    @Override
    public void advance(int output, long watermark) {}

    @Override
    public void idle(int output, boolean idle) {}

    @Override
    public void end(int output) {}

    @Override
    public void added(Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {}

    @Override
    public void merged(@Nullable Object key, long from, long to, long start, long end) {}

    @Override
    public void fired(@Nullable Object key, Event pane, Timing timing, long watermark) {}

    @Override
    public void dropped(Event event, @Nullable Object key, long start, long end, long watermark) {}

    @Override
    public void countDropped(long drops) {}

    @Override
    public void expired(@Nullable Object key, long start, long end, long watermark) {}
}
