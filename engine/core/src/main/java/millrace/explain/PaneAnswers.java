package millrace.explain;

import java.util.Optional;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.Accumulation;
import millrace.operator.OnTime;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;

/** Why a pane left when it did. */
final class PaneAnswers {
    private final Scene scene;
    private final Sums sums;

    PaneAnswers(Scene scene) {
        this.scene = scene;
        sums = new Sums(scene);
    }

    Answer answer(Fact.Fired f) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        String result = scene.result(operator, f.event());
        if (f.pane().retraction()) return takenBack(f, operator, result).ask("pane.back.question", result);
        return words(f, operator).ask(switch (f.pane().timing()) {
            case EARLY -> "pane.early.question";
            case ON_TIME -> "pane.on-time.question";
            case LATE -> "pane.late.question";
        }, result);
    }

    /** How a pane is marked: "on time". */
    static Part timing(Timing timing) {
        return Part.say(switch (timing) {
            case EARLY -> "pane.early";
            case ON_TIME -> "pane.on-time";
            case LATE -> "pane.late";
        });
    }

    Words words(Fact.Fired f, WindowOperator operator) {
        Optional<String> sum = f.pane().timing() == Timing.LATE ? sums.increment(f, operator) : sums.whole(f, operator);
        return scene.words()
                .tell(opening(f, operator))
                .tell(sum.map(s -> Part.say("sentence", Part.strong(s))).orElseGet(() -> held(f)));
    }

    private Part opening(Fact.Fired f, WindowOperator operator) {
        if (operator.batch() && f.watermark() == Watermark.FINAL) return Part.say("pane.batch", at(f), window(f));
        if (operator.window() instanceof WindowSpec.Count c)
            return Part.say("pane.count", at(f), Part.strong(Long.toString(c.size())),
                    Part.strong(Long.toString(c.slide())));
        if (operator.domain() == TimeDomain.PROCESSING && f.at() >= f.pane().end())
            return Part.say("pane.clock", at(f), scene.figures().proc(f.pane().end()), window(f));
        if (flushed(f))
            return Part.say("pane.flushed", at(f), window(f),
                    scene.figures().event(f.pane().end() + operator.lateness()));
        return switch (f.pane().timing()) {
            case EARLY -> early(f, operator);
            case ON_TIME -> onTime(f, operator);
            case LATE -> late(f, operator);
        };
    }

    private Part at(Fact.Fired f) {
        return scene.figures().proc(f.at());
    }

    private Part window(Fact.Fired f) {
        return scene.figures(f.node()).window(f.key(), f.pane().start(), f.pane().end());
    }

    private Part end(Fact.Fired f) {
        return scene.figures().event(f.pane().end());
    }

    /** Whether the pane is the rest that leaves as its window expires. */
    private boolean flushed(Fact.Fired f) {
        return f.pane().timing() != Timing.ON_TIME && f.pane().last();
    }

    private Part early(Fact.Fired f, WindowOperator operator) {
        Part mark = Figures.finite(f.watermark()) ? scene.figures().event(f.watermark()) : Part.say("time.none");
        TriggerSpec rule = operator.trigger() instanceof TriggerSpec.AfterWatermark a ? a.early().orElse(a)
                : operator.trigger();
        return Part.say(fresh(f) ? "pane.leaves-early.new" : "pane.leaves-early", at(f), mark, window(f),
                Part.strong(Triggers.words(rule)));
    }

    private boolean fresh(Fact.Fired f) {
        return addedSince(f).isPresent();
    }

    /** The last event that was added to the window since it said something. */
    private Optional<Fact.Added> addedSince(Fact.Fired f) {
        int from = scene.firedBefore(f).map(Fact::index).orElse(0);
        return scene.factsBack(f.node(), FactKind.ADDED, f.index())
                .map(Fact.Added.class::cast)
                .takeWhile(a -> a.index() > from)
                .filter(a -> a.key().equals(f.key()) && a.start() == f.pane().start() && a.end() == f.pane().end())
                .findFirst();
    }

    private Part onTime(Fact.Fired f, WindowOperator operator) {
        if (operator.window() instanceof WindowSpec.Global && f.watermark() == Watermark.FINAL)
            return Part.say("pane.global", at(f));
        boolean unchanged = operator.onTime() == OnTime.ALWAYS && scene.firedBefore(f).isPresent() && !fresh(f);
        return Part.say(unchanged ? "pane.passed.unchanged" : "sentence", passed(f));
    }

    private Part passed(Fact.Fired f) {
        Optional<Fact.Advanced> step = scene.advancedBefore(f.node(), f.index());
        if (step.isEmpty()) return Part.say("pane.passed", at(f), end(f), window(f));
        long before = scene.advancedBefore(f.node(), step.get().index())
                .map(Fact.Advanced::watermark)
                .orElse(Watermark.NONE);
        return Part.say("pane.passed.moved", at(f), end(f), window(f), scene.figures().event(before),
                scene.figures().event(step.get().watermark()));
    }

    private Part late(Fact.Fired f, WindowOperator operator) {
        Part came = addedSince(f).map(a -> came(f, a))
                .orElseGet(() -> Part.say("pane.had-passed", at(f), scene.figures().event(f.watermark()), end(f),
                        window(f)));
        Optional<TriggerSpec> rule = operator.trigger() instanceof TriggerSpec.AfterWatermark a ? a.late()
                : Optional.of(operator.trigger());
        return rule.map(r -> Part.say("pane.leaves-late", came, Part.strong(Triggers.words(r))))
                .orElseGet(() -> Part.say("sentence", came));
    }

    private Part came(Fact.Fired f, Fact.Added a) {
        Figures figures = scene.figures();
        return Part.say(a.at() == f.at() ? "pane.had-passed.came" : "pane.had-passed.due", at(f),
                figures.event(a.watermark()), end(f), window(f), Part.strong(scene.label(a.event())),
                figures.event(a.event().time), figures.proc(a.at()));
    }

    private Part held(Fact.Fired f) {
        long n = new Lineage(scene.trace).parents(f.event().id).size();
        return n == 0 ? Part.say("pane.holds-nothing") : Part.say("pane.holds", Part.counted("events", n).strong());
    }

    private Words takenBack(Fact.Fired f, WindowOperator operator, String result) {
        Part said = scene.firedBefore(f)
                .map(b -> Part.say("pane.answer.said", Part.strong(result), window(f), at(b)))
                .orElseGet(() -> Part.say("pane.answer", Part.strong(result), window(f)));
        Part back = replacing(f).map(n -> Part.say("pane.back.replaced", at(f), said,
                Part.strong(scene.result(operator, n.event())),
                scene.figures(f.node()).window(n.pane().start(), n.pane().end())))
                .orElseGet(() -> Part.say("pane.back", at(f), said));
        boolean retracting = operator.accumulation() == Accumulation.RETRACTING;
        return scene.words().tell(retracting ? "pane.back.retracts" : "sentence", back);
    }

    /** The pane that left with its retraction. */
    private Optional<Fact.Fired> replacing(Fact.Fired f) {
        return scene.facts(f.node(), FactKind.FIRED, f.index(), scene.trace.size())
                .map(Fact.Fired.class::cast)
                .filter(n -> !n.pane().retraction() && n.key().equals(f.key()) && n.at() == f.at())
                .findFirst();
    }
}
