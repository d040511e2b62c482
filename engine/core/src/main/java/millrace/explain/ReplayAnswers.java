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
    private final Figures times;

    ReplayAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    /** The answer, and behind it that the event was sent more than once, if it was and the answer is not about that. */
    Answer with(long event, Answer answer) {
        Replays replays = scene.trace.replays();
        Optional<Long> original = replays.original(event);
        List<Long> again = replays.again(event);
        List<Replays.Reading> readings = replays.readings(event).stream().filter(r -> !said(answer, r)).toList();
        if (original.isEmpty() && again.isEmpty() && readings.isEmpty()) return answer;
        Words w = scene.words().tell(answer);
        original.ifPresent(first -> w.tell(original(born(event), born(first))));
        if (!again.isEmpty()) w.tell(again(again));
        readings.forEach(r -> w.tell(reading(r)));
        return w.answer(answer.question());
    }

    private boolean said(Answer answer, Replays.Reading reading) {
        return answer.moments().contains(scene.trace.at(reading.rows().getFirst()))
                && answer.moments().contains(scene.trace.at(reading.rows().getLast()));
    }

    private Fact born(long event) {
        return scene.trace.fact(scene.trace.bornIn(event).orElseThrow());
    }

    private Part original(Fact now, Fact first) {
        Part sent = Part.say("replay.original", scene.name(now.node()), times.proc(first.at()), times.proc(now.at()));
        return Part.say("sentence", since(sent, why(now)));
    }

    private Part again(List<Long> again) {
        Fact next = born(again.getFirst());
        Part sent = since(Part.say("replay.again", scene.name(next.node()), times.proc(next.at())), why(next));
        int more = again.size() - 1;
        return more == 0 ? Part.say("sentence", sent) : Part.counted("replay.more", more, sent);
    }

    /** The record of a log is the same event each time. */
    private Part reading(Replays.Reading reading) {
        Fact first = scene.trace.fact(reading.rows().getFirst());
        Fact last = scene.trace.fact(reading.rows().getLast());
        Part read = Part.say("replay.reading", reading.group(), scene.name(reading.log()), times.proc(first.at()),
                times.proc(last.at()));
        Optional<Part> why = scene.factsBack(reading.log(), FactKind.NOTED, last.index())
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof BrokerNote.Moved m
                        && m.group().equals(reading.group()))
                .findFirst()
                .map(f -> moved((BrokerNote.Moved) ((Fact.Noted) f).note(), f));
        return Part.say("sentence", since(read, why));
    }

    private static Part since(Part sent, Optional<Part> why) {
        return why.map(cause -> Part.say("replay.since", sent, cause)).orElse(sent);
    }

    private Part moved(BrokerNote.Moved note, Fact fact) {
        String how = switch (note.reason()) {
            case RESET -> "replay.reset";
            case REWOUND -> "replay.rewound";
            case WENT_ON -> "replay.went-on";
        };
        return Part.say(how, times.proc(fact.at()));
    }

    /** To what the sender was restored last before it. */
    private Optional<Part> why(Fact sent) {
        return scene.factsBack(sent.node(), FactKind.NOTED, sent.index())
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof FaultNote.Restored)
                .findFirst()
                .map(f -> restored(((FaultNote.Restored) ((Fact.Noted) f).note()).checkpoint(), times.proc(f.at())));
    }

    private static Part restored(long checkpoint, Part at) {
        return checkpoint == 0 ? Part.say("replay.anew", at) : Part.say("replay.back", checkpoint, at);
    }
}
