package millrace.operator;

import millrace.event.Event;
import millrace.event.Schema;
import millrace.event.Timing;
import org.jspecify.annotations.Nullable;

/** For a group of keys whose watermark is ahead of that of the instance it has come to; all else is as for the others. */
final class AheadContext extends Context {
    private final Context instance;
    private final long watermark;

    AheadContext(Context instance, long watermark) {
        this.instance = instance;
        this.watermark = watermark;
    }

    @Override
    public long now() {
        return instance.now();
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public Event event(long time, Schema schema, long[] nums, @Nullable Object[] refs) {
        return instance.event(time, schema, nums, refs);
    }

    @Override
    public void send(int output, Event event) {
        instance.send(output, event);
    }

    @Override
    public void send(int output, int partition, Event event) {
        instance.send(output, partition, event);
    }

    @Override
    public boolean wired(int output) {
        return instance.wired(output);
    }

    @Override
    public boolean room(int output) {
        return instance.room(output);
    }

    @Override
    public void advance(int output, long watermark) {
        instance.advance(output, watermark);
    }

    @Override
    public void idle(int output, boolean idle) {
        instance.idle(output, idle);
    }

    @Override
    public void end(int output) {
        instance.end(output);
    }

    @Override
    public void wakeAt(long time) {
        instance.wakeAt(time);
    }

    @Override
    public boolean watched() {
        return instance.watched();
    }

    @Override
    public void derived(Event child, Event parent) {
        instance.derived(child, parent);
    }

    @Override
    public void leftOut(Event event) {
        instance.leftOut(event);
    }

    @Override
    public void failed(Event event, String message) {
        instance.failed(event, message);
    }

    @Override
    public void added(Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {
        instance.added(event, key, start, end, late, watermark);
    }

    @Override
    public void merged(@Nullable Object key, long from, long to, long start, long end) {
        instance.merged(key, from, to, start, end);
    }

    @Override
    public void fired(@Nullable Object key, Event pane, Timing timing, long watermark) {
        instance.fired(key, pane, timing, watermark);
    }

    @Override
    public void dropped(Event event, @Nullable Object key, long start, long end, long watermark) {
        instance.dropped(event, key, start, end, watermark);
    }

    @Override
    public void countDropped(long drops) {
        instance.countDropped(drops);
    }

    @Override
    public void expired(@Nullable Object key, long start, long end, long watermark) {
        instance.expired(key, start, end, watermark);
    }

    @Override
    public void reached(Event event) {
        instance.reached(event);
    }

    @Override
    public void note(Note note) {
        instance.note(note);
    }
}
