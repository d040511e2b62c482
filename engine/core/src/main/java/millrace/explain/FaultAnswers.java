package millrace.explain;

import millrace.operator.FaultNote;
import millrace.trace.Fact;

/** What a crash cost, and what a checkpoint waited for. */
final class FaultAnswers {
    private final Scene scene;

    FaultAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, FaultNote note) {
        return switch (note) {
            case FaultNote.Crashed n -> scene.words()
                    .say(scene.name(f.node()) + " lost its state at ")
                    .proc(f.at())
                    .say("; the pipeline is back at ")
                    .proc(n.until())
                    .say(".")
                    .answer("What happened to " + scene.name(f.node()) + "?");
        };
    }
}
