package millrace.explain;

import java.util.List;
import java.util.stream.IntStream;
import millrace.operator.BrokerNote;
import millrace.trace.Fact;

/** Where a message stands in a log or a queue, and who has it. */
final class BrokerAnswers {
    private final Scene scene;
    private final Figures times;

    BrokerAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    Answer answer(Fact.Noted f, BrokerNote note) {
        return switch (note) {
            case BrokerNote.Appended n -> new LogAnswers(scene).appended(f, n);
            case BrokerNote.Read n -> read(f, n);
            case BrokerNote.Retired n -> retired(f, n);
            case BrokerNote.Cleaned n -> cleaned(f, n);
            case BrokerNote.Sent n -> new QueueAnswers(scene).sent(f, n);
            case BrokerNote.Delivered n -> new QueueAnswers(scene).delivered(f, n);
            case BrokerNote.Done n -> new QueueAnswers(scene).done(f, n);
            case BrokerNote.Failed n -> new QueueAnswers(scene).failed(f, n);
            case BrokerNote.Joined n -> joined(f, n);
            case BrokerNote.Moved n -> moved(f, n);
            case BrokerNote.Rested n -> rested(f, n);
        };
    }

    private Answer read(Fact.Noted f, BrokerNote.Read n) {
        return scene.words()
                .tell("broker.read", n.reader(), n.group(), n.offset(), n.partition(), times.proc(f.at()))
                .ask("broker.read.question", scene.thing(n.subject()));
    }

    private Answer retired(Fact.Noted f, BrokerNote.Retired n) {
        return scene.words()
                .tell(n.age() ? "broker.retired.old" : "broker.retired.many", times.proc(f.at()), n.offset(),
                        n.partition())
                .ask("broker.retired.question", scene.thing(n.subject()));
    }

    private Answer cleaned(Fact.Noted f, BrokerNote.Cleaned n) {
        return scene.words()
                .tell(n.tombstone() ? "broker.cleaned.tombstone" : "broker.cleaned", times.proc(f.at()), n.offset())
                .ask("broker.cleaned.question", scene.thing(n.subject()));
    }

    private Answer joined(Fact.Noted f, BrokerNote.Joined n) {
        return scene.words()
                .tell("broker.joined", n.group(), times.proc(f.at()), places(n.positions()))
                .ask("broker.joined.question", n.group());
    }

    private static Part places(List<Long> positions) {
        if (positions.size() == 1) return Part.of(positions.getFirst().toString(), Tone.PLAIN);
        return Part.series(IntStream.range(0, positions.size())
                .mapToObj(p -> Part.say("broker.place", positions.get(p), p))
                .toList());
    }

    private Answer moved(Fact.Noted f, BrokerNote.Moved n) {
        String why = switch (n.reason()) {
            case RESET -> "broker.reset";
            case REWOUND -> "broker.rewound";
            case WENT_ON -> "broker.went-on";
        };
        return scene.words()
                .tell(why, times.proc(f.at()), places(n.from()), places(n.to()))
                .ask("broker.moved.question", n.group());
    }

    private Answer rested(Fact.Noted f, BrokerNote.Rested n) {
        String what = !n.idle() ? "broker.awake" : n.partition() < 0 ? "broker.idle.nothing" : "broker.idle";
        return scene.words()
                .tell(what, times.proc(f.at()), n.reader(), n.group(), n.partition())
                .ask(n.idle() ? "broker.idle.question" : "broker.awake.question", n.reader(), n.group());
    }
}
