package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanWire;
import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.operator.KeyGroups;
import millrace.simulation.Alignment.Captured;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint of the instances that were, as the instances that are now need it: each group of keys goes to its new owner, and so
 * does what a barrier overtook. Of an input, each of the old instances had come so far and no farther; the new ones begin where the
 * hindmost was, and get what the others have had already of watermarks once more: their groups know how far they were.
 */
final class Rescaling {
    private final Plan plan;
    private final Upgrading upgrading;
    private final List<Task> tasks;
    private final List<Lane> lanes;
    private final Checkpoint.@Nullable OfTask[] saved;

    private Rescaling(Plan plan, Upgrading upgrading, Pipeline pipeline, Checkpoint from) {
        this.plan = plan;
        this.upgrading = upgrading;
        tasks = pipeline.tasks();
        lanes = pipeline.lanes();
        saved = from.tasks.clone();
    }

    /** What there is for the tasks of a pipeline in a checkpoint that is of the graph before. */
    static Checkpoint.@Nullable OfTask[] dealt(Plan plan, Upgrading upgrading, Pipeline pipeline, Checkpoint from) {
        Rescaling rescaling = new Rescaling(plan, upgrading, pipeline, from);
        rescaling.level();
        Checkpoint.@Nullable OfTask[] dealt = rescaling.saved.clone();
        for (int i = 0; i < dealt.length; i++)
            if (dealt[i] != null && upgrading.rescales(rescaling.tasks.get(i).node))
                dealt[i] = rescaling.dealt(rescaling.tasks.get(i));
        return dealt;
    }

    private void level() {
        for (PlanWire wire : plan.wires())
            if (upgrading.rescales(wire.from())) level(plan.wires().indexOf(wire));
    }

    private void level(int wire) {
        boolean idle = of(plan.wires().get(wire).from()).stream().allMatch(s -> s.state().idle());
        for (int i = 0; i < saved.length; i++) {
            Task task = tasks.get(i);
            Checkpoint.OfTask own = saved[i];
            int[] inputs = lanes.stream()
                    .filter(l -> l.to == task && l.wire == wire)
                    .mapToInt(l -> l.input)
                    .toArray();
            if (own != null && inputs.length > 1) saved[i] = Levelling.of(own, inputs, idle);
        }
    }

    /** What the instances of a node have handed in. */
    private List<Checkpoint.OfTask> of(int node) {
        List<Checkpoint.OfTask> all = new ArrayList<>();
        for (int i = 0; i < saved.length; i++) {
            Checkpoint.OfTask one = saved[i];
            if (tasks.get(i).node == node && one != null) all.add(one);
        }
        return all;
    }

    private Checkpoint.OfTask dealt(Task task) {
        List<Checkpoint.OfTask> before = of(task.node);
        Progress progress = hindmost(before);
        KeyGroups groups = groups(task, before, progress.watermark());
        boolean idle = before.stream().allMatch(s -> s.state().idle());
        boolean held = progress.watermark() == Watermark.FINAL && before.stream().anyMatch(s -> s.state().held());
        // Whoever holds nothing back any more lets the end go, as soon as it is woken.
        long wake = held ? 0 : before.stream().mapToLong(s -> s.state().wake()).min().orElse(Agent.NEVER);
        Task.Saved own = before.get(task.instance()).state();
        Task.Saved state = new Task.Saved(groups, own.version(), progress, wake, own.dropped(), idle, held,
                Math.min(own.told(), progress.watermark()));
        return new Checkpoint.OfTask(state, overtaken(task, before));
    }

    private KeyGroups groups(Task task, List<Checkpoint.OfTask> before, long watermark) {
        int had = plan.nodes().get(task.node).effort().instances();
        List<KeyGroups.Share> shares = before.stream()
                .limit(had)
                .map(s -> new KeyGroups.Share((KeyGroups) s.state().processor(), s.state().progress().watermark()))
                .toList();
        return KeyGroups.dealt(shares, task.instance(), upgrading.instances(task.node), watermark);
    }

    /** For each input how far all old instances had come. */
    private static Progress hindmost(List<Checkpoint.OfTask> before) {
        Progress progress = before.getFirst().state().progress().copy();
        for (int input = 0; input < progress.inputs(); input++) {
            int k = input;
            int most = most(before, k);
            List<Progress> last = before.stream()
                    .filter(s -> controls(s, k) == most)
                    .map(s -> s.state().progress())
                    .toList();
            progress.put(k, last.stream().mapToLong(p -> p.watermark(k)).min().orElse(Watermark.NONE),
                    last.stream().allMatch(p -> p.idle(k)), last.stream().allMatch(p -> p.ended(k)));
        }
        progress.watermark(before.stream().mapToLong(s -> s.state().progress().watermark()).min().orElseThrow());
        return progress;
    }

    private static int most(List<Checkpoint.OfTask> before, int input) {
        return before.stream().mapToInt(s -> controls(s, input)).max().orElse(0);
    }

    /** All instances are told the same by an input: who was overtaken by more of that is behind. */
    private static int controls(Checkpoint.OfTask of, int input) {
        return (int) waiting(of, input).stream().filter(e -> !(e instanceof Event)).count();
    }

    /** Barriers of checkpoints that were given up are of no use to anybody. */
    private static List<Element> waiting(Checkpoint.OfTask of, int input) {
        return of.overtaken()
                .stream()
                .filter(c -> c.input() == input && !(c.element() instanceof Barrier))
                .map(Captured::element)
                .toList();
    }

    private List<Captured> overtaken(Task task, List<Checkpoint.OfTask> before) {
        List<Captured> all = new ArrayList<>();
        for (Lane lane : lanes)
            if (lane.to == task) merge(task, lane, before).forEach(e -> all.add(new Captured(lane.input, e)));
        return List.copyOf(all);
    }

    /** Between two watermarks the events of each of the old instances, as they stood. */
    private List<Element> merge(Task task, Lane lane, List<Checkpoint.OfTask> before) {
        List<List<Element>> queues = before.stream().map(s -> waiting(s, lane.input)).toList();
        int most = most(before, lane.input);
        int[] behind = before.stream().mapToInt(s -> most - controls(s, lane.input)).toArray();
        int[] at = new int[queues.size()];
        List<Element> merged = new ArrayList<>();
        for (int part = 0; part <= most; part++) {
            int present = part;
            int[] there = IntStream.range(0, at.length).filter(q -> behind[q] <= present).toArray();
            for (int q : there)
                while (at[q] < queues.get(q).size() && queues.get(q).get(at[q]) instanceof Event e) {
                    if (owns(task, lane, e)) merged.add(e);
                    at[q]++;
                }
            if (part < most) merged.add(queues.get(there[0]).get(at[there[0]]));
            for (int q : there)
                at[q]++;
        }
        return merged;
    }

    private boolean owns(Task task, Lane lane, Event event) {
        Share share = Share.of(plan, plan.wires().get(lane.wire));
        return share.instance(event, 0, upgrading.instances(task.node)) == task.instance();
    }
}
