package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return leftOutWords(f).answer("Why was " + scene.thing(f.event()) + " left out?");
    }

    Words leftOutWords(Fact.LeftOut f) {
        Words w = scene.words(f.node()).say("Left out by " + scene.name(f.node()) + " at ").proc(f.at()).say(": ");
        Optional<Operator> operator = scene.node(f.node()).work() instanceof Work.Transform t
                ? Optional.of(t.operator())
                : Optional.empty();
        return switch (operator.orElse(null)) {
            case Filter filter -> w.strong(filter.condition().source())
                    .say(" does not hold, as " + fields(filter.condition(), f.event()) + ".");
            case Split split -> w.say("none of its conditions holds, and nobody takes the rest.");
            case WindowOperator window -> w.say("its time ").event(f.event().time).say(" lies in none of its windows.");
            case null, default -> w.say("it goes no further.");
        };
    }

    /** The fields that the expression speaks of, with their values: "value is -3 and key is A". */
    private static String fields(Expression expression, Event event) {
        String named = IntStream.range(0, event.schema.fields().size())
                .filter(i -> speaksOf(expression.source(), event.schema.fields().get(i).name()))
                .mapToObj(i -> event.schema.fields().get(i).name() + " is " + Scene.value(event.value(i)))
                .collect(Collectors.joining(" and "));
        return named.isEmpty() ? "it never does" : named;
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
        return failedWords(f).answer("What is wrong with " + scene.thing(f.event()) + "?");
    }

    Words failedWords(Fact.Failed f) {
        Words w = scene.words(f.node()).say(scene.name(f.node()) + " had no result for it at ").proc(f.at()).say(": ");
        return w.strong(f.message()).say(expressions(f)).say(". The event went no further.");
    }

    private String expressions(Fact.Failed f) {
        if (!(scene.node(f.node()).work() instanceof Work.Transform t)) return "";
        return switch (t.operator()) {
            case Filter filter ->
                    " in " + filter.condition().source() + " where " + fields(filter.condition(), f.event());
            case Compute compute -> compute.assignments()
                    .stream()
                    .map(a -> a.value().source() + " where " + fields(a.value(), f.event()))
                    .collect(Collectors.joining("; ", " in ", ""));
            default -> "";
        };
    }

    Answer rejected(Fact.Rejected f) {
        return scene.words()
                .say("Line " + f.line() + " of " + scene.name(f.node()) + " was refused: ")
                .strong(f.reason())
                .say((f.reason().endsWith(".") ? "" : ".") + " It reads: " + f.row())
                .answer("Why was this row refused?");
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
        Words w = scene.words().say("At ").proc(f.at());
        cause.ifPresentOrElse(a -> span(w, a, met), () -> w.say(" an event joined ").window(f.key(), f.from(), f.to()));
        w.say(grew ? ": the session grew to " : ": they are one session now, ");
        w.window(cause.map(Fact.Added::start).orElse(f.start()), cause.map(Fact.Added::end).orElse(f.end())).say(".");
        return w.answer(grew ? "Why did this session grow?" : "Why did these sessions merge?");
    }

    /** Whether {@code m} starts from what {@code o} made: a stage of the same merge. */
    private static boolean into(Fact.Merged o, Fact.Merged m) {
        return o.index() < m.index() && o.start() == m.from() && o.end() == m.to();
    }

    private void span(Words w, Fact.Added added, List<Fact.Merged> met) {
        long gap = scene.windowed(added.node())
                .map(o -> o.window() instanceof WindowSpec.Session s ? s.gap() : 0L)
                .orElse(0L);
        long time = scene.byClock(added.node()) ? added.at() : added.event().time;
        w.say(" the " + scene.label(added.event()) + " of ")
                .event(time)
                .say(" came, whose span ")
                .window(time, time + gap);
        String lead = met.stream().allMatch(m -> touches(m, time, gap)) ? " touches " : " overlaps ";
        for (Fact.Merged m : met) {
            w.say(lead).window(m.key(), m.from(), m.to());
            lead = " and ";
        }
        w.say(" (gap " + Durations.format(gap) + ")");
    }

    private static boolean touches(Fact.Merged f, long time, long gap) {
        return f.to() == time || f.from() == time + gap;
    }

    Answer expired(Fact.Expired f) {
        WindowOperator operator = scene.windowed(f.node()).orElseThrow();
        Words w = scene.words(f.node()).say("The state of ").window(f.key(), f.start(), f.end()).say(" went at ");
        return expiry(w.proc(f.at()).say(": "), f, operator).answer("Why is this window gone?");
    }

    private Words expiry(Words w, Fact.Expired f, WindowOperator operator) {
        if (operator.window() instanceof WindowSpec.Count) return w.say("it has said what it holds, once.");
        if (f.watermark() == Watermark.FINAL) return w.say("the input ended, nothing can come for it any more.");
        if (scene.byClock(f.node())) return w.say("the clock had reached its end ").proc(f.end()).say(".");
        w.say("the watermark (").event(f.watermark()).say(") had reached ").event(f.end() + operator.lateness());
        w.say(operator.lateness() == 0 ? ", its end, and there is no allowed lateness."
                : " (end " + w.brief(f.end()) + " + allowed lateness " + Durations.format(operator.lateness()) + ").");
        return w.say(" What comes for it now is dropped.");
    }
}
