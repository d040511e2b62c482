package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import millrace.compile.Pipelines;
import millrace.compile.Plan.PlanWire;
import millrace.event.Watermark;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.Note;
import millrace.operator.WorkNote;
import millrace.simulation.Activity;
import millrace.text.Sentences;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.NodeMoment;
import millrace.trace.NodeMoment.WindowView;
import millrace.trace.Rows;
import millrace.trace.Status;

/** How a node is at a moment, and why: crashed, standing still, held up, aligning, at work, or silent and waiting for what. */
final class NodeAnswers {
    private final Scene scene;
    private final Figures times;
    private final String node;
    private final long at;
    /** How many rows of the trace have happened at {@link #at}. */
    private final int rows;

    NodeAnswers(Scene scene, String node, long at) {
        this.scene = scene;
        this.node = node;
        this.at = at;
        times = scene.figures(node);
        rows = scene.trace.rowsUntil(at);
    }

    Answer answer(NodeMoment moment, Status status) {
        return switch (status.health()) {
            case CRASHED -> crashed(status);
            case STOPPED -> stopped(status);
            case UP -> up(moment, status);
        };
    }

    private String name() {
        return scene.name(node);
    }

    private Answer crashed(Status status) {
        return scene.words()
                .tell("fault.killed", times.proc(status.since()))
                .tell(back(status))
                .tell(state())
                .ask("node.crashed.question", name());
    }

    private Part back(Status status) {
        return status.until() == Long.MAX_VALUE ? Part.say("node.back.unknown")
                : Part.say("node.back", times.proc(status.until()));
    }

    /** With what it will go on. */
    private Part state() {
        if (!scene.plan.recovery().checkpoints()) return Part.say("node.no-checkpoints");
        return completed().map(c -> Part.say("node.goes-back", c.checkpoint()))
                .orElseGet(() -> Part.say("node.none-complete"));
    }

    /** The checkpoint that was complete last, in any pipeline that the node may belong to. */
    private Optional<FaultNote.Completed> completed() {
        Rows noted = scene.trace.rows(FactKind.NOTED);
        int pipeline = pipeline();
        return IntStream.iterate(noted.before(rows) - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> scene.trace.fact(noted.get(i)))
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof FaultNote.Completed c
                        && (pipeline < 0 || c.pipeline() == pipeline))
                .map(f -> (FaultNote.Completed) ((Fact.Noted) f).note())
                .findFirst();
    }

    /** That of the node; -1 if it is in none. */
    private int pipeline() {
        List<Pipelines.Members> all = Pipelines.of(scene.plan);
        int number = scene.plan.nodeNumber(node);
        return IntStream.range(0, all.size()).filter(p -> all.get(p).nodes().contains(number)).findFirst().orElse(-1);
    }

    private Answer stopped(Status status) {
        Part since = times.proc(status.since());
        return scene.words()
                .tell(latest(FaultNote.Stopped.class, n -> true)
                        .map(s -> s.because().isEmpty() ? Part.say("node.stopped.upgrade", since)
                                : Part.say("node.stopped.because", since, s.because()))
                        .orElseGet(() -> Part.say("node.stopped", since)))
                .tell(back(status))
                .ask("node.stopped.question", name());
    }

    private <N extends Note> Optional<N> latest(Class<N> kind, Predicate<N> wanted) {
        return latestFact(kind, wanted).map(f -> kind.cast(f.note()));
    }

    private <N extends Note> Optional<Fact.Noted> latestFact(Class<N> kind,
            Predicate<N> wanted) {
        return scene.factsBack(node, FactKind.NOTED, rows)
                .map(Fact.Noted.class::cast)
                .filter(f -> kind.isInstance(f.note()) && wanted.test(kind.cast(f.note())))
                .findFirst();
    }

    private Answer up(NodeMoment moment, Status status) {
        if (status.heldUp()) return heldUp(status);
        if (status.aligning()) return aligning(status);
        Optional<Activity> busy = status.activities().stream().filter(a -> a.working().isPresent()).findFirst();
        return busy.map(a -> working(a, status)).orElseGet(() -> atRest(moment));
    }

    private Answer heldUp(Status status) {
        Part why = latestFact(WorkNote.HeldUp.class, WorkNote.HeldUp::held).map(this::full)
                .orElseGet(() -> Part.say("node.held-up.somewhere"));
        return scene.words().tell(why).tell(waiting(status)).ask("node.held-up.question", name());
    }

    private Part full(Fact.Noted held) {
        PlanWire wire = scene.plan.wires().get(((WorkNote.HeldUp) held.note()).wire());
        String to = scene.name(scene.plan.nodes().get(wire.to()).id());
        return Part.say("node.held-up", to, Part.counted("events", wire.capacity()), times.proc(held.at()));
    }

    private static Part waiting(Status status) {
        return status.waiting() == 0 ? Part.NONE : Part.counted("node.waiting", status.waiting());
    }

    private Answer aligning(Status status) {
        List<String> had = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<PlanWire> in = into();
        for (int i = 0; i < in.size(); i++)
            (status.blocked(i) ? had : missing).add(scene.name(scene.plan.nodes().get(in.get(i).from()).id()));
        Fact.Noted last = latestFact(FaultNote.BarrierArrived.class, b -> true).orElseThrow();
        return scene.words()
                .tell(Sentences.form("node.aligning", had.size()),
                        ((FaultNote.BarrierArrived) last.note()).checkpoint(), times.proc(last.at()), Part.names(had),
                        Part.names(missing))
                .tell(waiting(status))
                .ask("node.aligning.question", name(), Part.names(had));
    }

    private List<PlanWire> into() {
        int number = scene.plan.nodeNumber(node);
        return scene.plan.wires().stream().filter(p -> p.to() == number).toList();
    }

    private Answer working(Activity activity, Status status) {
        return scene.words()
                .tell("node.working", scene.label(activity.working().orElseThrow()), times.proc(activity.done()))
                .tell(waiting(status))
                .ask("node.working.question", name());
    }

    // Nothing is in its way

    private Answer atRest(NodeMoment moment) {
        Words w = scene.words();
        switch (moment) {
            case NodeMoment.Source s -> source(w, s);
            case NodeMoment.Window n -> {
                received(w);
                window(w, n);
            }
            case NodeMoment.Transform t -> {
                received(w);
                watermark(w, t.watermark());
            }
            case NodeMoment.Sink s -> {
                received(w);
                watermark(w, s.watermark());
            }
        }
        return w.ask("node.question", name(), times.proc(at));
    }

    private void source(Words w, NodeMoment.Source source) {
        Rows sent = scene.trace.rows(node, FactKind.EMITTED);
        int so = sent.before(rows);
        w.tell(so == 0 ? Part.say("node.sent-nothing") : Part.counted("node.sent", so, at(sent, so - 1)));
        latest(ChangeNote.Stopped.class, s -> s.until() > at)
                .ifPresent(s -> w.tell("node.silent", times.proc(s.until())));
        Optional<Fact> end = scene.factsBack(node, FactKind.ENDED, rows).findFirst();
        if (end.isPresent()) w.tell("node.ended", times.proc(end.get().at()));
        else if (so < sent.size()) w.tell("node.sends-next", at(sent, so));
        watermark(w, source.watermark());
    }

    private Part at(Rows some, int index) {
        return times.proc(scene.trace.at(some.get(index)));
    }

    private void received(Words w) {
        Rows got = scene.trace.received(node);
        int so = got.before(rows);
        w.tell(so == 0 ? Part.say("node.got-nothing") : Part.counted("node.got", so, at(got, so - 1)));
        if (so < got.size()) w.tell("node.gets-next", at(got, so));
    }

    private void watermark(Words w, long watermark) {
        w.tell("node.watermark", times.event(watermark));
        boolean moves = watermark != Watermark.FINAL && (into().size() > 1 || watermark == Watermark.NONE);
        if (moves) new Holding(scene, rows).explain(w, node, watermark == Watermark.NONE ? watermark : watermark + 1);
    }

    private void window(Words w, NodeMoment.Window window) {
        Optional<WindowView> open = window.windows()
                .stream()
                .filter(v -> v.state() == WindowView.State.OPEN && v.end() > window.watermark())
                .findFirst();
        w.tell("node.watermark", times.event(window.watermark()));
        if (open.isEmpty() || scene.byClock(node) || !Figures.finite(open.get().end())) return;
        WindowView first = open.get();
        w.tell("node.first-window", times.window(first.key(), first.start(), first.end()), times.event(first.end()));
        new Holding(scene, rows).explain(w, node, first.end());
    }
}
