package millrace.explain;

import java.util.Optional;
import millrace.design.Counts;
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
        if (f.pane().retraction())
            return takenBack(f, operator, result).answer("Why is the " + result + " taken back?");
        return words(f, operator).answer("Why did " + result + " leave " + f.pane().timing().word() + "?");
    }

    Words words(Fact.Fired f, WindowOperator operator) {
        Words w = opening(f, operator);
        Optional<String> sum = f.pane().timing() == Timing.LATE ? sums.increment(f, operator) : sums.whole(f, operator);
        return sum.isPresent() ? w.say(" ").strong(sum.get()).say(".") : held(w, f);
    }

    private Words opening(Fact.Fired f, WindowOperator operator) {
        Words w = scene.words(f.node());
        if (operator.batch() && f.watermark() == Watermark.FINAL) return atTheEnd(w, f);
        if (operator.window() instanceof WindowSpec.Count c) return counted(w, f, c);
        if (operator.domain() == TimeDomain.PROCESSING && f.at() >= f.pane().end()) return byClock(w, f);
        if (flushed(f)) return flush(w, f, operator);
        return switch (f.pane().timing()) {
            case EARLY -> early(w, f, operator);
            case ON_TIME -> onTime(w, f, operator);
            case LATE -> late(w, f, operator);
        };
    }

    private Words counted(Words w, Fact.Fired f, WindowSpec.Count c) {
        w.say("At ").proc(f.at()).say(" its last event came: the window takes the last ");
        return w.strong(Long.toString(c.size())).say(" events, every ").strong(Long.toString(c.slide())).say(".");
    }

    private Words atTheEnd(Words w, Fact.Fired f) {
        w.say("At ").proc(f.at()).say(" the input was complete: in a batch ");
        return w.window(f.key(), f.pane().start(), f.pane().end()).say(" answers then, and only once.");
    }

    private Words byClock(Words w, Fact.Fired f) {
        w.say("At ").proc(f.at()).say(" the clock reached ").proc(f.pane().end()).say(", the end of ");
        return w.window(f.key(), f.pane().start(), f.pane().end()).say("; event times do not matter here.");
    }

    /** Whether the pane is the rest that leaves as its window expires. */
    private boolean flushed(Fact.Fired f) {
        return f.pane().timing() != Timing.ON_TIME && f.pane().last();
    }

    private Words flush(Words w, Fact.Fired f, WindowOperator operator) {
        w.say("At ").proc(f.at()).say(" ").window(f.key(), f.pane().start(), f.pane().end());
        w.say(" expired, as the watermark passed ").event(f.pane().end() + operator.lateness());
        return w.say("; what had not been said yet left in this last pane.");
    }

    private Words early(Words w, Fact.Fired f, WindowOperator operator) {
        w.say("At ").proc(f.at()).say(" the watermark ");
        w = (Words.finite(f.watermark()) ? w.say("(").event(f.watermark()).say(") ") : w.say("(none yet) "));
        w.say("had not reached the end of ").window(f.key(), f.pane().start(), f.pane().end());
        String rule = operator.trigger() instanceof TriggerSpec.AfterWatermark a
                ? a.early().map(Triggers::words).orElse("the trigger")
                : Triggers.words(operator.trigger());
        return w.say("; an early result leaves ").strong(rule).say(fresh(f) ? ", and there was something new." : ".");
    }

    private boolean fresh(Fact.Fired f) {
        int from = scene.firedBefore(f).map(Fact::index).orElse(0);
        return addedBetween(f, from).isPresent();
    }

    private Optional<Fact.Added> addedBetween(Fact.Fired f, int from) {
        return scene.factsBack(f.node(), FactKind.ADDED, f.index())
                .map(Fact.Added.class::cast)
                .takeWhile(a -> a.index() > from)
                .filter(a -> a.key().equals(f.key()) && a.start() == f.pane().start() && a.end() == f.pane().end())
                .findFirst();
    }

    private Words onTime(Words w, Fact.Fired f, WindowOperator operator) {
        if (operator.window() instanceof WindowSpec.Global && f.watermark() == Watermark.FINAL)
            return w.say("At ").proc(f.at()).say(" the input ended, and the global window with it.");
        w.say("At ").proc(f.at()).say(" the watermark");
        scene.advancedBefore(f.node(), f.index()).ifPresent(a -> {
            long before = scene.advancedBefore(f.node(), a.index())
                    .map(Fact.Advanced::watermark)
                    .orElse(Long.MIN_VALUE);
            w.say(" moved from ").event(before).say(" to ").event(a.watermark()).say(" and so");
        });
        w.say(" passed ").event(f.pane().end()).say(", the end of ").window(f.key(), f.pane().start(), f.pane().end());
        boolean unchanged = operator.onTime() == OnTime.ALWAYS && scene.firedBefore(f).isPresent() && !fresh(f);
        return w.say(unchanged ? "; nothing was new, but the on-time result always leaves." : ".");
    }

    private Words late(Words w, Fact.Fired f, WindowOperator operator) {
        int from = scene.firedBefore(f).map(Fact::index).orElse(0);
        Optional<Fact.Added> cause = addedBetween(f, from);
        w.say("At ").proc(f.at());
        cause.ifPresentOrElse(a -> {
            w.say(a.at() == f.at() ? " the " : " a result was due for the ").strong(scene.label(a.event())).say(" of ");
            w.event(a.event().time).say(a.at() == f.at() ? " came" : ", which came at ");
            if (a.at() != f.at()) w.proc(a.at());
            w.say(", when the watermark (").event(a.watermark());
        }, () -> w.say(" the watermark (").event(f.watermark()));
        w.say(") had passed ").event(f.pane().end()).say(", the end of ");
        w.window(f.key(), f.pane().start(), f.pane().end());
        String rule = operator.trigger() instanceof TriggerSpec.AfterWatermark a
                ? a.late().map(Triggers::words).orElse("")
                : Triggers.words(operator.trigger());
        return w.say(rule.isEmpty() ? "." : "; a late result leaves ").strong(rule).say(rule.isEmpty() ? "" : ".");
    }

    private Words held(Words w, Fact.Fired f) {
        long n = new millrace.trace.Lineage(scene.trace).parents(f.event().id).size();
        return n == 0 ? w.say(" It holds nothing.") : w.say(" It holds ").strong(Counts.of(n, "event")).say(".");
    }

    private Words takenBack(Fact.Fired f, WindowOperator operator, String result) {
        Words w = scene.words(f.node()).say("At ").proc(f.at()).say(" the ").strong(result);
        scene.firedBefore(f).ifPresent(before -> w.say(" said at ").proc(before.at()));
        w.say(" for ").window(f.key(), f.pane().start(), f.pane().end()).say(" was taken back");
        Optional<Fact.Fired> next = scene.facts(f.node(), FactKind.FIRED, f.index(), scene.trace.size())
                .map(Fact.Fired.class::cast)
                .filter(n -> !n.pane().retraction() && n.key().equals(f.key()) && n.at() == f.at())
                .findFirst();
        next.ifPresent(n -> w.say(", because a new answer, ")
                .strong(scene.result(operator, n.event()))
                .say(" for ")
                .window(n.pane().start(), n.pane().end())
                .say(", replaces it"));
        boolean retracting = operator.accumulation() == Accumulation.RETRACTING;
        return w.say(retracting ? ": the window retracts, so that the results can be added up." : ".");
    }
}
