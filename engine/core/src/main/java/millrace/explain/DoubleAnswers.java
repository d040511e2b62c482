package millrace.explain;

import java.util.Objects;
import java.util.Optional;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** Why a row stands in a sink twice: what was read again after a crash was written again. */
final class DoubleAnswers {
    private final Scene scene;
    private final Figures times;

    DoubleAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    /** The answer if the event was sent once more and reached a sink that had the same row before its pipeline crashed. */
    Optional<Answer> answer(Fact.Reached again) {
        if (!scene.trace.replays().doubled(again.node(), again.event().id, again.at())) return Optional.empty();
        return note(again, FaultNote.Restored.class).flatMap(restored -> note(restored, FaultNote.Stopped.class)
                .filter(stopped -> !because(stopped).isEmpty())
                .flatMap(crash -> first(again, restored).map(first -> words(first, crash, restored, again))));
    }

    /** The last note of a kind at the node of a fact, before that. */
    private Optional<Fact.Noted> note(Fact before, Class<? extends FaultNote> kind) {
        return scene.factsBack(before.node(), FactKind.NOTED, before.index())
                .map(Fact.Noted.class::cast)
                .filter(n -> kind.isInstance(n.note()))
                .findFirst();
    }

    private Optional<Fact.Reached> first(Fact.Reached again, Fact.Noted restored) {
        return scene.factsBack(again.node(), FactKind.REACHED, restored.index())
                .map(Fact.Reached.class::cast)
                .filter(f -> same(f.event(), again.event()))
                .findFirst();
    }

    /** Whether two events say the same; their numbers differ, as what is read again is a new event. */
    private static boolean same(Event a, Event b) {
        if (a.time != b.time || a.schema != b.schema || ChangeKind.of(a) != ChangeKind.of(b)) return false;
        for (int i = 0; i < a.schema.fields().size(); i++)
            if (!Objects.equals(a.value(i), b.value(i))) return false;
        return true;
    }

    /** The node that crashed; "" for an upgrade, after which nothing is read again. */
    private static String because(Fact.Noted stopped) {
        return ((FaultNote.Stopped) stopped.note()).because();
    }

    private Answer words(Fact.Reached first, Fact.Noted crash, Fact.Noted restored, Fact.Reached again) {
        return scene.words()
                .tell("double.written", times.proc(first.at()))
                .tell("double.crashed", because(crash), times.proc(crash.at()), back(restored), times.proc(again.at()))
                .tell("double.sink")
                .ask("double.question", scene.thing(again.event()));
    }

    private Part back(Fact.Noted restored) {
        long checkpoint = ((FaultNote.Restored) restored.note()).checkpoint();
        Part at = times.proc(restored.at());
        return checkpoint == 0 ? Part.say("double.anew", at) : Part.say("double.back", checkpoint, at);
    }
}
