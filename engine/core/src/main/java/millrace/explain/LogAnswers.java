package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.operator.LogGroup;
import millrace.trace.Fact;

/** Where a record stands in a log, who has read it, and why others have not. */
final class LogAnswers {
    private final Scene scene;
    private final Figures times;

    LogAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    Answer appended(Fact.Noted f, BrokerNote.Appended n) {
        Words w = scene.words().tell("log.appended", times.proc(f.at()), offset(n), n.partition());
        groups(w, f.node(), n);
        return w.ask("log.appended.question", scene.thing(n.subject()));
    }

    /** If the event lies in a log: where, and what became of it with each group. */
    void record(Words w, Event event) {
        notes(event).filter(f -> f.note() instanceof BrokerNote.Appended)
                .reduce((a, b) -> b)
                .ifPresent(f -> record(w, f, (BrokerNote.Appended) f.note()));
    }

    private void record(Words w, Fact.Noted f, BrokerNote.Appended n) {
        w.tell("log.record", scene.name(f.node()), times.proc(f.at()), offset(n), n.partition());
        groups(w, f.node(), n);
    }

    private static Part offset(BrokerNote.Appended n) {
        return Part.strong(Long.toString(n.offset()));
    }

    private void groups(Words w, String node, BrokerNote.Appended n) {
        List<LogGroup> groups = GroupScene.log(scene, node).orElseThrow().groups();
        for (int g = 0; g < groups.size(); g++)
            w.tell(group(node, n, g));
    }

    private Stream<Fact.Noted> notes(Event event) {
        return scene.trace.factsOf(event.id).stream().filter(Fact.Noted.class::isInstance).map(Fact.Noted.class::cast);
    }

    private Part group(String node, BrokerNote.Appended n, int output) {
        GroupScene group = GroupScene.of(scene, node, output, scene.trace.size());
        List<Fact.Noted> reads = notes(n.subject()).filter(f -> f.node().equals(node)
                && f.note() instanceof BrokerNote.Read r && r.group().equals(group.group.name())).toList();
        return reads.isEmpty() ? unread(node, n, group) : Part.say("log.read", group.group.name(), times(reads));
    }

    private Part times(List<Fact.Noted> reads) {
        Part first = times.proc(reads.getFirst().at());
        int reader = ((BrokerNote.Read) reads.getFirst().note()).reader();
        return reads.stream()
                .skip(1)
                .map(f -> times.proc(f.at()))
                .reduce(reader > 1 ? Part.say("log.read.reader", first, reader) : first,
                        (a, b) -> Part.say("log.read.again", a, b));
    }

    private Part unread(String node, BrokerNote.Appended n, GroupScene group) {
        String name = group.group.name();
        Optional<Fact.Noted> removed = notes(n.subject()).filter(f -> f.node().equals(node)
                && (f.note() instanceof BrokerNote.Retired || f.note() instanceof BrokerNote.Cleaned)).findFirst();
        if (group.joined().isEmpty()) return Part.say("log.not-begun", name);
        if (behind(group, n)) return behind(name, group.joined().get(), removed);
        if (removed.isPresent()) return Part.say("log.removed", name, by(removed.get()), at(removed.get()));
        if (group.position(n.partition()) > n.offset()) return Part.say("log.passed", name);
        return Part.say("log.lags", name, group.position(n.partition()), group.lag(n.partition()));
    }

    private static boolean behind(GroupScene group, BrokerNote.Appended n) {
        return group.joined()
                .filter(f -> ((BrokerNote.Joined) f.note()).positions().get(n.partition()) > n.offset())
                .isPresent();
    }

    private Part behind(String name, Fact.Noted joined, Optional<Fact.Noted> removed) {
        return removed.map(f -> Part.say("log.behind.removed", name, at(joined), by(f), at(f)))
                .orElseGet(() -> Part.say("log.behind", name, at(joined)));
    }

    private Part at(Fact.Noted f) {
        return times.proc(f.at());
    }

    private static Part by(Fact.Noted removal) {
        return Part.say(removal.note() instanceof BrokerNote.Retired ? "log.retention" : "log.cleaner");
    }
}
