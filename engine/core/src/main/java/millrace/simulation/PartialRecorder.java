package millrace.simulation;

import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.operator.Note;
import org.jspecify.annotations.Nullable;

/** For who wants to hear of some things only. Whoever keeps everything implements {@link Recorder}, and misses nothing new. */
public abstract class PartialRecorder implements Recorder {
    @Override
    public void moment(long step, long now) {}

    @Override
    public void emitted(int node, int partition, Event event) {}

    @Override
    public void rejected(int node, long line, String reason, String row) {}

    @Override
    public void delivered(int wire, long sentAt, Element element) {}

    @Override
    public void derived(int node, Event child, Event parent) {}

    @Override
    public void leftOut(int node, Event event) {}

    @Override
    public void failed(int node, Event event, String message) {}

    @Override
    public void added(int node, Event event, @Nullable Object key, long start, long end, boolean late,
            long watermark) {}

    @Override
    public void merged(int node, @Nullable Object key, long from, long to, long start, long end) {}

    @Override
    public void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark) {}

    @Override
    public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {}

    @Override
    public void expired(int node, @Nullable Object key, long start, long end, long watermark) {}

    @Override
    public void advanced(int node, long watermark) {}

    @Override
    public void inputAdvanced(int node, int input, long watermark) {}

    @Override
    public void idle(int node, int input, boolean idle) {}

    @Override
    public void ended(int node) {}

    @Override
    public void noted(int node, Note note) {}

    @Override
    public void reached(int node, Event event) {}
}
