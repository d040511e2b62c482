package millrace.app.look;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.FieldType;
import org.jspecify.annotations.Nullable;

/** Values as they stand in discs, panes and tables. */
public final class Figures {
    private static final int DISC = 3;
    /** Whole numbers below are as short as they can be. */
    private static final long SHORT = 1_000;
    private static final String[] POWERS = {"", "k", "M", "G", "T"};
    /** A window's pane begins with its bounds. */
    private static final int BOUNDS = 2;

    /** A named value of a result. */
    public record Named(String name, String value) {}

    private Figures() {}

    /**
     * The figure in an event's disc, at most three letters: its last number, else the beginning of its last text.
     *
     * @param key place of the key among the fields, -1 for none; the key is the colour and not the figure
     */
    public static String disc(Event event, int key) {
        if (event.schema.panes())
            return results(event, key).stream().findFirst().map(n -> shortened(n.value())).orElse("");
        int chosen = -1;
        for (int i = 0; i < event.schema.fields().size(); i++) {
            if (i != key && (chosen < 0 || rank(event, i) >= rank(event, chosen))) chosen = i;
        }
        return chosen < 0 ? "" : inDisc(event.value(chosen));
    }

    private static int rank(Event event, int field) {
        FieldType type = event.schema.type(field);
        if (type == FieldType.LONG || type == FieldType.DOUBLE) return 2;
        return type == FieldType.STRING ? 1 : 0;
    }

    private static String inDisc(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Long n when n > -SHORT && n < SHORT -> n.toString();
            case Long n -> compact(n);
            case Double d -> compact(d);
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        try {
            return text.length() <= DISC ? text : compact(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return text.substring(0, text.offsetByCodePoints(0, Math.min(DISC, text.codePointCount(0, text.length()))));
        }
    }

    /** A number in at most four letters: "999", "1.2k", "35M", "0.3". */
    public static String compact(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) return text(value);
        double rest = Math.abs(value);
        int power = 0;
        while (rest >= 999.5 && power < POWERS.length - 1) {
            rest /= 1000;
            power++;
        }
        BigDecimal shown = new BigDecimal(rest).round(new MathContext(rest >= 100 ? 3 : 2, RoundingMode.HALF_UP));
        return (value < 0 ? "-" : "") + shown.stripTrailingZeros().toPlainString() + POWERS[power];
    }

    /** A double without needless figures: at most six that count. */
    public static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) return Double.toString(value);
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_UP)).stripTrailingZeros();
        return rounded.scale() > 12 || rounded.precision() - rounded.scale() > 15 ? rounded.toString()
                : rounded.toPlainString();
    }

    /** A field's value as a table shows it; "" if it has none. */
    public static String text(Event event, int field, Clock clock) {
        Object value = event.value(field);
        if (value instanceof Long n && event.schema.type(field) == FieldType.TIMESTAMP) return clock.format(n);
        return text(value);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double d -> text(d.doubleValue());
            case List<?> list -> list.stream().map(Figures::text).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    /** The aggregates of a pane, without the window's bounds and the key. */
    public static List<Named> results(Event pane, int key) {
        List<Named> named = new ArrayList<>();
        for (int i = pane.schema.panes() ? BOUNDS : 0; i < pane.schema.fields().size(); i++) {
            if (i != key) named.add(new Named(pane.schema.fields().get(i).name(), text(pane.value(i))));
        }
        return named;
    }

    /** The aggregates in one line: "14", or with their names if there are several: "sum 14, count 2". */
    public static String result(Event pane, int key) {
        return inLine(results(pane, key));
    }

    /** As {@link #result}. */
    public static String inLine(List<Named> named) {
        if (named.size() == 1) return named.getFirst().value();
        return named.stream().map(n -> n.name() + " " + n.value()).collect(Collectors.joining(", "));
    }
}
