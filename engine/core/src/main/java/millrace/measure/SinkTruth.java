package millrace.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import millrace.compile.Plan.PlanNode;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.SinkSpec;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import millrace.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Row by row, what reached the sinks of a run with crashes, held against the run without. A sink that is written by key is left out:
 * what it holds at the end counts, and not how often it was written.
 *
 * @param verdicts by the row of the trace
 * @param lost what only the run without crashes brought there, by time
 */
public record SinkTruth(SequencedMap<Integer, Verdict> verdicts, List<Fact.Reached> lost, Trace calm) {
    public enum Verdict {
        RIGHT,
        /** It is there once too often. */
        DOUBLED,
        /** The run without crashes knows no such row. */
        WRONG
    }

    public SinkTruth {
        lost = List.copyOf(lost);
    }

    /** Empty if nothing crashes, the run was cut, or nobody waits for it any more. */
    public static Optional<SinkTruth> of(Run run, BooleanSupplier goOn) {
        if (run.plan().recovery().crashes().isEmpty() || !run.complete()) return Optional.empty();
        Run calm = Run.of(run.plan().with(run.plan().recovery().withoutCrashes()), progress -> goOn.getAsBoolean());
        return calm.complete() ? Optional.of(between(run.trace(), calm.trace())) : Optional.empty();
    }

    private static SinkTruth between(Trace run, Trace calm) {
        SequencedMap<Integer, Verdict> verdicts = new LinkedHashMap<>();
        List<Fact.Reached> lost = new ArrayList<>();
        for (PlanNode node : run.plan().nodes()) {
            if (byKey(node)) continue;
            Map<List<@Nullable Object>, Deque<Fact.Reached>> left = new LinkedHashMap<>();
            reached(calm, node.id())
                    .forEach(f -> left.computeIfAbsent(content(f.event()), c -> new ArrayDeque<>()).add(f));
            for (Fact.Reached f : reached(run, node.id()))
                verdicts.put(f.index(), verdict(left.get(content(f.event()))));
            left.values().forEach(lost::addAll);
        }
        lost.sort(java.util.Comparator.comparingLong(Fact::at));
        return new SinkTruth(verdicts, lost, calm);
    }

    private static boolean byKey(PlanNode node) {
        return node.work() instanceof Work.Sink(SinkSpec.Results r) && r.mode() == SinkSpec.Mode.UPSERT;
    }

    /** What is found is taken away: the next one like it is one too many. */
    private static Verdict verdict(@Nullable Deque<Fact.Reached> left) {
        if (left == null) return Verdict.WRONG;
        return left.poll() == null ? Verdict.DOUBLED : Verdict.RIGHT;
    }

    private static List<Fact.Reached> reached(Trace trace, String node) {
        return trace.rows(node, FactKind.REACHED)
                .stream()
                .mapToObj(trace::fact)
                .filter(Fact.Reached.class::isInstance)
                .map(Fact.Reached.class::cast)
                .toList();
    }

    /** All that an event says, its number left out: a row that is read again is a new event. */
    private static List<@Nullable Object> content(Event event) {
        List<@Nullable Object> content = new ArrayList<>();
        content.add(event.time);
        content.add(ChangeKind.of(event));
        for (int i = 0; i < event.schema.fields().size(); i++)
            content.add(event.value(i));
        return content;
    }
}
