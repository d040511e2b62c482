package millrace.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.FieldType;
import org.jspecify.annotations.Nullable;

/** Values of fields as text. */
final class RowText {
    private static final int LONGEST = 60;
    private static final int DECIMALS = 6;

    private RowText() {}

    /** Exactly, for files; "" where there is no value. */
    static String exact(Event event, int field, Clock clock) {
        return text(event.value(field), event.schema.type(field), clock, false);
    }

    /** For a person: numbers to six decimals, long texts shortened, nothing that a terminal would obey. */
    static String shown(Event event, int field, Clock clock) {
        return harmless(text(event.value(field), event.schema.type(field), clock, true));
    }

    private static String text(@Nullable Object value, FieldType type, Clock clock, boolean rounded) {
        return switch (value) {
            case null -> "";
            case Long n when type == FieldType.TIMESTAMP -> rounded ? Times.text(clock, n) : Times.exact(clock, n);
            case Double d when rounded && Double.isFinite(d) -> rounded(d);
            case List<?> items -> items.stream()
                    .map(i -> text(i, FieldType.STRING, clock, rounded))
                    .collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private static String rounded(double value) {
        BigDecimal plain = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        boolean tiny = plain.signum() == 0 && value != 0;
        return tiny || Math.abs(value) >= 1e15 ? Double.toString(value) : plain.toPlainString();
    }

    /** Without anything that a terminal would obey. */
    static String plain(String text) {
        if (text.codePoints().noneMatch(RowText::obeyed)) return text;
        return text.codePoints()
                .map(c -> obeyed(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As {@link #plain}, and shortened. */
    static String harmless(String text) {
        String plain = plain(text);
        if (plain.codePointCount(0, plain.length()) <= LONGEST) return plain;
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    /** Control characters, and marks that turn the direction of what follows. */
    private static boolean obeyed(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
    }
}
