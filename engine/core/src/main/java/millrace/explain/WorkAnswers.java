package millrace.explain;

import millrace.compile.Plan.PlanWire;
import millrace.operator.WorkNote;
import millrace.trace.Fact;

/** Who works, and who is held up by whom. */
final class WorkAnswers {
    private final Scene scene;
    private final Figures times;

    WorkAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    Answer answer(Fact.Noted f, WorkNote note) {
        return switch (note) {
            case WorkNote.Began n -> scene.words()
                    .tell("work.began", scene.name(f.node()), times.proc(f.at()), times.proc(n.until()))
                    .ask("work.began.question", scene.thing(n.subject()));
            case WorkNote.HeldUp n when n.held() -> heldUp(f, n);
            case WorkNote.HeldUp n -> scene.words()
                    .tell("work.room", to(wire(n)), times.proc(f.at()))
                    .ask("work.room.question", scene.name(f.node()));
        };
    }

    private Answer heldUp(Fact.Noted f, WorkNote.HeldUp n) {
        PlanWire wire = wire(n);
        return scene.words()
                .tell("work.full", to(wire), Part.counted("events", wire.capacity()), times.proc(f.at()))
                .ask("work.full.question", scene.name(f.node()));
    }

    private PlanWire wire(WorkNote.HeldUp n) {
        return scene.plan.wires().get(n.wire());
    }

    private String to(PlanWire wire) {
        return scene.name(scene.plan.nodes().get(wire.to()).id());
    }
}
