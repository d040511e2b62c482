package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.design.Durations;
import millrace.event.Watermark;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;

/** Events and the windows they came to: in time, late and counted, dropped. */
final class LateAnswers {
    private final Scene scene;
    private final Sums sums;
    private final Lineage lineage;

    LateAnswers(Scene scene) {
        this.scene = scene;
        sums = new Sums(scene);
        lineage = new Lineage(scene.trace);
    }

    Answer dropped(Fact.Dropped f) {
        return droppedWords(f).answer("Why was " + scene.thing(f.event()) + " dropped?");
    }

    Words droppedWords(Fact.Dropped f) {
        long lateness = lateness(f.node());
        long expiry = f.end() + lateness;
        Words w = scene.words(f.node()).say("Dropped at ").proc(f.at()).say(": its event time ").event(f.event().time);
        w.say(scene.session(f.node()) ? " makes the session " : " lies in ").window(f.key(), f.start(), f.end());
        w.say(scene.session(f.node()) ? ", which had already expired: the watermark passed "
                : ", which expired when the watermark passed ");
        w.event(expiry);
        scene.reached(f.node(), expiry, f.index()).ifPresent(a -> w.say(" at ").proc(a.at()));
        return w.say(" (end " + w.brief(f.end()) + room(lateness) + ").");
    }

    private static String room(long lateness) {
        return lateness == 0 ? ", no allowed lateness" : " + allowed lateness " + Durations.format(lateness);
    }

    Answer added(Fact.Added f) {
        String thing = scene.thing(f.event());
        if (!f.late()) return onTimeWords(f).answer("What became of " + thing + "?");
        return lateWords(f).answer("Why is " + thing + " late, and counted?");
    }

    private Words onTimeWords(Fact.Added f) {
        Words w = scene.words(f.node()).say("Event time ").event(f.event().time).say(": ");
        if (scene.byClock(f.node())) w.say("it came at ").proc(f.at()).say(", and only that counts here");
        else if (f.watermark() == Watermark.NONE)
            w.say("there was no watermark yet when it came at ").proc(f.at()).say(", so it is not late");
        else
            w.say("the watermark was at ")
                    .event(f.watermark())
                    .say(" when it came at ")
                    .proc(f.at())
                    .say(", so it is not late");
        return alone(answers(w.say(". It was added to ").window(f.key(), f.start(), f.end()), f), f);
    }

    /** What its window said from then on, alone or merged into others: ", which said 5 at 12:05:59 (on time)." */
    private Words answers(Words w, Fact.Added f) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        List<Fact.Fired> panes = panes(f).limit(4).toList();
        if (panes.isEmpty()) return w.say(", which says nothing in this run.");
        long start = f.start();
        long end = f.end();
        String lead = ", which said ";
        for (Fact.Fired p : panes) {
            boolean same = p.pane().start() == start && p.pane().end() == end;
            if (same) w.say(lead);
            else
                w.say(", which became ").window("", p.pane().start(), p.pane().end()).say(" and said ");
            w.strong(scene.result(operator, p.event())).say(" at ").proc(p.at());
            w.say(" (" + p.pane().timing().word() + ")");
            start = p.pane().start();
            end = p.pane().end();
            lead = ", ";
        }
        return w.say(".");
    }

    /** The panes of this node that hold the event through this window, retractions left out. */
    private Stream<Fact.Fired> panes(Fact.Added f) {
        boolean session = scene.session(f.node());
        return lineage.children(f.event().id)
                .stream()
                .map(e -> scene.trace.fact(scene.trace.bornIn(e.id).orElseThrow()))
                .filter(Fact.Fired.class::isInstance)
                .map(Fact.Fired.class::cast)
                .filter(p -> p.node().equals(f.node()) && !p.pane().retraction())
                .filter(p -> session || p.pane().start() == f.start() && p.pane().end() == f.end());
    }

    /** If a session that it would have joined was gone already. */
    private Words alone(Words w, Fact.Added f) {
        if (!scene.session(f.node())) return w;
        scene.factsBack(f.node(), FactKind.EXPIRED, f.index())
                .map(Fact.Expired.class::cast)
                .filter(x -> x.key().equals(f.key()) && x.start() <= f.end() && x.end() >= f.start())
                .findFirst()
                .ifPresent(x -> w.say(" It does not join ")
                        .window(x.start(), x.end())
                        .say(", which had expired at ")
                        .proc(x.at())
                        .say("."));
        return w;
    }

    Words lateWords(Fact.Added f) {
        Words w = scene.words(f.node()).say("Event time ").event(f.event().time).say(": the watermark was already at ");
        w.event(f.watermark())
                .say(" when it came at ")
                .proc(f.at())
                .say(". Its window ")
                .window(f.key(), f.start(), f.end());
        if (f.watermark() < f.end()) return stillOpen(w, f);
        long lateness = lateness(f.node());
        if (lateness >= Watermark.FINAL - Math.max(0, f.end())) w.say(" is kept for ever");
        else
            w.say(" lives until the watermark reaches " + w.brief(f.end() + lateness) + " (end " + w.brief(f.end())
                    + room(lateness) + ")");
        return alone(sum(w.say(", so it was added"), f), f);
    }

    private Words stillOpen(Words w, Fact.Added f) {
        return alone(w.say(" is open until the watermark reaches " + w.brief(f.end())
                + ", so it was added like any other: late does not mean lost."), f);
    }

    private Words sum(Words w, Fact.Added f) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        Optional<Fact.Fired> next = panes(f).findFirst();
        if (next.isEmpty()) return w.say(", but no pane has left since.");
        String said = sums.increment(next.get(), operator).orElse(scene.result(operator, next.get().event()));
        w.say(": ").strong(said);
        if (next.get().at() != f.at()) w.say(" at ").proc(next.get().at());
        return w.say(".");
    }

    /** What allowed lateness decides over the event; empty if it decides nothing. */
    Optional<Lateness> needed(long id) {
        Optional<Lateness> found = Optional.empty();
        for (var node : scene.plan.nodes()) {
            Optional<WindowOperator> operator = scene.windowed(node.id());
            if (operator.isEmpty() || operator.get().window() instanceof WindowSpec.Count) continue;
            Optional<Lateness> here = droppedAt(node.id(), id).or(() -> countedAt(node.id(), id));
            if (found.isEmpty()) found = here;
        }
        return found;
    }

    private Optional<Lateness> droppedAt(String node, long id) {
        return scene.facts(node, FactKind.DROPPED, 0, scene.trace.size())
                .map(Fact.Dropped.class::cast)
                .filter(f -> f.event().id == id && Words.finite(f.watermark()))
                .findFirst()
                .map(f -> new Lateness(scene.label(f.event()), false, f.watermark() - f.end()));
    }

    private Optional<Lateness> countedAt(String node, long id) {
        return scene.facts(node, FactKind.ADDED, 0, scene.trace.size())
                .map(Fact.Added.class::cast)
                .filter(f -> f.event().id == id)
                .reduce((a, b) -> b.end() >= a.end() ? b : a)
                .filter(f -> f.watermark() >= f.end() && Words.finite(f.watermark()))
                .map(f -> new Lateness(scene.label(f.event()), true, f.watermark() - f.end()));
    }

    private long lateness(String node) {
        return scene.windowed(node).map(WindowOperator::lateness).orElse(0L);
    }

}
