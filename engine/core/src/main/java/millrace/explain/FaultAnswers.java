package millrace.explain;

import java.util.List;
import java.util.Optional;
import millrace.design.Counts;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** What a crash cost, what a checkpoint waited for, what was restored, committed and rolled back. */
final class FaultAnswers {
    private final Scene scene;

    FaultAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, FaultNote note) {
        String name = scene.name(f.node());
        Words w = scene.words();
        return switch (note) {
            case FaultNote.Began n -> w.say("Barrier " + n.checkpoint() + " left the sources at ")
                    .proc(f.at())
                    .say(scene.plan.recovery().at().contains(f.at()) ? ", since the design asks for one then."
                            : ", a multiple of the interval.")
                    .say(" It travels with the events.")
                    .answer("Why did checkpoint " + n.checkpoint() + " begin?");
            case FaultNote.Skipped n -> w.say("Checkpoint " + n.checkpoint() + " was still on its way at ")
                    .proc(f.at())
                    .say(", and there is one at a time.")
                    .answer("Why did no checkpoint begin?");
            case FaultNote.BarrierArrived n -> arrived(f, n);
            case FaultNote.Snapshot n -> snapshot(f, n);
            case FaultNote.Completed n -> w.say("The last node handed in its state at ")
                    .proc(f.at())
                    .say(", " + Words.figure(f.at() - n.began()) + " after the barriers began.")
                    .answer("When was checkpoint " + n.checkpoint() + " complete?");
            case FaultNote.Aborted n -> aborted(f, n);
            case FaultNote.Crashed n -> crashed(f, n);
            case FaultNote.Stopped n -> w.say("It stopped at ")
                    .proc(f.at())
                    .say(" because of " + n.because() + ", as all nodes of its pipeline did, and is back at ")
                    .proc(n.until())
                    .say(".")
                    .answer("Why did " + name + " stop?");
            case FaultNote.Restored n -> restored(f, n);
            case FaultNote.Missed n -> w.say("Without checkpoints it goes on from where the world is: "
                    + Counts.of(n.rows(), "event") + " that came while it was down will never be read.")
                    .answer("What did " + name + " miss?");
            case FaultNote.Committed n -> w.say("Checkpoint " + n.checkpoint() + " was complete at ")
                    .proc(f.at())
                    .say(": the " + Counts.of(n.rows(), "row") + " written before its barrier can be seen now.")
                    .answer("Why did rows become visible?");
            case FaultNote.RolledBack n -> w.say(Counts.of(n.rows(), "row") + " belonged to a transaction that was not"
                    + " committed at ")
                    .proc(f.at())
                    .say(": they are taken back and will come again.")
                    .answer(
                            "What became of the rows that were not committed?");
            case FaultNote.Orphaned n -> w.say("The savepoint holds state of '" + n.node()
                    + "', and no node of the new graph takes it: give nodes ids that stay.")
                    .answer("Why is there state without an owner?");
        };
    }

    private Answer arrived(Fact.Noted f, FaultNote.BarrierArrived n) {
        Words w = scene.words().say("The barrier of one input came at ").proc(f.at());
        w.say(n.missing() == 0 ? ", the last one." : "; " + Counts.of(n.missing(), "input") + " still to come.");
        return w.answer("What does checkpoint " + n.checkpoint() + " wait for at " + scene.name(f.node()) + "?");
    }

    private Answer snapshot(Fact.Noted f, FaultNote.Snapshot n) {
        Words w = scene.words().say("It handed in its state at ").proc(f.at());
        first(f.node(), FaultNote.BarrierArrived.class, f.index(), b -> b.checkpoint() == n.checkpoint())
                .filter(b -> b.at() < f.at())
                .ifPresent(b -> w.say(", " + Words.figure(f.at() - b.at()) + " after the first barrier came"));
        w.say(n.overtaken() == 0 ? "."
                : ", and with it " + Counts.of(n.overtaken(), "event") + " that the barrier overtook.");
        return w.answer("What did " + scene.name(f.node()) + " save for checkpoint " + n.checkpoint() + "?");
    }

    private Answer aborted(Fact.Noted f, FaultNote.Aborted n) {
        Words w = scene.words().say("It was given up at ").proc(f.at()).say(": " + n.reason() + ".");
        List<String> missing = waitedFor(n.checkpoint(), f.index());
        if (!missing.isEmpty()) w.say(" " + String.join(", ", missing) + " had not handed in state.");
        return w.answer("Why did checkpoint " + n.checkpoint() + " not complete?");
    }

    /** Nodes that had a barrier of it before this row, and no snapshot. */
    private List<String> waitedFor(long checkpoint, int row) {
        return scene.plan.nodes()
                .stream()
                .map(millrace.compile.Plan.PlanNode::id)
                .filter(id -> first(id, FaultNote.BarrierArrived.class, row, b -> b.checkpoint() == checkpoint)
                        .isPresent())
                .filter(id -> first(id, FaultNote.Snapshot.class, row, s -> s.checkpoint() == checkpoint).isEmpty())
                .map(scene::name)
                .toList();
    }

    private <N extends FaultNote> Optional<Fact.Noted> first(String node, Class<N> kind, int before,
            java.util.function.Predicate<N> wanted) {
        return scene.facts(node, FactKind.NOTED, 0, before)
                .map(Fact.Noted.class::cast)
                .filter(n -> kind.isInstance(n.note()) && wanted.test(kind.cast(n.note())))
                .findFirst();
    }

    private Answer crashed(Fact.Noted f, FaultNote.Crashed n) {
        Words w = scene.words();
        if (n.coordinator()) {
            w.say("The coordinator was lost at ")
                    .proc(f.at())
                    .say(": the nodes go on, but no checkpoint begins until it is back.");
            return w.answer("What did the crash of the coordinator do?");
        }
        w.say("It was killed at ").proc(f.at()).say(", and what it held is gone. ");
        w.say(scene.plan.recovery().checkpoints() ? "Its pipeline goes back to the last complete checkpoint."
                : "There is no checkpoint to go back to.");
        return w.answer("What happened to " + scene.name(f.node()) + "?");
    }

    private Answer restored(Fact.Noted f, FaultNote.Restored n) {
        Words w = scene.words().say("Back at ").proc(f.at());
        w.say(n.checkpoint() == 0 ? " with its first, empty state, since no checkpoint was complete."
                : " with the state of checkpoint " + n.checkpoint() + "; what came after it is read again.");
        return w.answer("With what did " + scene.name(f.node()) + " go on?");
    }
}
