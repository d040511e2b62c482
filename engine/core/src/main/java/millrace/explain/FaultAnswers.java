package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import millrace.compile.Plan.PlanNode;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** What a crash cost, what a checkpoint waited for, what was restored, committed and rolled back. */
final class FaultAnswers {
    private final Scene scene;
    private final Figures times;

    FaultAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    Answer answer(Fact.Noted f, FaultNote note) {
        String name = scene.name(f.node());
        Part at = times.proc(f.at());
        Words w = scene.words();
        return switch (note) {
            case FaultNote.Began n -> began(f, n);
            case FaultNote.Skipped n -> w.tell("fault.skipped", n.checkpoint(), at).ask("fault.skipped.question");
            case FaultNote.BarrierArrived n -> arrived(f, n);
            case FaultNote.Snapshot n -> snapshot(f, n);
            case FaultNote.Completed n -> w.tell("fault.completed", at, Figures.figure(f.at() - n.began()))
                    .ask("fault.completed.question", n.checkpoint());
            case FaultNote.Aborted n -> aborted(f, n);
            case FaultNote.Crashed n when n.coordinator() -> w.tell("fault.coordinator", at)
                    .ask("fault.coordinator.question");
            case FaultNote.Crashed n -> crashed(f);
            case FaultNote.Stopped n -> w
                    .tell(n.because().isEmpty() ? "fault.stopped.upgrade" : "fault.stopped", at,
                            times.proc(n.until()), n.because())
                    .ask("fault.stopped.question", name);
            case FaultNote.Restored n -> restored(f, n);
            case FaultNote.Missed n -> w.tell(Part.counted("fault.missed", n.rows()))
                    .ask("fault.missed.question", name);
            case FaultNote.Committed n -> w.tell(Part.counted("fault.committed", n.rows(), n.checkpoint(), at))
                    .ask("fault.committed.question");
            case FaultNote.RolledBack n -> w.tell(Part.counted("fault.rolled-back", n.rows(), at))
                    .ask("fault.rolled-back.question");
            case FaultNote.Orphaned n -> w.tell("fault.orphaned", n.node()).ask("fault.orphaned.question");
        };
    }

    private Answer began(Fact.Noted f, FaultNote.Began n) {
        boolean asked = scene.plan.recovery().at().contains(f.at());
        return scene.words()
                .tell(asked ? "fault.began.asked" : "fault.began", n.checkpoint(), times.proc(f.at()))
                .ask("fault.began.question", n.checkpoint());
    }

    private Answer arrived(Fact.Noted f, FaultNote.BarrierArrived n) {
        Part at = times.proc(f.at());
        return scene.words()
                .tell(n.missing() == 0 ? Part.say("fault.arrived.last", at)
                        : Part.counted("fault.arrived", n.missing(), at))
                .ask("fault.arrived.question", n.checkpoint(), scene.name(f.node()));
    }

    private Answer snapshot(Fact.Noted f, FaultNote.Snapshot n) {
        Part saved = saved(f, n);
        return scene.words()
                .tell(n.overtaken() == 0 ? Part.say("sentence", saved)
                        : Part.counted("fault.saved.overtaken", n.overtaken(), saved))
                .ask("fault.saved.question", scene.name(f.node()), n.checkpoint());
    }

    private Part saved(Fact.Noted f, FaultNote.Snapshot n) {
        Part at = times.proc(f.at());
        return first(f.node(), FaultNote.BarrierArrived.class, f.index(), b -> b.checkpoint() == n.checkpoint())
                .filter(b -> b.at() < f.at())
                .map(b -> Part.say("fault.handed-in.after", at, Figures.figure(f.at() - b.at())))
                .orElseGet(() -> Part.say("fault.handed-in", at));
    }

    private Answer aborted(Fact.Noted f, FaultNote.Aborted n) {
        Words w = scene.words().tell("fault.aborted", times.proc(f.at()), n.reason());
        List<String> missing = waitedFor(n.checkpoint(), f.index());
        if (!missing.isEmpty()) w.tell("fault.aborted.missing", Part.names(missing));
        return w.ask("fault.aborted.question", n.checkpoint());
    }

    /** Nodes that had a barrier of it before this row, and no snapshot. */
    private List<String> waitedFor(long checkpoint, int row) {
        return scene.plan.nodes()
                .stream()
                .map(PlanNode::id)
                .filter(id -> first(id, FaultNote.BarrierArrived.class, row, b -> b.checkpoint() == checkpoint)
                        .isPresent())
                .filter(id -> first(id, FaultNote.Snapshot.class, row, s -> s.checkpoint() == checkpoint).isEmpty())
                .map(scene::name)
                .toList();
    }

    private <N extends FaultNote> Optional<Fact.Noted> first(String node, Class<N> kind, int before,
            Predicate<N> wanted) {
        return scene.facts(node, FactKind.NOTED, 0, before)
                .map(Fact.Noted.class::cast)
                .filter(n -> kind.isInstance(n.note()) && wanted.test(kind.cast(n.note())))
                .findFirst();
    }

    private Answer crashed(Fact.Noted f) {
        boolean saves = scene.plan.recovery().checkpoints();
        return scene.words()
                .tell("fault.killed", times.proc(f.at()))
                .tell(saves ? "fault.goes-back" : "fault.no-checkpoint")
                .ask("fault.killed.question", scene.name(f.node()));
    }

    private Answer restored(Fact.Noted f, FaultNote.Restored n) {
        Part at = times.proc(f.at());
        return scene.words()
                .tell(n.checkpoint() == 0 ? Part.say("fault.restored.anew", at)
                        : Part.say("fault.restored", at, n.checkpoint()))
                .ask("fault.restored.question", scene.name(f.node()));
    }
}
