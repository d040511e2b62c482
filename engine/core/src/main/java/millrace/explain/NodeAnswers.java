package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import millrace.compile.Pipelines;
import millrace.compile.Plan.PlanWire;
import millrace.design.Counts;
import millrace.design.Durations;
import millrace.event.Watermark;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.Note;
import millrace.operator.WorkNote;
import millrace.simulation.Activity;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.NodeMoment;
import millrace.trace.NodeMoment.WindowView;
import millrace.trace.Rows;
import millrace.trace.Status;

/** How a node is at a moment, and why: crashed, standing still, held up, aligning, at work, or silent and waiting for what. */
final class NodeAnswers {
    private final Scene scene;
    private final String node;
    private final long at;
    /** How many rows of the trace have happened at {@link #at}. */
    private final int rows;

    NodeAnswers(Scene scene, String node, long at) {
        this.scene = scene;
        this.node = node;
        this.at = at;
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
        Words w = scene.words().say("It was killed at ").proc(status.since()).say(", and what it held is gone. ");
        back(w, status);
        boolean saves = scene.plan.recovery().checkpoints();
        Optional<FaultNote.Completed> last = saves ? completed() : Optional.empty();
        w.say(!saves ? " There are no checkpoints: it begins with its first, empty state."
                : last.map(c -> " It goes back to checkpoint " + c.checkpoint() + ".")
                        .orElse(" No checkpoint was complete: it begins with its first, empty state."));
        return w.answer("Why is " + name() + " down?");
    }

    private void back(Words w, Status status) {
        if (status.until() == Long.MAX_VALUE) w.say("When it is back is not known yet.");
        else
            w.say("It is back at ").proc(status.until()).say(".");
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
        Words w = scene.words().say("It stands still since ").proc(status.since());
        latest(FaultNote.Stopped.class, n -> true).ifPresent(f -> w.say(
                ", because of " + f.because() + ", as all nodes of its pipeline do"));
        w.say(". ");
        back(w, status);
        return w.answer("Why does " + name() + " stand still?");
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
        Words w = scene.words();
        Optional<Fact.Noted> since = latestFact(WorkNote.HeldUp.class, WorkNote.HeldUp::held);
        since.ifPresentOrElse(f -> {
            PlanWire wire = scene.plan.wires().get(((WorkNote.HeldUp) f.note()).wire());
            String to = scene.plan.nodes().get(wire.to()).id();
            w.say("The wire to " + scene.name(to) + " has room for " + Counts.of(wire.capacity(), "event")
                    + " and is full since ").proc(f.at()).say(": what is made for it would find no room.");
        }, () -> w.say("A wire behind it is full."));
        waiting(w, status);
        return w.answer("Why is " + name() + " held up?");
    }

    private void waiting(Words w, Status status) {
        if (status.waiting() > 0) w.say(" Before it " + Counts.of(status.waiting(), "event") + " wait.");
    }

    private Answer aligning(Status status) {
        List<String> had = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<PlanWire> in = into();
        for (int i = 0; i < in.size(); i++)
            (status.blocked(i) ? had : missing).add(scene.name(scene.plan.nodes().get(in.get(i).from()).id()));
        Words w = scene.words();
        latestFact(FaultNote.BarrierArrived.class, b -> true).ifPresent(f -> w
                .say("Barrier " + ((FaultNote.BarrierArrived) f.note()).checkpoint() + " came at ")
                .proc(f.at())
                .say(" from "));
        w.say(String.join(" and ", had) + ", which waits now. It is still to come from "
                + String.join(" and ", missing)
                + ": only then is all before it in the state, and nothing after it.");
        waiting(w, status);
        return w.answer("Why does " + name() + " take nothing from " + String.join(" and ", had) + "?");
    }

    private List<PlanWire> into() {
        int number = scene.plan.nodeNumber(node);
        return scene.plan.wires().stream().filter(p -> p.to() == number).toList();
    }

    private Answer working(Activity activity, Status status) {
        Words w = scene.words().say("It has the ").say(scene.label(activity.working().orElseThrow()));
        w.say(" in hand and is done with it at ").proc(activity.done()).say(": its work time.");
        waiting(w, status);
        return w.answer("What is " + name() + " doing?");
    }

    // Nothing is in its way

    private Answer atRest(NodeMoment moment) {
        Words w = scene.words(node);
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
        return w.answer("How is it with " + name() + "?");
    }

    private void source(Words w, NodeMoment.Source source) {
        Rows sent = scene.trace.rows(node, FactKind.EMITTED);
        int so = sent.before(rows);
        if (so == 0) w.say("It has sent nothing yet.");
        else
            w.say("It has sent " + Counts.of(so, "event") + ", the last at ")
                    .proc(scene.trace.at(sent.get(so - 1)))
                    .say(".");
        Optional<ChangeNote.Stopped> stop = latest(ChangeNote.Stopped.class, s -> s.until() > at);
        stop.ifPresent(s -> w.say(" It is stopped until ").proc(s.until()).say("."));
        Optional<Fact> end = scene.factsBack(node, FactKind.ENDED, rows).findFirst();
        if (end.isPresent()) w.say(" It ended at ").proc(end.get().at()).say(": nothing follows.");
        else if (so < sent.size()) w.say(" Its next comes at ").proc(scene.trace.at(sent.get(so))).say(".");
        watermark(w, source.watermark());
    }

    private void received(Words w) {
        Rows got = scene.trace.received(node);
        int so = got.before(rows);
        if (so == 0) w.say("Nothing has come to it yet.");
        else
            w.say(Counts.of(so, "event") + (so == 1 ? " has" : " have") + " come to it, the last at ")
                    .proc(scene.trace.at(got.get(so - 1)))
                    .say(".");
        if (so < got.size()) w.say(" The next comes at ").proc(scene.trace.at(got.get(so))).say(".");
    }

    private void watermark(Words w, long watermark) {
        w.say(" Its watermark is ").event(watermark).say(".");
        boolean moves = watermark != Watermark.FINAL && (into().size() > 1 || watermark == Watermark.NONE);
        if (moves) new Holding(scene, rows).explain(w, node, watermark == Watermark.NONE ? watermark : watermark + 1);
    }

    private void window(Words w, NodeMoment.Window window) {
        Optional<WindowView> open = window.windows()
                .stream()
                .filter(v -> v.state() == WindowView.State.OPEN && v.end() > window.watermark())
                .findFirst();
        w.say(" Its watermark is ").event(window.watermark()).say(".");
        if (open.isEmpty() || scene.byClock(node) || !Words.finite(open.get().end())) return;
        w.say(" ").window(open.get().key(), open.get().start(), open.get().end());
        w.say(" is the first that waits for it, and answers at ").event(open.get().end()).say(".");
        new Holding(scene, rows).explain(w, node, open.get().end());
    }

    /** What passes between two nodes. */
    Answer wire(PlanWire wire) {
        String from = scene.name(scene.plan.nodes().get(wire.from()).id());
        List<Fact.Delivered> came = came(wire);
        Words w = scene.words();
        if (came.isEmpty()) w.say("Nothing has come through yet.");
        else
            w.say(Counts.of(came.size(), "event") + (came.size() == 1 ? " has" : " have")
                    + " come through, the last at ").proc(came.getLast().at()).say(".");
        w.say(wire.transit() == 0 ? " On the way they need no time."
                : " Each is on its way for " + Durations.format(wire.transit()) + ".");
        if (wire.capacity() != PlanWire.UNLIMITED)
            w.say(" It has room for " + Counts.of(wire.capacity(), "event") + ", and what finds none waits in " + from
                    + ".");
        return w.answer("What goes from " + from + " to " + name() + "?");
    }

    private List<Fact.Delivered> came(PlanWire wire) {
        Rows got = scene.trace.received(node);
        return IntStream.range(0, got.before(rows))
                .mapToObj(i -> scene.trace.fact(got.get(i)))
                .filter(f -> f instanceof Fact.Delivered d && d.wire().equals(wire.id()))
                .map(Fact.Delivered.class::cast)
                .toList();
    }
}
