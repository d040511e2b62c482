package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import millrace.event.Barrier;
import millrace.event.Element;
import millrace.operator.FaultNote;
import org.jspecify.annotations.Nullable;

/**
 * The barriers of one checkpoint at one node. Exactly once: an input whose barrier came is closed until all have come. At
 * least once: none is closed. Unaligned: the first barrier is acted on at once, and what it overtook, with what comes in front
 * of the others, belongs to the snapshot (Chandy and Lamport 1985; Flink's unaligned checkpoints).
 */
final class Alignment {
    /** An element that a barrier overtook, at an input. */
    record Captured(int input, Element element) {}

    private final Task task;
    private final Pipeline pipeline;
    private final boolean closes;
    private final boolean unaligned;
    private final boolean[] arrived;
    /** The checkpoint whose barriers are coming in; 0 = none. */
    private long checkpoint;
    private int missing;
    /** Unaligned: the state as the first barrier came. */
    private Task.@Nullable Saved snapshot;
    private List<Captured> captured = new ArrayList<>();

    Alignment(Task task, Pipeline pipeline, int inputs, boolean closes, boolean unaligned) {
        this.task = task;
        this.pipeline = pipeline;
        this.closes = closes;
        this.unaligned = unaligned;
        arrived = new boolean[inputs];
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /** The checkpoint whose barriers are coming in; 0 = none. */
    long checkpoint() {
        return checkpoint;
    }

    /** Whether a barrier goes past what is queued; a savepoint's does not, for what is queued may find other instances later. */
    boolean overtakes() {
        return unaligned && !pipeline.savepoint();
    }

    void arrive(Barrier barrier, int input) {
        if (!pipeline.awaits(barrier.checkpoint)) return;
        if (checkpoint != barrier.checkpoint) begin(barrier);
        if (arrived[input]) return;
        arrived[input] = true;
        missing--;
        task.note(new FaultNote.BarrierArrived(checkpoint, input, missing));
        if (missing == 0) complete(barrier);
        else if (closes && !overtakes()) task.close(input);
    }

    private void begin(Barrier barrier) {
        reset();
        checkpoint = barrier.checkpoint;
        missing = arrived.length;
        if (!overtakes()) return;
        task.precommit(checkpoint);
        snapshot = task.snapshot(pipeline.old(task));
        for (int i = 0; i < arrived.length; i++)
            for (Element element : task.waiting(i, checkpoint))
                captured.add(new Captured(i, element));
        task.forward(barrier);
    }

    private void complete(Barrier barrier) {
        boolean forwards = snapshot == null;
        if (forwards) task.precommit(barrier.checkpoint);
        Task.Saved state = snapshot == null ? task.snapshot(pipeline.old(task)) : snapshot;
        List<Captured> overtaken = List.copyOf(captured);
        reset();
        Checkpoint.OfTask handedIn = new Checkpoint.OfTask(state, overtaken);
        task.note(new FaultNote.Snapshot(barrier.checkpoint, handedIn.events()));
        if (forwards) task.forward(barrier);
        pipeline.acknowledged(task, handedIn);
        task.open();
    }

    /** An element comes in; if the snapshot is taken and its own barrier is still to come, it belongs to it. */
    void capture(Element element, int input) {
        if (snapshot != null && !arrived[input]) captured.add(new Captured(input, element));
    }

    /** Forgets the checkpoint that was coming in. */
    void reset() {
        checkpoint = 0;
        missing = 0;
        Arrays.fill(arrived, false);
        snapshot = null;
        captured = new ArrayList<>();
    }

    /** Everything that changes. Never written after it is made. */
    record Saved(long checkpoint, int missing, boolean[] arrived, Task.@Nullable Saved snapshot,
            List<Captured> captured) {}

    Saved save() {
        return new Saved(checkpoint, missing, arrived.clone(), snapshot, List.copyOf(captured));
    }

    void restore(Saved saved) {
        checkpoint = saved.checkpoint;
        missing = saved.missing;
        System.arraycopy(saved.arrived, 0, arrived, 0, arrived.length);
        snapshot = saved.snapshot;
        captured = new ArrayList<>(saved.captured);
    }

    long hash() {
        return Hashing.add(Hashing.add(checkpoint, missing), Arrays.hashCode(arrived) * 31L + captured.size());
    }
}
