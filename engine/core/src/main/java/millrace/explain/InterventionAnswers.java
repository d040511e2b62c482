package millrace.explain;

import millrace.operator.ChangeNote;
import millrace.trace.Fact;

/** What the design does to the run while it goes on. */
final class InterventionAnswers {
    private final Scene scene;

    InterventionAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, ChangeNote note) {
        return switch (note) {
            case ChangeNote.Changed n -> changed(f, n);
            case ChangeNote.Again n -> scene.words()
                    .say("The checkpoint is older than a change of its settings: what it held was brought up to them at ")
                    .proc(f.at())
                    .say(". " + fate(n.state()))
                    .answer("With what did " + scene.name(f.node()) + " go on?");
        };
    }

    private Answer changed(Fact.Noted f, ChangeNote.Changed n) {
        String from = n.before().isEmpty() ? "nothing" : n.before();
        String to = n.after().isEmpty() ? "nothing" : n.after();
        return scene.words()
                .say("From ")
                .proc(f.at())
                .say(" on " + n.setting() + " is " + to + ", not " + from + ": the design says so. " + fate(n.state()))
                .answer("What changed at " + scene.name(f.node()) + "?");
    }

    private static String fate(ChangeNote.State state) {
        return switch (state) {
            case KEPT -> "What it held it still holds.";
            case DRAINED -> "What it held can't be held by the new setting: it left in last panes, and it began anew.";
            case DROPPED -> "What it held can't be held by the new setting: it is gone, and it began anew.";
        };
    }
}
