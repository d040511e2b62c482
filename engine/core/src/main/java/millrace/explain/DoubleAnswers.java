package millrace.explain;

import java.util.Objects;
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
    private final Figures times;

    DoubleAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
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
            if (!Objects.equals(a.value(i), b.value(i))) return false;
        return true;
    }

    private Answer words(Fact.Reached first, Fact.Reached again, Fact.Noted restored) {
        Part twice = notes(again.node(), restored.index()).filter(n -> n.note() instanceof FaultNote.Stopped)
                .findFirst()
                .map(s -> stopped(s, restored, again))
                .orElseGet(() -> Part.say("double.again", back(restored), times.proc(again.at())));
        return scene.words()
                .tell("double.written", times.proc(first.at()))
                .tell(twice)
                .tell("double.sink")
                .ask("double.question", scene.thing(again.event()));
    }

    private Part stopped(Fact.Noted stopped, Fact.Noted restored, Fact.Reached again) {
        String because = ((FaultNote.Stopped) stopped.note()).because();
        return Part.say(because.isEmpty() ? "double.upgraded" : "double.crashed", times.proc(stopped.at()),
                back(restored), times.proc(again.at()), because);
    }

    private Part back(Fact.Noted restored) {
        long checkpoint = ((FaultNote.Restored) restored.note()).checkpoint();
        Part at = times.proc(restored.at());
        return checkpoint == 0 ? Part.say("double.anew", at) : Part.say("double.back", checkpoint, at);
    }
}
