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
            case BrokerNote.Appended n -> scene.words()
                    .say("It was appended at ")
                    .proc(f.at())
                    .say(" and has offset ")
                    .strong(String.valueOf(n.offset()))
                    .say(" of partition " + n.partition() + ".")
                    .answer("Where does " + scene.thing(n.subject()) + " stand?");
            case BrokerNote.Read n -> scene.words()
                    .say("Reader " + n.reader() + " of group " + n.group() + " took offset " + n.offset()
                            + " of partition " + n.partition() + " at ")
                    .proc(f.at())
                    .say(".")
                    .answer("Who read " + scene.thing(n.subject()) + "?");
        };
    }
}
