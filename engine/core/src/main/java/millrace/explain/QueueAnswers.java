package millrace.explain;

import java.util.List;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.trace.Fact;

/** What became of a message of a queue, and why it is not where its number says. */
final class QueueAnswers {
    private final Scene scene;

    QueueAnswers(Scene scene) {
        this.scene = scene;
    }

    /** Everything that happened to the message: where it is now follows. */
    Answer sent(Fact.Noted f, BrokerNote.Sent n) {
        Words w = scene.words().say("It is message ").strong(String.valueOf(n.number())).say(", sent at ").proc(f.at());
        w.say(".");
        List<Fact.Noted> story = story(f.node(), n.subject());
        for (Fact.Noted fact : story)
            step(w, fact);
        boolean held = story.isEmpty() || story.getLast().note() instanceof BrokerNote.Failed last && !last.dead();
        if (held) w.say(" It waits in the queue.");
        return w.answer("What became of " + scene.thing(n.subject()) + "?");
    }

    private List<Fact.Noted> story(String node, Event event) {
        return scene.trace.factsOf(event.id)
                .stream()
                .filter(f -> f instanceof Fact.Noted n && n.node().equals(node)
                        && !(n.note() instanceof BrokerNote.Sent))
                .map(Fact.Noted.class::cast)
                .toList();
    }

    private static void step(Words w, Fact.Noted f) {
        switch (f.note()) {
            case BrokerNote.Delivered d ->
                    w.say(" At ").proc(f.at()).say(" it went to " + d.worker() + times(d.delivery()) + ".");
            case BrokerNote.Failed d -> w.say(" At ").proc(f.at()).say(" that failed" + after(d) + ".");
            case BrokerNote.Done d -> w.say(" It was done at ").proc(f.at()).say(".");
            default -> {
            }
        }
    }

    private static String times(long delivery) {
        return delivery == 1 ? "" : ", delivery " + delivery;
    }

    private static String after(BrokerNote.Failed n) {
        if (n.dead()) return " for the last time allowed, and it was given up";
        return " and it went to the " + (n.front() ? "front" : "back");
    }

    Answer delivered(Fact.Noted f, BrokerNote.Delivered n) {
        Words w = scene.words().say(n.worker() + " was the first free worker at ").proc(f.at()).say(".");
        if (n.delivery() > 1) {
            w.say(" It is delivery ").strong(String.valueOf(n.delivery())).say(": the work on it failed");
            lastFailure(f, n.subject(), w);
            return w.say(".").answer("Why is " + scene.thing(n.subject()) + " delivered again?");
        }
        return w.answer("Why did " + n.worker() + " get " + scene.thing(n.subject()) + "?");
    }

    private void lastFailure(Fact.Noted f, Event event, Words w) {
        story(f.node(), event).stream()
                .filter(s -> s.index() < f.index() && s.note() instanceof BrokerNote.Failed)
                .reduce((a, b) -> b)
                .ifPresent(s -> w.say(" at " + ((BrokerNote.Failed) s.note()).worker() + " at ").proc(s.at()));
    }

    Answer done(Fact.Noted f, BrokerNote.Done n) {
        Words w = scene.words().say(n.worker() + " finished it at ").proc(f.at());
        w.say(n.delivery() == 1 ? "." : ", at delivery " + n.delivery() + ".");
        overtaken(w, f, n);
        return w.answer("Why is " + scene.thing(n.subject()) + " done now?");
    }

    /** A message sent before this one that was not done yet. */
    private void overtaken(Words w, Fact.Noted f, BrokerNote.Done n) {
        long number = number(f.node(), n.subject());
        List<Fact.Noted> before = scene.facts(f.node(), millrace.trace.FactKind.NOTED, 0, f.index())
                .map(Fact.Noted.class::cast)
                .toList();
        before.stream()
                .filter(s -> s.note() instanceof BrokerNote.Sent m && m.number() < number
                        && before.stream().noneMatch(d -> gone(d, m.subject())))
                .findFirst()
                .ifPresent(s -> earlier(w, f, (BrokerNote.Sent) s.note()));
    }

    private void earlier(Words w, Fact.Noted f, BrokerNote.Sent earlier) {
        w.say(" Message " + earlier.number() + " was sent before it and is not done yet");
        story(f.node(), earlier.subject()).stream()
                .filter(s -> s.index() < f.index() && s.note() instanceof BrokerNote.Failed)
                .reduce((a, b) -> b)
                .ifPresent(s -> w.say(": work on that failed at ").proc(s.at()));
        w.say(".");
    }

    private static boolean gone(Fact.Noted f, Event event) {
        return switch (f.note()) {
            case BrokerNote.Done d -> d.subject().id == event.id;
            case BrokerNote.Failed d -> d.dead() && d.subject().id == event.id;
            default -> false;
        };
    }

    private long number(String node, Event event) {
        return scene.trace.factsOf(event.id)
                .stream()
                .filter(f -> f instanceof Fact.Noted n && n.node().equals(node))
                .map(f -> ((Fact.Noted) f).note())
                .filter(BrokerNote.Sent.class::isInstance)
                .map(n -> ((BrokerNote.Sent) n).number())
                .findFirst()
                .orElse(0L);
    }

    Answer failed(Fact.Noted f, BrokerNote.Failed n) {
        Words w = scene.words().say("Work on it failed at " + n.worker() + " at ").proc(f.at());
        w.say(", delivery ").strong(String.valueOf(n.delivery()));
        w.say(n.dead() ? ": no more are allowed, so it was given up and left by 'dead'."
                : ": it went back to the " + (n.front() ? "front" : "back") + " and is delivered again.");
        return w.answer(n.dead() ? "Why was " + scene.thing(n.subject()) + " given up?"
                : "Why is " + scene.thing(n.subject()) + " not done?");
    }
}
