package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** What became of a message of a queue, and why it is not where its number says. */
final class QueueAnswers {
    private final Scene scene;
    private final Figures times;

    QueueAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    /** Everything that happened to the message: where it is now follows. */
    Answer sent(Fact.Noted f, BrokerNote.Sent n) {
        Words w = scene.words().tell("queue.sent", strong(n.number()), times.proc(f.at()));
        List<Fact.Noted> story = story(f.node(), n.subject());
        story.forEach(s -> w.tell(step(s)));
        boolean held = story.isEmpty() || story.getLast().note() instanceof BrokerNote.Failed last && !last.dead();
        if (held) w.tell("queue.held");
        return w.ask("queue.sent.question", scene.thing(n.subject()));
    }

    private List<Fact.Noted> story(String node, Event event) {
        return notes(node, event).filter(f -> !(f.note() instanceof BrokerNote.Sent)).toList();
    }

    private Stream<Fact.Noted> notes(String node, Event event) {
        return scene.trace.factsOf(event.id)
                .stream()
                .filter(f -> f instanceof Fact.Noted n && n.node().equals(node))
                .map(Fact.Noted.class::cast);
    }

    private Part step(Fact.Noted f) {
        Part at = times.proc(f.at());
        return switch (f.note()) {
            case BrokerNote.Delivered d when d.delivery() == 1 -> Part.say("queue.went", at, d.worker());
            case BrokerNote.Delivered d -> Part.say("queue.went.again", at, d.worker(), d.delivery());
            case BrokerNote.Failed d when d.dead() -> Part.say("queue.step.dead", at);
            case BrokerNote.Failed d -> Part.say(d.front() ? "queue.step.front" : "queue.step.back", at);
            case BrokerNote.Done d -> Part.say("queue.step.done", at);
            default -> Part.NONE;
        };
    }

    Answer delivered(Fact.Noted f, BrokerNote.Delivered n) {
        Words w = scene.words().tell("queue.free", n.worker(), times.proc(f.at()));
        String thing = scene.thing(n.subject());
        if (n.delivery() == 1) return w.ask("queue.free.question", n.worker(), thing);
        return w.tell(failedBefore(f, n)).ask("queue.again.question", thing);
    }

    private Part failedBefore(Fact.Noted f, BrokerNote.Delivered n) {
        return lastFailure(f, n.subject())
                .map(s -> Part.say("queue.again", strong(n.delivery()), ((BrokerNote.Failed) s.note()).worker(),
                        times.proc(s.at())))
                .orElseGet(() -> Part.say("queue.again.somewhere", strong(n.delivery())));
    }

    /** That of the event before this fact. */
    private Optional<Fact.Noted> lastFailure(Fact.Noted f, Event event) {
        return story(f.node(), event).stream()
                .filter(s -> s.index() < f.index() && s.note() instanceof BrokerNote.Failed)
                .reduce((a, b) -> b);
    }

    Answer done(Fact.Noted f, BrokerNote.Done n) {
        Part at = times.proc(f.at());
        Words w = n.delivery() == 1 ? scene.words().tell("queue.done", n.worker(), at)
                : scene.words().tell("queue.done.again", n.worker(), at, n.delivery());
        overtaken(f, n).ifPresent(s -> w.tell(earlier(f, (BrokerNote.Sent) s.note())));
        return w.ask("queue.done.question", scene.thing(n.subject()));
    }

    /** A message sent before this one that was not done yet. */
    private Optional<Fact.Noted> overtaken(Fact.Noted f, BrokerNote.Done n) {
        long number = number(f.node(), n.subject());
        List<Fact.Noted> before = scene.facts(f.node(), FactKind.NOTED, 0, f.index())
                .map(Fact.Noted.class::cast)
                .toList();
        return before.stream()
                .filter(s -> s.note() instanceof BrokerNote.Sent m && m.number() < number
                        && before.stream().noneMatch(d -> gone(d, m.subject())))
                .findFirst();
    }

    private Part earlier(Fact.Noted f, BrokerNote.Sent earlier) {
        return lastFailure(f, earlier.subject())
                .map(s -> Part.say("queue.overtaken.failed", earlier.number(), times.proc(s.at())))
                .orElseGet(() -> Part.say("queue.overtaken", earlier.number()));
    }

    private static boolean gone(Fact.Noted f, Event event) {
        return switch (f.note()) {
            case BrokerNote.Done d -> d.subject().id == event.id;
            case BrokerNote.Failed d -> d.dead() && d.subject().id == event.id;
            default -> false;
        };
    }

    private long number(String node, Event event) {
        return notes(node, event).map(Fact.Noted::note)
                .filter(BrokerNote.Sent.class::isInstance)
                .map(n -> ((BrokerNote.Sent) n).number())
                .findFirst()
                .orElse(0L);
    }

    Answer failed(Fact.Noted f, BrokerNote.Failed n) {
        String what = n.dead() ? "queue.failed.dead" : n.front() ? "queue.failed.front" : "queue.failed.back";
        return scene.words()
                .tell(what, n.worker(), times.proc(f.at()), strong(n.delivery()))
                .ask(n.dead() ? "queue.dead.question" : "queue.failed.question", scene.thing(n.subject()));
    }

    private static Part strong(long number) {
        return Part.strong(Long.toString(number));
    }
}
