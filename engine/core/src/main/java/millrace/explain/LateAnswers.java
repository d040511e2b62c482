package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.design.Durations;
import millrace.event.Pane;
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
        return scene.words().tell(droppedSentence(f)).ask("late.dropped.question", scene.thing(f.event()));
    }

    Part droppedSentence(Fact.Dropped f) {
        Figures figures = scene.figures(f.node());
        long expiry = f.end() + lateness(f.node());
        Part passed = scene.reached(f.node(), expiry, f.index())
                .map(a -> figures.event(expiry).at(figures.proc(a.at())))
                .orElse(figures.event(expiry));
        return Part.say(scene.session(f.node()) ? "late.dropped.session" : "late.dropped", figures.proc(f.at()),
                figures.event(f.event().time), figures.window(f.key(), f.start(), f.end()), passed,
                room(f.node(), f.end()));
    }

    /** "end 12:02 + allowed lateness 2 min". */
    private Part room(String node, long end) {
        String named = scene.figures(node).brief(end);
        long lateness = lateness(node);
        return lateness == 0 ? Part.say("late.end", named)
                : Part.say("late.end.lateness", named, Durations.format(lateness));
    }

    Answer added(Fact.Added f) {
        String thing = scene.thing(f.event());
        return f.late() ? counted(f).ask("late.counted.question", thing)
                : inTime(f).ask("late.in-time.question", thing);
    }

    private Words inTime(Fact.Added f) {
        Figures figures = scene.figures(f.node());
        String key = scene.byClock(f.node()) ? "late.came.clock"
                : f.watermark() == Watermark.NONE ? "late.came.no-watermark" : "late.came.in-time";
        return alone(scene.words()
                .tell(key, figures.event(f.event().time), figures.proc(f.at()), figures.event(f.watermark()))
                .tell("late.added", became(f)), f);
    }

    /** Its window, with what that said from then on, alone or merged into others: "W, which said 5 at 12:05:59 (on time)". */
    private Part became(Fact.Added f) {
        Figures figures = scene.figures(f.node());
        Part window = figures.window(f.key(), f.start(), f.end());
        List<Fact.Fired> panes = panes(f).limit(4).toList();
        if (panes.isEmpty()) return Part.say("late.window.silent", window);
        for (int i = 0, next; i < panes.size(); i = next) {
            Pane pane = panes.get(i).pane();
            next = i + (int) panes.stream().skip(i).takeWhile(p -> same(p, pane.start(), pane.end())).count();
            Part said = Part.series(panes.subList(i, next).stream().map(this::said).toList());
            window = i == 0 && same(panes.getFirst(), f.start(), f.end()) ? Part.say("late.window.said", window, said)
                    : Part.say("late.window.became", window, figures.window(pane.start(), pane.end()), said);
        }
        return window;
    }

    private static boolean same(Fact.Fired f, long start, long end) {
        return f.pane().start() == start && f.pane().end() == end;
    }

    private Part said(Fact.Fired f) {
        String result = scene.result(scene.windowed(f.node()).orElseThrow(), f.event());
        return Part.say("late.said", Part.strong(result), scene.figures().proc(f.at()),
                PaneAnswers.timing(f.pane().timing()));
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
                .filter(p -> session || same(p, f.start(), f.end()));
    }

    /** If a session that it would have joined was gone already. */
    private Words alone(Words w, Fact.Added f) {
        if (!scene.session(f.node())) return w;
        scene.factsBack(f.node(), FactKind.EXPIRED, f.index())
                .map(Fact.Expired.class::cast)
                .filter(x -> x.key().equals(f.key()) && x.start() <= f.end() && x.end() >= f.start())
                .findFirst()
                .ifPresent(x -> w.tell("late.alone", scene.figures().window(x.start(), x.end()),
                        scene.figures().proc(x.at())));
        return w;
    }

    private Words counted(Fact.Added f) {
        Figures figures = scene.figures(f.node());
        Words w = scene.words()
                .tell("late.came", figures.event(f.event().time), figures.event(f.watermark()), figures.proc(f.at()));
        Part window = figures.window(f.key(), f.start(), f.end());
        return alone(f.watermark() < f.end() ? w.tell("late.open", window, figures.brief(f.end()))
                : w.tell(sum(kept(window, f), f)), f);
    }

    private Part kept(Part window, Fact.Added f) {
        long lateness = lateness(f.node());
        if (lateness >= Watermark.FINAL - Math.max(0, f.end())) return Part.say("late.kept", window);
        String until = scene.figures(f.node()).brief(f.end() + lateness);
        return Part.say("late.lives", window, until, room(f.node(), f.end()));
    }

    private Part sum(Part kept, Fact.Added f) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        Optional<Fact.Fired> next = panes(f).findFirst();
        if (next.isEmpty()) return Part.say("late.counted.silent", kept);
        Part sum = Part.strong(
                sums.increment(next.get(), operator).orElse(scene.result(operator, next.get().event())));
        boolean atOnce = next.get().at() == f.at();
        return Part.say("late.counted", kept, atOnce ? sum : sum.at(scene.figures().proc(next.get().at())));
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
                .filter(f -> f.event().id == id && Figures.finite(f.watermark()))
                .findFirst()
                .map(f -> new Lateness(scene.label(f.event()), false, f.watermark() - f.end()));
    }

    private Optional<Lateness> countedAt(String node, long id) {
        return scene.facts(node, FactKind.ADDED, 0, scene.trace.size())
                .map(Fact.Added.class::cast)
                .filter(f -> f.event().id == id)
                .reduce((a, b) -> b.end() >= a.end() ? b : a)
                .filter(f -> f.watermark() >= f.end() && Figures.finite(f.watermark()))
                .map(f -> new Lateness(scene.label(f.event()), true, f.watermark() - f.end()));
    }

    private long lateness(String node) {
        return scene.windowed(node).map(WindowOperator::lateness).orElse(0L);
    }
}
