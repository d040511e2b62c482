package millrace.explain;

import java.util.Comparator;
import java.util.Optional;
import millrace.design.Counts;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.OnTime;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** How a window stands at a moment: not there, waiting, answered, gone. */
final class WindowAnswers {
    private final Scene scene;
    private final PaneAnswers panes;
    private final String node;
    private final WindowOperator operator;
    private final String key;
    private final long at;
    /** How many rows of the trace have happened at {@link #at}. */
    private final int rows;

    /** The bounds of a window, and the row in which they are first seen. */
    private record Bounds(long start, long end, int row) {}

    WindowAnswers(Scene scene, String node, String key, long at) {
        this.scene = scene;
        this.node = node;
        this.key = key;
        this.at = at;
        panes = new PaneAnswers(scene);
        operator = scene.windowed(node).orElseThrow();
        rows = scene.trace.rowsUntil(at);
    }

    /** Of windows that share their start the first that has not answered for good. */
    Answer answer(long start) {
        Optional<Bounds> known = bounds(start, 0, rows).filter(b -> !answered(b))
                .min(Comparator.comparingLong(Bounds::end))
                .or(() -> bounds(start, 0, rows).max(Comparator.comparingLong(Bounds::end)));
        if (known.isPresent()) return of(known.get());
        Optional<Bounds> later = bounds(start, rows, scene.trace.size()).findFirst();
        return later.map(this::notYet).orElseGet(() -> never(start));
    }

    Answer answer(long start, long end) {
        Optional<Bounds> known = bounds(start, 0, scene.trace.size()).filter(b -> b.end == end).findFirst();
        if (known.isEmpty()) return never(start);
        return known.get().row >= rows ? notYet(known.get()) : of(known.get());
    }

    private java.util.stream.Stream<Bounds> bounds(long start, int from, int to) {
        return scene.facts(node, FactKind.ADDED, from, to)
                .map(Fact.Added.class::cast)
                .filter(f -> f.key().equals(key) && f.start() == start)
                .map(f -> new Bounds(f.start(), f.end(), f.index()));
    }

    private Answer of(Bounds window) {
        Optional<Fact.Merged> merged = scene.facts(node, FactKind.MERGED, window.row, rows)
                .map(Fact.Merged.class::cast)
                .filter(m -> m.key().equals(key) && m.from() == window.start && m.to() == window.end)
                .findFirst();
        if (merged.isPresent()) return merged(merged.get());
        Optional<Fact.Fired> last = last(window);
        return last.filter(f -> f.pane().timing() != Timing.EARLY)
                .map(f -> answered(window, f))
                .orElseGet(() -> waiting(window, last));
    }

    private boolean answered(Bounds window) {
        return last(window).filter(f -> f.pane().timing() != Timing.EARLY).isPresent();
    }

    private Optional<Fact.Fired> last(Bounds window) {
        return scene.factsBack(node, FactKind.FIRED, rows)
                .map(Fact.Fired.class::cast)
                .filter(f -> f.key().equals(key) && f.pane().start() == window.start && f.pane().end() == window.end
                        && !f.pane().retraction())
                .findFirst();
    }

    private Words words() {
        return scene.words(node);
    }

    private Answer never(long start) {
        Optional<Fact.Dropped> dropped = scene.facts(node, FactKind.DROPPED, 0, scene.trace.size())
                .map(Fact.Dropped.class::cast)
                .filter(f -> f.key().equals(key) && f.start() == start)
                .findFirst();
        Words w = words().say("A window begins with its first event");
        if (dropped.isPresent()) {
            w.say(", and what came for it was too late. ");
            w.append(new LateAnswers(scene).droppedWords(dropped.get()));
        } else {
            w.say("; none came for the window that starts at ").event(start).say(key.isEmpty() ? "" : " of " + key);
            w.say(" in this run, so there is no row for it, not even a 0.");
        }
        return w.answer("Why is there no such window?");
    }

    private Answer notYet(Bounds window) {
        Words w = words().say("A window begins with its first event: that of ").window(key, window.start, window.end);
        w.say(" comes at ").proc(scene.trace.at(window.row)).say(", and it is ").proc(at).say(".");
        return w.answer("Why is this window not there yet?");
    }

    private Answer answered(Bounds window, Fact.Fired last) {
        Words w = panes.words(last, operator);
        scene.facts(node, FactKind.EXPIRED, last.index(), rows)
                .map(Fact.Expired.class::cast)
                .filter(f -> f.key().equals(key) && f.start() == window.start && f.end() == window.end)
                .findFirst()
                .ifPresent(f -> w.say(" Its state went at ").proc(f.at()).say("."));
        return w.answer("Why has this window said " + scene.result(operator, last.event()) + "?");
    }

    private Answer merged(Fact.Merged m) {
        Words w = words().window(key, m.from(), m.to()).say(" became part of ").window(m.start(), m.end()).say(" at ");
        return w.proc(m.at()).say(".").answer("Where is this window?");
    }

    private Answer waiting(Bounds window, Optional<Fact.Fired> early) {
        Words w = words().say("At ").proc(at).say(" ").window(key, window.start, window.end);
        if (operator.batch())
            w.say(" waits for the end of the input: in a batch nothing leaves before it is complete.");
        else if (operator.window() instanceof WindowSpec.Count c) count(w, window, c);
        else if (operator.window() instanceof WindowSpec.Global) endless(w, window);
        else if (operator.domain() == TimeDomain.PROCESSING)
            w.say(" still takes events: it ends as the clock reaches ").proc(window.end).say(".");
        else
            eventTime(w, window);
        String said = early.map(f -> scene.result(operator, f.event())).orElse("");
        return w.answer(
                said.isEmpty() ? "Why has this window not fired?" : "Why is the " + said + " not the last word?");
    }

    private void count(Words w, Bounds window, WindowSpec.Count c) {
        long has = bounds(window.start, 0, rows).filter(b -> b.end == window.end).count();
        w.say(has == 1 ? " has come to " : " have come to ").strong(Counts.of(has, "event"));
        w.say(" of ").strong(Long.toString(Math.min(c.size(), window.end - window.start)));
        w.say("; only their number counts here, not the time.");
    }

    private void endless(Words w, Bounds window) {
        boolean byWatermark = operator.trigger() instanceof TriggerSpec.AfterWatermark;
        w.say(" has no end for the watermark to pass");
        if (!byWatermark) w.say(": a result leaves ").strong(Triggers.words(operator.trigger())).say(".");
        else
            w.say(" before the input itself ends.");
    }

    private void eventTime(Words w, Bounds window) {
        Holding holding = new Holding(scene, rows);
        long watermark = holding.watermark(node);
        if (watermark >= window.end) {
            passed(w);
            return;
        }
        w.say(" needs a watermark of ").event(window.end).say(", and ");
        if (watermark == Watermark.NONE) w.say("there is none yet.");
        else
            w.say("it is ").event(watermark).say(".");
        holding.explain(w, node, window.end);
    }

    /** The watermark is past the end, and yet nothing was said on time. */
    private void passed(Words w) {
        if (operator.trigger() instanceof TriggerSpec.AfterWatermark) {
            w.say(operator.onTime() == OnTime.NEVER ? " gives no on-time result: that is switched off."
                    : " had nothing new to say as the watermark passed its end.");
        } else {
            w.say(" is past its end, but a result leaves only ").strong(Triggers.words(operator.trigger())).say(".");
        }
    }
}
