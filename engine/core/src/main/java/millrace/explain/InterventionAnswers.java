package millrace.explain;

import millrace.operator.ChangeNote;
import millrace.trace.Fact;

/** What the design does to the run while it goes on. */
final class InterventionAnswers {
    private final Scene scene;
    private final Figures times;

    InterventionAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    Answer answer(Fact.Noted f, ChangeNote note) {
        String name = scene.name(f.node());
        Part at = times.proc(f.at());
        Words w = scene.words();
        return switch (note) {
            case ChangeNote.Changed n -> w.tell("intervention.changed", at, n.setting(), value(n.after()),
                    value(n.before())).tell(fate(n.state())).ask("intervention.changed.question", name);
            case ChangeNote.Again n -> w.tell("intervention.again", at)
                    .tell(fate(n.state()))
                    .ask("intervention.again.question", name);
            case ChangeNote.Dropped n ->
                    w.tell("intervention.dropped", n.number(), name, times.event(n.eventTime()), at)
                            .ask("intervention.dropped.question", n.number(), name);
            case ChangeNote.Lost n -> w.tell("intervention.lost", n.number(), name, times.event(n.eventTime()), at)
                    .ask("intervention.lost.question", n.number(), name);
            case ChangeNote.HeldBack n -> w.tell("intervention.held-back", n.number(), name,
                    times.event(n.eventTime()), at, times.proc(n.until()))
                    .ask("intervention.held-back.question", n.number(), name);
            case ChangeNote.Came n -> w.tell(came(n), n.number(), name, at)
                    .ask("intervention.came.question", scene.thing(n.subject()));
            case ChangeNote.Stopped n -> w
                    .tell(n.held() ? "intervention.stopped.held" : "intervention.stopped.lost", at,
                            times.proc(n.until()))
                    .ask("intervention.stopped.question", name);
            case ChangeNote.WentOn n -> w.tell("intervention.went-on", at).ask("intervention.went-on.question", name);
        };
    }

    private static String came(ChangeNote.Came n) {
        return switch (n.why()) {
            case DELAYED -> "intervention.came.delayed";
            case DUPLICATED -> "intervention.came.duplicated";
            case INSERTED -> "intervention.came.inserted";
            case STOPPED -> "intervention.came.stopped";
        };
    }

    private static Part value(String value) {
        return value.isEmpty() ? Part.say("intervention.nothing") : Part.of(value, Tone.PLAIN);
    }

    private static Part fate(ChangeNote.State state) {
        return Part.say(switch (state) {
            case KEPT -> "intervention.kept";
            case DRAINED -> "intervention.drained";
            case DROPPED -> "intervention.gone";
        });
    }
}
