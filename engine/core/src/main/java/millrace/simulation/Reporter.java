package millrace.simulation;

import millrace.event.Event;
import millrace.event.Timing;
import millrace.operator.Context;
import millrace.operator.Note;
import org.jspecify.annotations.Nullable;

/** Passes on to the recorder, if there is one, what a processor tells of itself. */
abstract class Reporter extends Context {
    final @Nullable Recorder recorder;
    /** The node's number in the plan. */
    final int node;

    Reporter(@Nullable Recorder recorder, int node) {
        this.recorder = recorder;
        this.node = node;
    }

    @Override
    public boolean watched() {
        return recorder != null;
    }

    @Override
    public void derived(Event child, Event parent) {
        if (recorder != null) recorder.derived(node, child, parent);
    }

    @Override
    public void leftOut(Event event) {
        if (recorder != null) recorder.leftOut(node, event);
    }

    @Override
    public void failed(Event event, String message) {
        if (recorder != null) recorder.failed(node, event, message);
    }

    @Override
    public void added(Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {
        if (recorder != null) recorder.added(node, event, key, start, end, late, watermark);
    }

    @Override
    public void merged(@Nullable Object key, long from, long to, long start, long end) {
        if (recorder != null) recorder.merged(node, key, from, to, start, end);
    }

    @Override
    public void fired(@Nullable Object key, Event pane, Timing timing, long watermark) {
        if (recorder != null) recorder.fired(node, key, pane, timing, watermark);
    }

    @Override
    public void dropped(Event event, @Nullable Object key, long start, long end, long watermark) {
        if (recorder != null) recorder.dropped(node, event, key, start, end, watermark);
    }

    @Override
    public void expired(@Nullable Object key, long start, long end, long watermark) {
        if (recorder != null) recorder.expired(node, key, start, end, watermark);
    }

    @Override
    public void note(Note note) {
        if (recorder != null) recorder.noted(node, note);
    }
}
