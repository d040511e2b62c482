package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import millrace.compile.Plan;
import millrace.compile.Recovery.Upgrade;
import millrace.operator.FaultNote;
import millrace.operator.Processor;
import millrace.operator.Work;
import org.jspecify.annotations.Nullable;

/**
 * The one planned stop of a run: a savepoint, another graph, and state that must find its nodes again, by their ids or by
 * their positions. A node that is not there (yet, or any more) lets everything pass.
 */
final class Upgrading extends Agent {
    private final Simulation simulation;
    private final Plan plan;
    private final Optional<Upgrade> upgrade;
    /** Whether there is one. */
    private final boolean planned;
    private boolean asked;
    /** By node, whether its pipeline has come back since it was asked for. */
    private final boolean[] renewed;

    Upgrading(Simulation simulation, Plan plan) {
        super(SCRIPT, Long.MAX_VALUE);
        this.simulation = simulation;
        this.plan = plan;
        upgrade = plan.recovery().upgrade();
        planned = upgrade.isPresent();
        renewed = new boolean[plan.nodes().size()];
        time = upgrade.map(Upgrade::at).orElse(NEVER);
    }

    @Override
    void due() {
        time = NEVER;
        asked = true;
        simulation.pipelines().stream().filter(this::concerns).forEach(p -> p.begin(true));
    }

    private boolean concerns(Pipeline pipeline) {
        Upgrade u = upgrade.orElseThrow();
        if (u.adds().isEmpty() && u.removes().isEmpty() && u.rescales().isEmpty()) return true;
        return pipeline.tasks()
                .stream()
                .anyMatch(t -> u.adds().contains(t.node) || u.removes().contains(t.node)
                        || u.rescales().contains(t.node));
    }

    /** The savepoint of a pipeline is complete. */
    void ready(Pipeline pipeline) {
        pipeline.stopFor(upgrade.orElseThrow().restart());
    }

    /** The pipeline comes back: if it was stopped for this, it is the new one. */
    void restart(Pipeline pipeline) {
        if (asked && concerns(pipeline)) pipeline.tasks().forEach(t -> renewed[t.node] = true);
    }

    /** Whether a node is there at this time; asked with every event. */
    boolean active(int node) {
        return !planned || isActive(node);
    }

    private boolean isActive(int node) {
        return upgrade.map(u -> renewed[node] ? !u.removes().contains(node) : !u.adds().contains(node)).orElse(true);
    }

    /** Whether a pipeline has come back since it was asked for. */
    boolean upgraded(Pipeline pipeline) {
        return pipeline.tasks().stream().anyMatch(t -> renewed[t.node]);
    }

    boolean rescales(int node) {
        return plan.recovery().rescales(node);
    }

    /** How many instances of a node have keys now. */
    int instances(int node) {
        int before = plan.nodes().get(node).effort().instances();
        return rescales(node) && renewed[node] ? upgrade.orElseThrow().instances() : before;
    }

    /** The states in a checkpoint for the tasks of its pipeline; null = there is none. */
    Checkpoint.@Nullable OfTask[] states(Pipeline pipeline, Checkpoint from) {
        boolean deals = upgraded(pipeline) && !from.upgraded && !upgrade.orElseThrow().rescales().isEmpty();
        Checkpoint.@Nullable OfTask[] own = deals ? Rescaling.dealt(plan, this, pipeline, from) : from.tasks;
        Checkpoint.@Nullable OfTask[] states = new Checkpoint.OfTask[own.length];
        for (int i = 0; i < states.length; i++) {
            boolean dealt = deals && rescales(pipeline.tasks().get(i).node);
            states[i] = dealt ? own[i] : stateOf(pipeline, from, own[i], i).orElse(null);
        }
        return states;
    }

    private Optional<Checkpoint.OfTask> stateOf(Pipeline pipeline, Checkpoint from, Checkpoint.@Nullable OfTask own,
            int place) {
        if (own == null || !from.savepoint || !upgrade.map(Upgrade::byPosition).orElse(false)) {
            if (from.savepoint && own != null) orphaned(pipeline.tasks().get(place), own);
            return Optional.ofNullable(own);
        }
        return byPosition(pipeline.tasks(), from, place);
    }

    private Optional<Checkpoint.OfTask> byPosition(List<Task> tasks, Checkpoint from, int place) {
        Upgrade u = upgrade.orElseThrow();
        List<Integer> before = places(tasks, n -> !u.adds().contains(n));
        List<Integer> after = places(tasks, n -> !u.removes().contains(n));
        int position = after.indexOf(place);
        Checkpoint.OfTask state = position < 0 || position >= before.size() ? null : from.tasks[before.get(position)];
        if (state == null) return Optional.empty();
        Task owner = tasks.get(before.get(position));
        if (sameWork(owner.node, tasks.get(place).node)) return Optional.of(state);
        if (holds(state)) owner.note(new FaultNote.Orphaned(plan.nodes().get(owner.node).id()));
        return Optional.empty();
    }

    private static List<Integer> places(List<Task> tasks, java.util.function.IntPredicate there) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++)
            if (there.test(tasks.get(i).node)) places.add(i);
        return places;
    }

    private boolean sameWork(int a, int b) {
        Work left = plan.nodes().get(a).work();
        return left.equals(plan.nodes().get(b).work());
    }

    private static boolean holds(Checkpoint.OfTask state) {
        Processor processor = state.state().processor();
        return !processor.outlives() && processor.copy() != processor;
    }

    private void orphaned(Task task, Checkpoint.OfTask state) {
        if (!active(task.node) && holds(state)) {
            task.note(new FaultNote.Orphaned(plan.nodes().get(task.node).id()));
        }
    }

    /** Everything that changes. Never written after it is made. */
    record Saved(long time, boolean asked, boolean[] renewed) {}

    Saved save() {
        return new Saved(time, asked, renewed.clone());
    }

    void restore(Saved saved) {
        time = saved.time;
        asked = saved.asked;
        System.arraycopy(saved.renewed, 0, renewed, 0, renewed.length);
    }

    long hash() {
        if (!planned) return 0;
        return Hashing.add(Hashing.add(time, asked ? 1 : 0), Arrays.hashCode(renewed));
    }
}
