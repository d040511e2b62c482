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
            default -> kept(f, new JoinNote.Kept(note.subject(), 0, 0));
        };
    }

    private Answer kept(Fact.Noted f, JoinNote.Kept n) {
        Words w = scene.words()
                .say(scene.name(f.node()) + " keeps it for partners to come until the watermark passes ");
        return w.event(n.until()).say(".").answer("How long is " + thing(n.subject()) + " kept?");
    }

    private String thing(Event event) {
        return scene.thing(event);
    }
}
