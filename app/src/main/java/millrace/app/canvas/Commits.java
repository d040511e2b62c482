package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.compile.Pipelines;
import millrace.compile.Plan;
import millrace.operator.BrokerNote;
import millrace.operator.FaultNote;
import millrace.operator.Log;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/** How far groups of logs have committed: where they stood as the barriers of the last complete checkpoint left. */
final class Commits {
    static final Commits NONE = new Commits();

    private record Group(String log, String name) {}

    /** From this row of the trace on these offsets are committed, one for each partition. */
    private record Commit(int row, List<Long> offsets) {}

    private record Checkpoint(int pipeline, long number) {}

    private final Map<Group, long[]> positions = new LinkedHashMap<>();
    private final Map<Integer, List<Group>> pipelines = new HashMap<>();
    private final Map<Checkpoint, Map<Group, List<Long>>> underway = new HashMap<>();
    private final Map<Group, List<Commit>> commits = new HashMap<>();

    private Commits() {}

    static Commits of(Trace trace) {
        Commits found = new Commits();
        trace.plan().nodes().forEach(found::log);
        if (found.positions.isEmpty() || !trace.plan().recovery().checkpoints()) return NONE;
        found.pipelines(trace.plan());
        trace.rows(FactKind.NOTED)
                .stream()
                .mapToObj(trace::fact)
                .forEach(f -> found.note((Fact.Noted) f));
        return found;
    }

    private void log(Plan.PlanNode node) {
        if (node.work() instanceof Work.Transform(Log log))
            log.groups().forEach(g -> positions.put(new Group(node.id(), g.name()), new long[log.partitions()]));
    }

    private void pipelines(Plan plan) {
        List<Pipelines.Members> all = Pipelines.of(plan);
        for (int p = 0; p < all.size(); p++)
            for (Pipelines.Consumer c : all.get(p).consumers()) {
                Plan.PlanNode node = plan.nodes().get(c.node());
                if (node.work() instanceof Work.Transform(Log log))
                    pipelines.computeIfAbsent(p, k -> new ArrayList<>())
                            .add(new Group(node.id(), log.groups().get(c.output()).name()));
            }
    }

    private void note(Fact.Noted n) {
        switch (n.note()) {
            case BrokerNote.Read r -> at(n.node(), r.group())[r.partition()] = r.offset() + 1;
            case BrokerNote.Joined j -> set(n.node(), j.group(), j.positions());
            case BrokerNote.Moved m -> set(n.node(), m.group(), m.to());
            case FaultNote.Began b -> began(new Checkpoint(b.pipeline(), b.checkpoint()));
            case FaultNote.Completed c -> completed(new Checkpoint(c.pipeline(), c.checkpoint()), n.index());
            default -> {
            }
        }
    }

    private long[] at(String log, String group) {
        return positions.getOrDefault(new Group(log, group), new long[0]);
    }

    private void set(String log, String group, List<Long> to) {
        long[] own = at(log, group);
        for (int p = 0; p < own.length; p++)
            own[p] = to.get(p);
    }

    private void began(Checkpoint checkpoint) {
        Map<Group, List<Long>> now = new HashMap<>();
        for (Group group : pipelines.getOrDefault(checkpoint.pipeline, List.of()))
            now.put(group, java.util.Arrays.stream(at(group.log, group.name)).boxed().toList());
        underway.put(checkpoint, now);
    }

    private void completed(Checkpoint checkpoint, int row) {
        underway.getOrDefault(checkpoint, Map.of())
                .forEach((group, offsets) -> commits.computeIfAbsent(group, k -> new ArrayList<>())
                        .add(new Commit(row, offsets)));
    }

    /** How many times groups of a log had committed: it looks otherwise after each. */
    long count(String log, int rows) {
        return commits.entrySet()
                .stream()
                .filter(e -> e.getKey().log.equals(log))
                .flatMap(e -> e.getValue().stream())
                .filter(c -> c.row < rows)
                .count();
    }

    /** The committed offsets of a group by partition, after so many rows; nothing before the first checkpoint is complete. */
    Optional<List<Long>> of(String log, String group, int rows) {
        return commits.getOrDefault(new Group(log, group), List.of())
                .stream()
                .filter(c -> c.row < rows)
                .reduce((a, b) -> b)
                .map(Commit::offsets);
    }
}
