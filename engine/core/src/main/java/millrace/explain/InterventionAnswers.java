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
            case ChangeNote.Dropped n -> gone(f, n.number(), n.eventTime(), "the design drops it");
            case ChangeNote.Lost n -> gone(f, n.number(), n.eventTime(),
                    "the source was stopped, and what came meanwhile is lost");
            case ChangeNote.HeldBack n -> own(f, n.number(), n.eventTime()).say(", and the design puts it off until ")
                    .proc(n.until())
                    .say(".")
                    .answer("Why does event " + n.number() + " of " + scene.name(f.node()) + " come later?");
            case ChangeNote.Came n -> came(f, n);
            case ChangeNote.Stopped n -> scene.words()
                    .say("The design stops it from ")
                    .proc(f.at())
                    .say(" until ")
                    .proc(n.until())
                    .say(". What comes meanwhile " + (n.held() ? "arrives then." : "is lost."))
                    .answer("Why is " + scene.name(f.node()) + " silent?");
            case ChangeNote.WentOn n -> scene.words()
                    .say("The time for which the design stopped it was over at ")
                    .proc(f.at())
                    .say(".")
                    .answer("Why does " + scene.name(f.node()) + " go on?");
        };
    }

    private Words own(Fact.Noted f, long number, long eventTime) {
        return scene.words()
                .say("Event " + number + " of " + scene.name(f.node()) + " happened at ")
                .event(eventTime)
                .say(" and would have arrived at ")
                .proc(f.at());
    }

    private Answer gone(Fact.Noted f, long number, long eventTime, String why) {
        return own(f, number, eventTime).say(": " + why + ". Nothing behind it hears of it.")
                .answer("Where is event " + number + " of " + scene.name(f.node()) + "?");
    }

    private Answer came(Fact.Noted f, ChangeNote.Came n) {
        String name = scene.name(f.node());
        String why = switch (n.why()) {
            case DELAYED -> "It is event " + n.number() + " of " + name + ", which the design puts off until ";
            case DUPLICATED -> "It is event " + n.number() + " of " + name + " once more: the design doubles it at ";
            case INSERTED -> name + " would not have sent it: the design adds it at ";
            case STOPPED -> "It is event " + n.number() + " of " + name + ", which waited until the source went on at ";
        };
        return scene.words()
                .say(why)
                .proc(f.at())
                .say(".")
                .answer("Why does " + scene.thing(n.subject()) + " come now?");
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
