package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.event.Timing;
import org.jspecify.annotations.Nullable;

/** A runtime in the hands of a test: it sets the time, and reads what was sent. */
class HandContext extends Context {
    long now;
    long wake = Long.MAX_VALUE;
    /** How many events each output still takes; {@link Integer#MAX_VALUE} = any number. */
    int room = Integer.MAX_VALUE;
    long ids = 1_000_000;
    long dropped;
    final List<String> said = new ArrayList<>();
    final List<Event> sent = new ArrayList<>();
    final List<Integer> outputs = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();

    @Override
    public long now() {
        return now;
    }

    @Override
    public long watermark() {
        return Long.MIN_VALUE;
    }

    @Override
    public Event event(long time, Schema schema, long[] nums, @Nullable Object[] refs) {
        return new Event(++ids, time, schema, nums, refs);
    }

    @Override
    public void send(int output, Event event) {
        room -= room == Integer.MAX_VALUE ? 0 : 1;
        sent.add(event);
        outputs.add(output);
        said.add(output + " event " + event.id);
    }

    @Override
    public void send(int output, int partition, Event event) {
        send(output, event);
    }

    @Override
    public boolean wired(int output) {
        return true;
    }

    @Override
    public boolean room(int output) {
        return room > 0;
    }

    @Override
    public void advance(int output, long watermark) {
        said.add(output + " watermark " + (watermark == Long.MAX_VALUE ? "end" : watermark));
    }

    @Override
    public void idle(int output, boolean idle) {
        said.add(output + (idle ? " idle" : " active"));
    }

    @Override
    public void end(int output) {
        said.add(output + " end");
    }

    @Override
    public void wakeAt(long time) {
        wake = Math.min(wake, Math.max(now, time));
    }

    /** Lets the time pass, and the processor wake, until then. */
    void pass(Processor processor, long until) {
        while (wake <= until) {
            now = wake;
            wake = Long.MAX_VALUE;
            processor.onTimer(this, now);
        }
        now = until;
    }

    List<String> said() {
        List<String> all = List.copyOf(said);
        said.clear();
        return all;
    }

    @Override
    public boolean watched() {
        return true;
    }

    @Override
    public void note(Note note) {
        notes.add(note);
    }

    @Override
    public void countDropped(long drops) {
        dropped += drops;
    }

    @Override
    public void derived(Event child, Event parent) {}

    @Override
    public void reached(Event event) {}

    @Override
    public void leftOut(Event event) {}

    @Override
    public void failed(Event event, String message) {
        said.add("failed " + event.id);
    }

    @Override
    public void added(Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {}

    @Override
    public void merged(@Nullable Object key, long from, long to, long start, long end) {}

    @Override
    public void fired(@Nullable Object key, Event pane, Timing timing, long watermark) {}

    @Override
    public void dropped(Event event, @Nullable Object key, long start, long end, long watermark) {}

    @Override
    public void expired(@Nullable Object key, long start, long end, long watermark) {}
}
