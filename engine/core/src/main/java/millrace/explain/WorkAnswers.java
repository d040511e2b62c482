package millrace.explain;

import millrace.design.Counts;
import millrace.operator.WorkNote;
import millrace.trace.Fact;

/** Who works, and who is held up by whom. */
final class WorkAnswers {
    private final Scene scene;

    WorkAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, WorkNote note) {
        return switch (note) {
            case WorkNote.Began n -> scene.words()
                    .say(scene.name(f.node()) + " took it at ")
                    .proc(f.at())
                    .say(" and is done with it at ")
                    .proc(n.until())
                    .say(": its work time.")
                    .answer("How long does " + scene.thing(n.subject()) + " take?");
            case WorkNote.HeldUp n -> heldUp(f, n);
        };
    }

    private Answer heldUp(Fact.Noted f, WorkNote.HeldUp n) {
        var wire = scene.plan.wires().get(n.wire());
        String to = scene.name(scene.plan.nodes().get(wire.to()).id());
        Words w = scene.words();
        if (n.held()) {
            w.say("The wire to " + to + " holds " + Counts.of(wire.capacity(), "event") + " and was full at ");
            w.proc(f.at()).say(": what is made for it would find no room. Look behind it for who is busy.");
            return w.answer("Why is " + scene.name(f.node()) + " held up?");
        }
        w.say("There was room on the wire to " + to + " again at ").proc(f.at()).say(".");
        return w.answer("Why does " + scene.name(f.node()) + " go on?");
    }
}
