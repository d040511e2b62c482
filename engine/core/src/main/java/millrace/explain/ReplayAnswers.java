package millrace.explain;

import java.util.List;
import java.util.Optional;
import millrace.operator.BrokerNote;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Replays;

/** That an event was sent before, or is sent again later: when, and why. */
final class ReplayAnswers {
    private final Scene scene;

    ReplayAnswers(Scene scene) {
        this.scene = scene;
    }

    /** The answer, and behind it that the event was sent more than once, if it was and the answer is not about that. */
    Answer with(long event, Answer answer) {
        Replays replays = scene.trace.replays();
        Optional<Long> original = replays.original(event);
        List<Long> again = replays.again(event);
        List<Replays.Reading> readings = replays.readings(event).stream().filter(r -> !said(answer, r)).toList();
        if (original.isEmpty() && again.isEmpty() && readings.isEmpty()) return answer;
        Words w = scene.words();
        w.append(answer);
        original.ifPresent(first -> original(w, event, first));
        if (!again.isEmpty()) again(w, again);
        readings.forEach(r -> reading(w, r));
        return w.answer(answer.question());
    }

    private boolean said(Answer answer, Replays.Reading reading) {
        return answer.moments().contains(scene.trace.at(reading.rows().getFirst()))
                && answer.moments().contains(scene.trace.at(reading.rows().getLast()));
    }

    private Fact born(long event) {
        return scene.trace.fact(scene.trace.bornIn(event).orElseThrow());
    }

    private void original(Words w, long event, long first) {
        Fact now = born(event);
        w.say(" It is a replay: " + scene.name(now.node()) + " sent it first at ").proc(born(first).at());
        w.say(", and again at ").proc(now.at());
        why(w, now);
        w.say(".");
    }

    private void again(Words w, List<Long> again) {
        Fact next = born(again.getFirst());
        w.say(" " + scene.name(next.node()) + " sent it once more at ").proc(next.at());
        why(w, next);
        if (again.size() > 1) w.say(", and so " + (again.size() - 1) + " more times");
        w.say(".");
    }

    /** The record of a log is the same event each time. */
    private void reading(Words w, Replays.Reading reading) {
        Fact first = scene.trace.fact(reading.rows().getFirst());
        Fact last = scene.trace.fact(reading.rows().getLast());
        w.say(" Group " + reading.group() + " of " + scene.name(reading.log()) + " read it first at ");
        w.proc(first.at()).say(", and again at ").proc(last.at());
        scene.factsBack(reading.log(), FactKind.NOTED, last.index())
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof BrokerNote.Moved m
                        && m.group().equals(reading.group()))
                .findFirst()
                .ifPresent(f -> moved(w, (BrokerNote.Moved) ((Fact.Noted) f).note(), f));
        w.say(".");
    }

    private static void moved(Words w, BrokerNote.Moved note, Fact fact) {
        w.say(switch (note.reason()) {
            case RESET -> ", since it was set back at ";
            case REWOUND -> ", since the pipeline behind it was restored at ";
            case WENT_ON -> ", since the pipeline behind it came up again at ";
        }).proc(fact.at());
    }

    /** To what the sender was restored last before it. */
    private void why(Words w, Fact sent) {
        scene.factsBack(sent.node(), FactKind.NOTED, sent.index())
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof FaultNote.Restored)
                .findFirst()
                .ifPresent(f -> restored(w, ((FaultNote.Restored) ((Fact.Noted) f).note()).checkpoint(), f.at()));
    }

    private static void restored(Words w, long checkpoint, long at) {
        w.say(checkpoint == 0 ? ", since it began anew at "
                : ", since it went back to checkpoint " + checkpoint + " at ");
        w.proc(at);
    }
}
