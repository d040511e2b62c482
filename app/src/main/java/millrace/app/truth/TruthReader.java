package millrace.app.truth;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import millrace.app.look.Figures;
import millrace.app.pane.Shown;
import millrace.app.truth.TruthModel.Missed;
import millrace.app.truth.TruthModel.OfNode;
import millrace.app.truth.TruthModel.Said;
import millrace.app.truth.TruthModel.Window;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.expect.Truth;
import millrace.measure.WindowTruth;
import millrace.operator.StreamType;
import millrace.operator.WindowOperator;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.Run;
import millrace.trace.Trace;

/** Finds what is true of a run, which takes other runs. May be called on any thread. */
final class TruthReader {
    private final Trace trace;
    private final Plan plan;

    private TruthReader(Trace trace) {
        this.trace = trace;
        plan = trace.plan();
    }

    /** Empty: nobody waits for it any more. */
    static Optional<TruthModel> of(Shown shown, BooleanSupplier goOn) {
        TruthReader reader = new TruthReader(shown.run().trace());
        List<String> windows = windows(shown.run().plan());
        Optional<Run> batch = windows.isEmpty() ? Optional.empty() : WindowTruth.batch(shown.design(), shown.files());
        if (!goOn.getAsBoolean()) return Optional.empty();
        List<OfNode> nodes = windows.stream().map(n -> reader.node(n, batch)).toList();
        return Optional.of(new TruthModel(shown.run().plan().clock(), shown.run().end(), nodes, sinks(shown.run())));
    }

    static List<String> windows(Plan plan) {
        return plan.nodes().stream().filter(TruthReader::isWindow).map(PlanNode::id).toList();
    }

    private static boolean isWindow(PlanNode node) {
        return node.work() instanceof Work.Transform t && t.operator() instanceof WindowOperator;
    }

    /** A run that was cut has no end at which its sinks could be held against anything. */
    private static List<Truth.Sink> sinks(Run run) {
        boolean crashes = !run.plan().recovery().crashes().isEmpty();
        return crashes && run.complete() ? Truth.of(run.plan(), Run.Limits.USUAL.steps()) : List.of();
    }

    private OfNode node(String node, Optional<Run> batch) {
        return batch
                .map(b -> new OfNode(node, true, WindowTruth.of(trace, b.trace(), node)
                        .windows()
                        .stream()
                        .map(w -> window(node, w))
                        .toList()))
                .orElseGet(() -> new OfNode(node, false, List.of()));
    }

    private Window window(String node, WindowTruth.OfWindow w) {
        int key = keyOf(node);
        return new Window(w.key(), w.start(), w.end(), w.right().map(r -> Figures.result(r, key)),
                w.said().stream().map(s -> said(w, s, key)).toList(),
                w.missed().stream().map(e -> missed(node, e)).toList(), w.ended());
    }

    private int keyOf(String node) {
        List<StreamType> outputs = plan.nodes().get(plan.nodeNumber(node)).outputs();
        return outputs.isEmpty() ? StreamType.UNKEYED : outputs.getFirst().key();
    }

    private Said said(WindowTruth.OfWindow w, WindowTruth.Said said, int key) {
        int fact = trace.factsOf(said.event().id)
                .stream()
                .filter(Fact.Fired.class::isInstance)
                .mapToInt(Fact::index)
                .findFirst()
                .orElse(-1);
        return new Said(said.at(), Pane.of(said.event()).timing(), Figures.result(said.event(), key),
                w.isRight(said.event()), fact);
    }

    private Missed missed(String node, Event event) {
        long at = trace.factsOf(event.id)
                .stream()
                .filter(f -> f instanceof Fact.Dropped d && d.node().equals(node))
                .mapToLong(Fact::at)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        List<StreamType> inputs = plan.nodes().get(plan.nodeNumber(node)).inputs();
        int key = inputs.isEmpty() ? StreamType.UNKEYED : inputs.getFirst().key();
        return new Missed(at, event.id, Figures.disc(event, key));
    }
}
