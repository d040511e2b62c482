package millrace.explain;

import millrace.event.Event;
import millrace.operator.JoinNote;
import millrace.trace.Fact;

/** Why events of two inputs met, why one found no partner, and how long it waited for one. */
final class JoinAnswers {
    private final Scene scene;

    JoinAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, JoinNote note) {
        return switch (note) {
            case JoinNote.Kept n -> kept(f, n);
            case JoinNote.LetGo n -> letGo(f, n);
            case JoinNote.Paired n -> paired(f, n);
        };
    }

    private Answer kept(Fact.Noted f, JoinNote.Kept n) {
        Words w = scene.words()
                .say(scene.name(f.node()) + " keeps it for partners to come until the watermark passes ");
        return w.event(n.until()).say(".").answer("How long is " + thing(n.subject()) + " kept?");
    }

    private Answer letGo(Fact.Noted f, JoinNote.LetGo n) {
        Words w = scene.words().say("The watermark reached ").event(n.watermark()).say(" at ").proc(f.at());
        w.say(": no partner of it can come any more.").say(n.paired() ? "" : " It had none.");
        return w.answer(n.paired() ? "Why was " + thing(n.subject()) + " let go?"
                : "Why did " + thing(n.subject()) + " find no partner?");
    }

    private Answer paired(Fact.Noted f, JoinNote.Paired n) {
        Words w = scene.words().say("Both were there at ").proc(f.at()).say(", with the event times ");
        w.event(n.left().time).say(" and ").event(n.right().time).say(".");
        return w.answer("Why did these two join?");
    }

    private String thing(Event event) {
        return scene.thing(event);
    }
}
