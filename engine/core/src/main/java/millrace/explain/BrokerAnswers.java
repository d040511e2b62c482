package millrace.explain;

import millrace.operator.BrokerNote;
import millrace.trace.Fact;

/** Where a message stands in a log or a queue, and who has it. */
final class BrokerAnswers {
    private final Scene scene;

    BrokerAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, BrokerNote note) {
        return switch (note) {
            case BrokerNote.Appended n -> appended(f, n);
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

    private Answer appended(Fact.Noted f, BrokerNote.Appended n) {
        Words w = scene.words().say("It was appended at ").proc(f.at()).say(" and has offset ");
        w.strong(String.valueOf(n.offset())).say(" of partition " + n.partition() + ".");
        return w.answer("Where does " + scene.thing(n.subject()) + " stand?");
    }

    private Answer read(Fact.Noted f, BrokerNote.Read n) {
        return scene.words()
                .say("Reader " + n.reader() + " of group " + n.group() + " took offset " + n.offset()
                        + " of partition " + n.partition() + " at ")
                .proc(f.at())
                .say(".")
                .answer("Who read " + scene.thing(n.subject()) + "?");
    }

    private Answer retired(Fact.Noted f, BrokerNote.Retired n) {
        Words w = scene.words().say("At ").proc(f.at()).say(" offset " + n.offset() + " of partition " + n.partition());
        w.say(n.age() ? " was as old as a record may become" : " was one record too many");
        return w.say(": retention removed it, read or not.").answer("Why is " + scene.thing(n.subject()) + " gone?");
    }

    private Answer cleaned(Fact.Noted f, BrokerNote.Cleaned n) {
        Words w = scene.words().say("The cleaner ran at ").proc(f.at()).say(" and removed offset " + n.offset());
        w.say(n.tombstone() ? ": a tombstone is kept only for a while after the run that first met it."
                : ": a newer record of the same key stands behind it.");
        return w.answer("Why is " + scene.thing(n.subject()) + " gone?");
    }

    private Answer joined(Fact.Noted f, BrokerNote.Joined n) {
        return scene.words()
                .say("Group " + n.group() + " began to read at ")
                .proc(f.at())
                .say(", from offset " + places(n.positions()) + ".")
                .answer("Where did group " + n.group() + " begin?");
    }

    private static String places(java.util.List<Long> positions) {
        if (positions.size() == 1) return String.valueOf(positions.getFirst());
        return String.join(", ", java.util.stream.IntStream.range(0, positions.size())
                .mapToObj(p -> positions.get(p) + " of partition " + p)
                .toList());
    }

    private Answer moved(Fact.Noted f, BrokerNote.Moved n) {
        String why = switch (n.reason()) {
            case RESET -> "it was set back to the oldest record";
            case REWOUND -> "the pipeline behind it was restored, and goes on where its checkpoint stood";
            case WENT_ON -> "the pipeline behind it came up again with nothing remembered";
        };
        return scene.words()
                .say("At ")
                .proc(f.at())
                .say(" " + why + ": from offset " + places(n.from()) + " to " + places(n.to()) + ".")
                .answer("Why did group " + n.group() + " move?");
    }

    private Answer rested(Fact.Noted f, BrokerNote.Rested n) {
        String who = "reader " + n.reader() + " of group " + n.group();
        String what = n.partition() < 0 ? ", which has no partition," : " had nothing of partition " + n.partition();
        Words w = scene.words().say("At ").proc(f.at()).say(" ");
        if (!n.idle()) w.say(who + " had an event again, and counts again.");
        else
            w.say(who + what + " for so long that it holds the watermark back no longer.");
        return w.answer("Why is " + who + (n.idle() ? " idle?" : " not idle any more?"));
    }
}
