package millrace.explain;

import java.util.Optional;
import java.util.stream.Stream;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** Why a row stands in a sink twice: what was read again after a crash was written again. */
final class DoubleAnswers {
    private final Scene scene;

    DoubleAnswers(Scene scene) {
        this.scene = scene;
    }

    /** The answer if the event reached a sink that had the same row before its pipeline was restored. */
    Optional<Answer> answer(Fact.Reached again) {
        Optional<Fact.Noted> restored = notes(again.node(), again.index())
                .filter(n -> n.note() instanceof FaultNote.Restored)
                .findFirst();
        if (restored.isEmpty()) return Optional.empty();
        return scene.factsBack(again.node(), FactKind.REACHED, restored.get().index())
                .map(Fact.Reached.class::cast)
                .filter(f -> same(f.event(), again.event()))
                .findFirst()
                .map(first -> words(first, again, restored.get()));
    }

    /** Notes of a node before a row, the last first. */
    private Stream<Fact.Noted> notes(String node, int before) {
        return scene.factsBack(node, FactKind.NOTED, before).map(Fact.Noted.class::cast);
    }

    /** Whether two events say the same; their numbers differ, as what is read again is a new event. */
    private static boolean same(Event a, Event b) {
        if (a.time != b.time || a.schema != b.schema || ChangeKind.of(a) != ChangeKind.of(b)) return false;
        for (int i = 0; i < a.schema.fields().size(); i++)
            if (!java.util.Objects.equals(a.value(i), b.value(i))) return false;
        return true;
    }

    private Answer words(Fact.Reached first, Fact.Reached again, Fact.Noted restored) {
        Words w = scene.words().say("It was written at ").proc(first.at()).say(". ");
        notes(again.node(), restored.index()).filter(n -> n.note() instanceof FaultNote.Stopped)
                .findFirst()
                .ifPresent(s -> w.say("Then " + ((FaultNote.Stopped) s.note()).because() + " crashed (")
                        .proc(s.at())
                        .say("), and "));
        long checkpoint = ((FaultNote.Restored) restored.note()).checkpoint();
        w.say(checkpoint == 0 ? "the pipeline began anew at "
                : "the pipeline went back to checkpoint " + checkpoint + " at ");
        w.proc(restored.at()).say(": what came after that was read again, and written again at ").proc(again.at());
        w.say(". A sink that appends keeps both; one that writes by key or in transactions does not.");
        return w.answer("Why is " + scene.thing(again.event()) + " there twice?");
    }
}
