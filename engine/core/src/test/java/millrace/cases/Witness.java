package millrace.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.cases.Observed.Happened;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.FaultNote;
import millrace.operator.Note;
import millrace.simulation.Quiet;
import org.jspecify.annotations.Nullable;

/** Remembers where the watermark of the window node stood when each pane left, for how many events there was no result, and what
 * happened with checkpoints. */
final class Witness extends Quiet {
    private final Plan plan;
    private final Map<Long, Long> watermarks = new HashMap<>();
    private final List<Happened> faults = new ArrayList<>();
    private long failed;
    private long now;

    Witness(Plan plan) {
        this.plan = plan;
    }

    @Override
    public void moment(long step, long at) {
        now = at;
    }

    @Override
    public void noted(int node, Note note) {
        if (note instanceof FaultNote) faults.add(new Happened(now, plan.nodes().get(node).id(), note));
    }

    @Override
    public void reached(int node, Event event) {
        faults.add(new Happened(now, plan.nodes().get(node).id(), event));
    }

    List<Happened> faults() {
        return List.copyOf(faults);
    }

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
