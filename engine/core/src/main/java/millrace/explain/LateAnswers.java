package millrace.explain;

import java.util.Optional;
import millrace.design.Durations;
import millrace.event.Watermark;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** Events and the windows they came to: in time, late and counted, dropped. */
final class LateAnswers {
    private final Scene scene;
    private final Sums sums;

    LateAnswers(Scene scene) {
        this.scene = scene;
        sums = new Sums(scene);
    }

    Answer dropped(Fact.Dropped f) {
        return droppedWords(f).answer("Why was " + scene.thing(f.event()) + " dropped?");
    }

    Words droppedWords(Fact.Dropped f) {
        long lateness = lateness(f.node());
        long expiry = f.end() + lateness;
        Words w = scene.words().say("Dropped at ").proc(f.at()).say(": its event time ").event(f.event().time);
        w.say(session(f.node()) ? " makes the session " : " lies in ").window(f.key(), f.start(), f.end());
        w.say(session(f.node()) ? ", which had already expired: the watermark passed "
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
        Words w = scene.words().say("Event time ").event(f.event().time).say(": ");
        if (f.watermark() == Watermark.NONE) w.say("there was no watermark yet");
        else
            w.say("the watermark was at ").event(f.watermark());
        w.say(" when it came at ").proc(f.at()).say(", so it is not late. It was added to ");
        return answers(w.window(f.key(), f.start(), f.end()), f);
    }

    /** What the window said from then on: ", which said 5 at 12:05:59 (on time)". */
    private Words answers(Words w, Fact.Added f) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        var panes = scene.fired(f.node(), f.key(), f.start(), f.end(), f.index(), scene.trace.size())
                .filter(p -> !p.pane().retraction())
                .limit(4)
                .toList();
        if (panes.isEmpty()) return w.say(whyNoPane(f));
        String lead = ", which said ";
        for (Fact.Fired p : panes) {
            w.say(lead).strong(scene.result(operator, p.event())).say(" at ").proc(p.at());
            w.say(" (" + p.pane().timing().word() + ")");
            lead = ", ";
        }
        return w.say(".");
    }

    private String whyNoPane(Fact.Added f) {
        boolean merged = scene.facts(f.node(), FactKind.MERGED, f.index(), scene.trace.size())
                .map(Fact.Merged.class::cast)
                .anyMatch(m -> m.key().equals(f.key()) && m.from() == f.start() && m.to() == f.end());
        return merged ? ", which was merged into a larger session before it said anything."
                : ", which says nothing in this run.";
    }

    Words lateWords(Fact.Added f) {
        Words w = scene.words().say("Event time ").event(f.event().time).say(": the watermark was already at ");
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
        return sum(w.say(", so it was added"), f);
    }

    private Words stillOpen(Words w, Fact.Added f) {
        return w.say(" is open until the watermark reaches " + w.brief(f.end())
                + ", so it was added like any other: late does not mean lost.");
    }

    private Words sum(Words w, Fact.Added f) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        Optional<Fact.Fired> next = scene.fired(f.node(), f.key(), f.start(), f.end(), f.index(), scene.trace.size())
                .filter(p -> !p.pane().retraction())
                .findFirst();
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

    private boolean session(String node) {
        return scene.windowed(node).filter(w -> w.window() instanceof WindowSpec.Session).isPresent();
    }
}
