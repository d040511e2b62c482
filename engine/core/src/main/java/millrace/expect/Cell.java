package millrace.expect;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import millrace.design.Clock;
import millrace.design.Value;
import millrace.event.Watermark;
import millrace.text.Sentences;

/** What stands in one column of a row that a run gave, and whether it is what was expected. */
sealed interface Cell {
    /** A point in time, ms; the bounds of long are "none" and "end". */
    record Instant(long at) implements Cell {}

    /** A window [from, to), ms. */
    record Span(long from, long to) implements Cell {
        /** The one window of a global window. */
        boolean isAll() {
            return to == Watermark.FINAL || from == Watermark.NONE;
        }
    }

    record Whole(long number) implements Cell {}

    record Decimal(double number) implements Cell {}

    record Words(String text) implements Cell {}

    record Flag(boolean on) implements Cell {}

    record Nothing() implements Cell {}

    record Several(List<Cell> cells) implements Cell {}

    /** Numbers that are not whole may differ in the last digits: by a billionth. */
    double TOLERANCE = 1e-9;
    String NONE = "none";
    String END = "end";
    String ALL = "all";

    default boolean is(Value expected, Clock clock) {
        return switch (this) {
            case Instant i ->
                    expected instanceof Value.Text t && instant(t.text(), clock).equals(OptionalLong.of(i.at));
            case Span s -> span(s, expected, clock);
            case Whole w -> expected instanceof Value.Number n
                    && n.number().compareTo(BigDecimal.valueOf(w.number)) == 0;
            case Decimal d -> expected instanceof Value.Number n && near(d.number, n.number().doubleValue());
            case Words w -> expected instanceof Value.Text t && t.text().equals(w.text);
            case Flag f -> expected instanceof Value.Flag v && v.on() == f.on;
            case Nothing n -> expected instanceof Value.Nothing;
            case Several s -> several(s.cells, expected, clock);
        };
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static boolean several(List<Cell> cells, Value expected, Clock clock) {
        if (!(expected instanceof Value.Items list) || list.items().size() != cells.size()) return false;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).is(list.items().get(i), clock)) return false;
        }
        return true;
    }

    private static boolean span(Span span, Value expected, Clock clock) {
        if (expected instanceof Value.Text t) return t.text().equals(ALL) && span.isAll();
        return several(List.of(new Instant(span.from), new Instant(span.to)), expected, clock);
    }

    static OptionalLong instant(String text, Clock clock) {
        return switch (text) {
            case NONE -> OptionalLong.of(Watermark.NONE);
            case END -> OptionalLong.of(Watermark.FINAL);
            default -> clock.parse(text);
        };
    }

    /** In words, as a person would write it. */
    default String show(Clock clock) {
        return switch (this) {
            case Instant i -> i.at == Watermark.NONE ? NONE : i.at == Watermark.FINAL ? END : clock.format(i.at);
            case Span s -> s.isAll() ? ALL : clock.window(s.from, s.to);
            case Whole w -> String.valueOf(w.number);
            case Decimal d -> new BigDecimal(String.valueOf(d.number)).toPlainString();
            case Words w -> w.text;
            case Flag f -> Sentences.of(f.on ? "expect.yes" : "expect.no");
            case Nothing n -> Sentences.of("expect.nothing");
            case Several s -> s.cells.stream().map(c -> c.show(clock)).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    /** Makes a cell of a field's value. */
    static Cell of(@org.jspecify.annotations.Nullable Object value, boolean time) {
        return switch (value) {
            case null -> new Nothing();
            case Long n when time -> new Instant(n);
            case Long n -> new Whole(n);
            case Double d when Double.isFinite(d) -> new Decimal(d);
            case Boolean b -> new Flag(b);
            default -> new Words(String.valueOf(value));
        };
    }
}
