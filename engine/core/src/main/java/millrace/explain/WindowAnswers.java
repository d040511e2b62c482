package millrace.explain;

import java.util.Comparator;
import java.util.Optional;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.OnTime;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.trace.ChartData;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.WindowHistory;

/** How a window stands at a moment: not there, waiting, answered, gone. */
final class WindowAnswers {
    private final Scene scene;
    private final PaneAnswers panes;

    WindowAnswers(Scene scene) {
        this.scene = scene;
        panes = new PaneAnswers(scene);
    }

    Answer answer(String node, String key, long start, long at) {
        int rows = scene.trace.rowsUntil(at);
        Optional<WindowHistory> found = ChartData.of(scene.trace, node)
                .windows()
                .stream()
                .filter(w -> w.key().equals(key) && w.start() == start)
                .max(Comparator.comparing((WindowHistory w) -> w.firstArrival() <= at)
                        .thenComparingLong(WindowHistory::firstArrival));
        if (found.isEmpty()) return never(node, key, start, at);
        WindowHistory window = found.get();
        if (window.firstArrival() > at) return notYet(window, at);
        Optional<Fact.Fired> last = scene.fired(node, key, window.start(), window.end(), 0, rows)
                .filter(f -> !f.pane().retraction())
                .reduce((a, b) -> b);
        boolean answered = last.filter(f -> f.pane().timing() != Timing.EARLY).isPresent();
        if (answered) return answered(window, last.get(), at);
        if (window.mergedInto().filter(m -> m.at() <= at).isPresent()) return merged(window);
        return waiting(node, window, last, rows, at);
    }

    private Answer never(String node, String key, long start, long at) {
        Optional<Fact.Dropped> dropped = scene.facts(node, FactKind.DROPPED, 0, scene.trace.size())
                .map(Fact.Dropped.class::cast)
                .filter(f -> f.key().equals(key) && f.start() == start)
                .findFirst();
        Words w = scene.words().say("A window begins with its first event");
        if (dropped.isPresent()) {
            w.say(", and those that came for it were too late. ");
            w.append(new LateAnswers(scene).droppedWords(dropped.get()));
        } else {
            w.say("; none came for the window that starts at ").event(start).say(key.isEmpty() ? "" : " of " + key);
            w.say(" in this run, so there is no row for it, not even a 0.");
        }
        return w.answer("Why is there no such window?");
    }

    private Answer notYet(WindowHistory window, long at) {
        return scene.words()
                .say("A window begins with its first event: that of ")
                .window(window.key(), window.start(), window.end())
                .say(" comes at ")
                .proc(window.firstArrival())
                .say(", and it is ")
                .proc(at)
                .say(".")
                .answer("Why is this window not there yet?");
    }

    private Answer answered(WindowHistory window, Fact.Fired last, long at) {
        WindowOperator operator = scene.windowed(last.node()).orElseThrow();
        Words w = panes.words(last, operator);
        window.expiredAt().stream().filter(t -> t <= at).forEach(t -> w.say(" Its state went at ").proc(t).say("."));
        return w.answer("Why has this window said " + scene.result(operator, last.event()) + "?");
    }

    private Answer merged(WindowHistory window) {
        WindowHistory.MergedInto into = window.mergedInto().orElseThrow();
        return scene.words()
                .window(window.key(), window.start(), window.end())
                .say(" became part of ")
                .window(into.start(), into.end())
                .say(" at ")
                .proc(into.at())
                .say(".")
                .answer("Where is this window?");
    }

    private Answer waiting(String node, WindowHistory window, Optional<Fact.Fired> early, int rows, long at) {
        WindowOperator operator = scene.windowed(node).orElseThrow();
        Words w = scene.words().say("At ").proc(at).say(" ").window(window.key(), window.start(), window.end());
        if (operator.window() instanceof WindowSpec.Count c) count(w, window, c, at);
        else if (operator.domain() == TimeDomain.PROCESSING)
            w.say(" still takes events: it ends as the clock reaches ").proc(window.end()).say(".");
        else if (operator.window() instanceof WindowSpec.Global)
            w.say(" has no end to pass: it answers only by its trigger, ")
                    .strong(Triggers.words(operator.trigger()))
                    .say(".");
        else
            eventTime(w, node, operator, window, rows);
        String said = early.map(f -> scene.result(operator, f.event())).orElse("");
        return w.answer(
                said.isEmpty() ? "Why has this window not fired?" : "Why is the " + said + " not the last word?");
    }

    private static void count(Words w, WindowHistory window, WindowSpec.Count c, long at) {
        long has = window.contents().stream().filter(e -> e.at() <= at).count();
        w.say(" has " + Words.count(has, "event") + "; it answers at ").strong(Long.toString(c.size())).say(".");
    }

    private void eventTime(Words w, String node, WindowOperator operator, WindowHistory window, int rows) {
        Holding holding = new Holding(scene, rows);
        long watermark = holding.watermark(node);
        if (watermark >= window.end()) {
            passed(w, operator);
            return;
        }
        w.say(" needs a watermark of ").event(window.end()).say(", and it is ");
        if (watermark == Watermark.NONE) w.say("not there yet.");
        else
            w.event(watermark).say(".");
        holding.explain(w, node, window.end());
    }

    /** The watermark is past the end, and yet nothing was said on time. */
    private static void passed(Words w, WindowOperator operator) {
        if (operator.trigger() instanceof TriggerSpec.AfterWatermark) {
            w.say(operator.onTime() == OnTime.NEVER ? " gives no on-time result: that is switched off."
                    : " had nothing new to say as the watermark passed its end.");
        } else {
            w.say(" is past its end, but its trigger fires ").strong(Triggers.words(operator.trigger())).say(".");
        }
    }
}
