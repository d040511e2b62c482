package millrace.explain;

import java.util.List;
import java.util.Optional;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.operator.LogGroup;
import millrace.trace.Fact;

/** Where a record stands in a log, who has read it, and why others have not. */
final class LogAnswers {
    private final Scene scene;

    LogAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer appended(Fact.Noted f, BrokerNote.Appended n) {
        Words w = scene.words().say("It was appended at ").proc(f.at());
        record(w, f, n);
        return w.answer("Where does " + scene.thing(n.subject()) + " stand?");
    }

    /** If the event lies in a log: where, and what became of it with each group. */
    void record(Words w, Event event) {
        notes(event).filter(f -> f.note() instanceof BrokerNote.Appended).reduce((a, b) -> b).ifPresent(f -> {
            w.say(" It was appended to " + scene.name(f.node()) + " at ").proc(f.at());
            record(w, f, (BrokerNote.Appended) f.note());
        });
    }

    private void record(Words w, Fact.Noted f, BrokerNote.Appended n) {
        w.say(" and has offset ").strong(String.valueOf(n.offset())).say(" of partition " + n.partition() + ".");
        List<LogGroup> groups = GroupScene.log(scene, f.node()).orElseThrow().groups();
        for (int g = 0; g < groups.size(); g++)
            group(w, f.node(), n, g);
    }

    private java.util.stream.Stream<Fact.Noted> notes(Event event) {
        return scene.trace.factsOf(event.id).stream().filter(Fact.Noted.class::isInstance).map(Fact.Noted.class::cast);
    }

    private void group(Words w, String node, BrokerNote.Appended n, int output) {
        GroupScene group = GroupScene.of(scene, node, output, scene.trace.size());
        List<Fact.Noted> reads = notes(n.subject()).filter(f -> f.node().equals(node)
                && f.note() instanceof BrokerNote.Read r && r.group().equals(group.group.name())).toList();
        w.say(" Group " + group.group.name());
        if (reads.isEmpty()) unread(w, node, n, group);
        else
            read(w, reads);
        w.say(".");
    }

    private static void read(Words w, List<Fact.Noted> reads) {
        w.say(" read it at ");
        for (int i = 0; i < reads.size(); i++) {
            BrokerNote.Read read = (BrokerNote.Read) reads.get(i).note();
            w.say(i == 0 ? "" : " and again at ").proc(reads.get(i).at());
            if (i == 0 && read.reader() > 1) w.say(" (reader " + read.reader() + ")");
        }
    }

    private void unread(Words w, String node, BrokerNote.Appended n, GroupScene group) {
        Optional<Fact.Noted> removed = notes(n.subject()).filter(f -> f.node().equals(node)
                && (f.note() instanceof BrokerNote.Retired || f.note() instanceof BrokerNote.Cleaned)).findFirst();
        if (group.joined().isEmpty()) w.say(" has not begun to read");
        else if (behind(group, n)) {
            w.say(" never read it: it began at ").proc(group.joined().get().at());
            w.say(", behind it");
            removed.ifPresent(f -> w.say("; " + by(f) + " had removed it at ").proc(f.at()));
        } else if (removed.isPresent())
            w.say(" never read it: " + by(removed.get()) + " removed it at ").proc(removed.get().at());
        else if (group.position(n.partition()) > n.offset())
            w.say(" never read it: it went on behind it when its pipeline came up again");
        else
            w.say(" has not read it yet: it stands at offset " + group.position(n.partition()) + " and lags by "
                    + group.lag(n.partition()));
    }

    private static boolean behind(GroupScene group, BrokerNote.Appended n) {
        return group.joined()
                .filter(f -> ((BrokerNote.Joined) f.note()).positions().get(n.partition()) > n.offset())
                .isPresent();
    }

    private static String by(Fact.Noted removal) {
        return removal.note() instanceof BrokerNote.Retired ? "retention" : "the cleaner";
    }
}
