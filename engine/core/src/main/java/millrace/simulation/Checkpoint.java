package millrace.simulation;

import java.util.Arrays;
import java.util.List;
import millrace.event.Event;
import millrace.operator.BrokerProcessor.Position;
import org.jspecify.annotations.Nullable;

/** What the sources, the consumers of brokers and the nodes of a pipeline have handed in. Once complete, never written. */
final class Checkpoint {
    /** @param overtaken what the barrier overtook at its inputs */
    record OfTask(Task.Saved state, List<Alignment.Captured> overtaken) {
        int events() {
            return (int) overtaken.stream().filter(c -> c.element() instanceof Event).count();
        }
    }

    final long number;
    final long began;
    /** Whether the pipeline stops with it. */
    final boolean savepoint;
    /** Whether it is of the graph that comes with the upgrade. */
    final boolean upgraded;
    final Source.@Nullable Saved[] sources;
    final @Nullable Position[] positions;
    final @Nullable OfTask[] tasks;
    /** Whether a keyframe has it, too. */
    boolean kept;
    private int missing;

    Checkpoint(long number, long began, boolean savepoint, boolean upgraded, int sources, int positions, int tasks) {
        this(number, began, savepoint, upgraded, new Source.Saved[sources], new Position[positions], new OfTask[tasks],
                tasks);
    }

    private Checkpoint(long number, long began, boolean savepoint, boolean upgraded, Source.@Nullable Saved[] sources,
            @Nullable Position[] positions, @Nullable OfTask[] tasks, int missing) {
        this.number = number;
        this.began = began;
        this.savepoint = savepoint;
        this.upgraded = upgraded;
        this.sources = sources;
        this.positions = positions;
        this.tasks = tasks;
        this.missing = missing;
    }

    void put(int task, OfTask snapshot) {
        tasks[task] = snapshot;
        missing--;
    }

    /** Events that barriers overtook. */
    int overtaken() {
        int all = 0;
        for (OfTask task : tasks)
            all += task == null ? 0 : task.events();
        return all;
    }

    boolean complete() {
        return missing == 0;
    }

    /** For a keyframe, or of one. */
    Checkpoint copy() {
        Checkpoint copy = new Checkpoint(number, began, savepoint, upgraded, sources.clone(), positions.clone(),
                tasks.clone(),
                missing);
        kept = true;
        copy.kept = true;
        return copy;
    }

    long hash() {
        long h = Hashing.add(Hashing.add(number, began), missing);
        return Hashing.add(h, Arrays.stream(tasks).filter(t -> t == null).count());
    }
}
