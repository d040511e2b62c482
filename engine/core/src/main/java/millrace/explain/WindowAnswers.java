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
import millrace.text.Sentences;
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

    private Figures figures() {
        return scene.figures(node);
    }

    private Part window(Bounds window) {
        return figures().window(key, window.start, window.end);
    }

    private Answer never(long start) {
        Optional<Fact.Dropped> dropped = scene.facts(node, FactKind.DROPPED, 0, scene.trace.size())
                .map(Fact.Dropped.class::cast)
                .filter(f -> f.key().equals(key) && f.start() == start)
                .findFirst();
        Words w = scene.words();
        dropped.ifPresentOrElse(
                f -> w.tell("window.never.late").tell(new LateAnswers(scene).droppedSentence(f)),
                () -> w.tell(key.isEmpty() ? "window.never" : "window.never.of-key", figures().event(start), key));
        return w.ask("window.never.question");
    }

    private Answer notYet(Bounds window) {
        Part begins = figures().proc(scene.trace.at(window.row));
        return scene.words()
                .tell("window.not-yet", window(window), begins, figures().proc(at))
                .ask("window.not-yet.question");
    }

    private Answer answered(Bounds window, Fact.Fired last) {
        Words w = panes.words(last, operator);
        scene.facts(node, FactKind.EXPIRED, last.index(), rows)
                .map(Fact.Expired.class::cast)
                .filter(f -> f.key().equals(key) && f.start() == window.start && f.end() == window.end)
                .findFirst()
                .ifPresent(f -> w.tell("window.state-went", figures().proc(f.at())));
        return w.ask("window.said.question", scene.result(operator, last.event()));
    }

    private Answer merged(Fact.Merged m) {
        return scene.words()
                .tell("window.merged", figures().window(key, m.from(), m.to()), figures().window(m.start(), m.end()),
                        figures().proc(m.at()))
                .ask("window.merged.question");
    }

    private Answer waiting(Bounds window, Optional<Fact.Fired> early) {
        Words w = waits(figures().proc(at), window(window), window);
        return early.map(f -> scene.result(operator, f.event()))
                .filter(said -> !said.isEmpty())
                .map(said -> w.ask("window.waits.early.question", said))
                .orElseGet(() -> w.ask("window.waits.question"));
    }

    private Words waits(Part now, Part named, Bounds window) {
        Words w = scene.words();
        if (operator.batch()) return w.tell("window.waits.batch", now, named);
        if (operator.window() instanceof WindowSpec.Count c) return w.tell(count(now, named, window, c));
        if (operator.window() instanceof WindowSpec.Global) return w.tell(endless(now, named));
        if (operator.domain() == TimeDomain.PROCESSING)
            return w.tell("window.waits.clock", now, named, figures().proc(window.end));
        return eventTime(w, now, named, window.end);
    }

    private Part count(Part now, Part named, Bounds window, WindowSpec.Count c) {
        long has = bounds(window.start, 0, rows).filter(b -> b.end == window.end).count();
        long needs = Math.min(c.size(), window.end - window.start);
        return Part.say(Sentences.form("window.waits.count", has), now, named, Part.counted("events", has).strong(),
                Part.strong(Long.toString(needs)));
    }

    private Part endless(Part now, Part named) {
        return operator.trigger() instanceof TriggerSpec.AfterWatermark ? Part.say("window.waits.global", now, named)
                : Part.say("window.waits.global.trigger", now, named, Part.strong(Triggers.words(operator.trigger())));
    }

    private Words eventTime(Words w, Part now, Part named, long end) {
        Holding holding = new Holding(scene, rows);
        long watermark = holding.watermark(node);
        if (watermark >= end) return w.tell(passed(now, named));
        w.tell(watermark == Watermark.NONE ? "window.waits.no-watermark" : "window.waits.watermark", now, named,
                figures().event(end), figures().event(watermark));
        holding.explain(w, node, end);
        return w;
    }

    /** The watermark is past the end, and yet nothing was said on time. */
    private Part passed(Part now, Part named) {
        if (!(operator.trigger() instanceof TriggerSpec.AfterWatermark))
            return Part.say("window.past.trigger", now, named, Part.strong(Triggers.words(operator.trigger())));
        return Part.say(operator.onTime() == OnTime.NEVER ? "window.past.never" : "window.past.nothing", now, named);
    }
}
