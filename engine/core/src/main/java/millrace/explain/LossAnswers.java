package millrace.explain;

import millrace.trace.Fact;
import millrace.trace.Losses;

/** That an event is lost for good: where, and why nobody sends it again. */
final class LossAnswers {
    private final Scene scene;

    LossAnswers(Scene scene) {
        this.scene = scene;
    }

    /** The answer, and behind it that the event was lost, if it was and the answer does not say so. */
    Answer with(long event, Answer answer) {
        return scene.trace.losses()
                .of(event)
                .filter(l -> l.why() != Losses.Why.SKIPPED)
                .map(l -> scene.words().tell(answer).tell(lost(l)).answer(answer.question()))
                .orElse(answer);
    }

    private Part lost(Losses.Loss loss) {
        String where = switch (loss.why()) {
            case HELD -> "loss.held";
            case NOT_COMMITTED -> "loss.not-committed";
            case ON_ITS_WAY, SKIPPED -> "loss.on-its-way";
        };
        Fact down = scene.trace.fact(loss.row());
        return Part.say(scene.plan.recovery().checkpoints() ? "loss.not-again" : "loss.no-checkpoints",
                Part.say(where, scene.name(loss.node()), scene.figures().proc(down.at())));
    }
}
