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
        return scene.trace.losses().of(event).filter(l -> l.why() != Losses.Why.SKIPPED).map(l -> {
            Words w = scene.words();
            w.append(answer);
            lost(w, l);
            return w.answer(answer.question());
        }).orElse(answer);
    }

    private void lost(Words w, Losses.Loss loss) {
        Fact down = scene.trace.fact(loss.row());
        String name = scene.name(loss.node());
        w.say(" It is lost: " + name + " went down at ").proc(down.at());
        w.say(switch (loss.why()) {
            case HELD -> " with it in a window that had said nothing";
            case NOT_COMMITTED -> " before it was committed";
            case ON_ITS_WAY, SKIPPED -> " while it was on its way there";
        });
        w.say(scene.plan.recovery().checkpoints() ? ", and it did not come again."
                : ", and without checkpoints nothing is read again.");
    }
}
