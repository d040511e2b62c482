package millrace.cases;

import java.util.HashMap;
import java.util.Map;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.simulation.Quiet;
import org.jspecify.annotations.Nullable;

/** Remembers where the watermark of the window node stood when each pane left, and for how many events there was no result. */
final class Witness extends Quiet {
    private final Map<Long, Long> watermarks = new HashMap<>();
    private long failed;

    @Override
    public void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark) {
        watermarks.put(pane.id, watermark);
    }

    @Override
    public void failed(int node, Event event, String message) {
        failed++;
    }

    long failed() {
        return failed;
    }

    long watermarkOf(Event event) {
        return watermarks.getOrDefault(event.id, Watermark.NONE);
    }
}
