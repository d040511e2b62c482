package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import millrace.design.Durations;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.expression.Expression;
import millrace.operator.Compute;
import millrace.operator.Filter;
import millrace.operator.Operator;
import millrace.operator.Split;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** What happens to events outside of windows, and to windows without an event: filters, errors, merges, expiry. */
final class PlainAnswers {
    private final Scene scene;

    PlainAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer leftOut(Fact.LeftOut f) {
        return scene.words().tell(leftOutSentence(f)).ask("plain.left-out.question", scene.thing(f.event()));
    }

    private Part leftOutSentence(Fact.LeftOut f) {
        String name = scene.name(f.node());
        Part at = scene.figures().proc(f.at());
        return switch (work(f.node()).orElse(null)) {
            case Filter filter -> leftOut(filter.condition(), name, at, f.event());
            case Split split -> Part.say("plain.left-out.split", name, at);
            case WindowOperator window -> Part.say("plain.left-out.window", name, at,
                    scene.figures().event(f.event().time));
            case null, default -> Part.say("plain.left-out", name, at);
        };
    }

    private static Part leftOut(Expression condition, String name, Part at, Event event) {
        Part source = Part.strong(condition.source());
        Part fields = fields(condition, event);
        return fields.spans().isEmpty() ? Part.say("plain.left-out.never", name, at, source)
                : Part.say("plain.left-out.filter", name, at, source, fields);
    }

    private Optional<Operator> work(String node) {
        return scene.node(node).work() instanceof Work.Transform t ? Optional.of(t.operator()) : Optional.empty();
    }

    /** The fields that the expression speaks of, with their values: "value is -3 and key is A". */
    private static Part fields(Expression expression, Event event) {
        return Part.chain("list.last", IntStream.range(0, event.schema.fields().size())
                .filter(i -> speaksOf(expression.source(), event.schema.fields().get(i).name()))
                .mapToObj(i -> Part.say("plain.field", event.schema.fields().get(i).name(),
                        Scene.value(event.value(i))))
                .toList());
    }

    private static boolean speaksOf(String source, String field) {
        for (int at = source.indexOf(field); at >= 0; at = source.indexOf(field, at + 1)) {
            int end = at + field.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(source.charAt(at - 1));
            if (begins && (end == source.length() || !Character.isJavaIdentifierPart(source.charAt(end)))) return true;
        }
        return false;
    }

    Answer failed(Fact.Failed f) {
        Part message = Part.strong(f.message());
        Part where = expressions(f);
        return scene.words()
                .tell(where.spans().isEmpty() ? "plain.failed" : "plain.failed.in", scene.name(f.node()),
                        scene.figures().proc(f.at()), message, where)
                .ask("plain.failed.question", scene.thing(f.event()));
    }

    private Part expressions(Fact.Failed f) {
        return switch (work(f.node()).orElse(null)) {
            case Filter filter -> where(filter.condition(), f.event());
            case Compute compute -> Part.chain("plain.where.next",
                    compute.assignments().stream().map(a -> where(a.value(), f.event())).toList());
            case null, default -> Part.NONE;
        };
    }

    private static Part where(Expression expression, Event event) {
        Part fields = fields(expression, event);
        return fields.spans().isEmpty() ? Part.of(expression.source(), Tone.PLAIN)
                : Part.say("plain.where", expression.source(), fields);
    }

    Answer rejected(Fact.Rejected f) {
        String reason = f.reason().endsWith(".") ? f.reason().substring(0, f.reason().length() - 1) : f.reason();
        return scene.words()
                .tell("plain.rejected", f.line(), scene.name(f.node()), Part.strong(reason), f.row())
                .ask("plain.rejected.question");
    }

    /** All sessions that met in the step of this fact, and the event that brought them together. */
    Answer merged(Fact.Merged f) {
        List<Fact.Merged> all = scene.facts(f.node(), FactKind.MERGED, 0, scene.trace.size())
                .map(Fact.Merged.class::cast)
                .filter(m -> m.step() == f.step() && m.key().equals(f.key()))
                .toList();
        List<Fact.Merged> met = all.stream().filter(m -> all.stream().noneMatch(o -> into(o, m))).toList();
        Optional<Fact.Added> cause = scene.facts(f.node(), FactKind.ADDED, f.index(), scene.trace.size())
                .map(Fact.Added.class::cast)
                .findFirst()
                .filter(a -> a.step() == f.step());
        boolean grew = met.size() == 1 && scene.trace.grew(met.getFirst().index());
        Part came = cause.map(a -> span(a, met))
                .orElseGet(() -> Part.say("plain.joined", scene.figures().proc(f.at()),
                        scene.figures().window(f.key(), f.from(), f.to())));
        Part session = scene.figures()
                .window(cause.map(Fact.Added::start).orElse(f.start()), cause.map(Fact.Added::end).orElse(f.end()));
        return scene.words()
                .tell(grew ? "plain.grew" : "plain.merged", came, session)
                .ask(grew ? "plain.grew.question" : "plain.merged.question");
    }

    /** Whether {@code m} starts from what {@code o} made: a stage of the same merge. */
    private static boolean into(Fact.Merged o, Fact.Merged m) {
        return o.index() < m.index() && o.start() == m.from() && o.end() == m.to();
    }

    private Part span(Fact.Added added, List<Fact.Merged> met) {
        long gap = scene.windowed(added.node())
                .map(o -> o.window() instanceof WindowSpec.Session s ? s.gap() : 0L)
                .orElse(0L);
        long time = scene.byClock(added.node()) ? added.at() : added.event().time;
        boolean touches = met.stream().allMatch(m -> touches(m, time, gap));
        Figures figures = scene.figures();
        Part sessions = Part.chain("list.last",
                met.stream().map(m -> figures.window(m.key(), m.from(), m.to())).toList());
        return Part.say(touches ? "plain.touches" : "plain.overlaps", figures.proc(added.at()),
                scene.label(added.event()), figures.event(time), figures.window(time, time + gap), sessions,
                Durations.format(gap));
    }

    private static boolean touches(Fact.Merged f, long time, long gap) {
        return f.to() == time || f.from() == time + gap;
    }

    Answer expired(Fact.Expired f) {
        Figures figures = scene.figures(f.node());
        return scene.words()
                .tell(expiry(f, figures.window(f.key(), f.start(), f.end()), figures.proc(f.at())))
                .ask("plain.expired.question");
    }

    private Part expiry(Fact.Expired f, Part window, Part at) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        Figures figures = scene.figures();
        if (operator.window() instanceof WindowSpec.Count) return Part.say("plain.expired.count", window, at);
        if (f.watermark() == Watermark.FINAL) return Part.say("plain.expired.input", window, at);
        if (scene.byClock(f.node())) return Part.say("plain.expired.clock", window, at, figures.proc(f.end()));
        return Part.say(operator.lateness() == 0 ? "plain.expired" : "plain.expired.lateness", window, at,
                figures.event(f.watermark()), figures.event(f.end() + operator.lateness()), figures.brief(f.end()),
                Durations.format(operator.lateness()));
    }
}
