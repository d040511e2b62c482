package millrace.expression;

import java.util.List;
import millrace.expression.Term.Decimal;
import millrace.expression.Term.Text;
import millrace.expression.Term.Time;
import millrace.expression.Term.Truth;
import millrace.expression.Term.Whole;
import millrace.expression.Term.WholeOf;
import org.jspecify.annotations.Nullable;

/** The comparisons of plain expressions. */
final class PlainComparison {
    /** In the order in which they are looked for: the longer before its beginning. */
    static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "<", ">");

    private PlainComparison() {}

    /** Null if the two can't be compared, or not in the plain way. */
    static @Nullable Term of(String sign, Term left, Term right) {
        if (left instanceof Whole a && right instanceof Whole b) return whole(sign, a.of(), b.of());
        if (left instanceof Time a && right instanceof Time b) return whole(sign, a.of(), b.of());
        if (left instanceof Decimal a && right instanceof Decimal b) return decimal(sign, a, b);
        if (left instanceof Whole a && right instanceof Decimal b) {
            return mixed(sign, e -> Double.compare((double) a.of().from(e), b.of().from(e)));
        }
        if (left instanceof Decimal a && right instanceof Whole b) {
            return mixed(sign, e -> Double.compare(a.of().from(e), (double) b.of().from(e)));
        }
        if (left instanceof Text a && right instanceof Text b) return text(sign, a, b);
        return left instanceof Truth a && right instanceof Truth b ? truth(sign, a, b) : null;
    }

    private static Term whole(String sign, WholeOf a, WholeOf b) {
        return switch (sign) {
            case "==" -> new Truth(e -> a.from(e) == b.from(e));
            case "!=" -> new Truth(e -> a.from(e) != b.from(e));
            case "<=" -> new Truth(e -> a.from(e) <= b.from(e));
            case ">=" -> new Truth(e -> a.from(e) >= b.from(e));
            case "<" -> new Truth(e -> a.from(e) < b.from(e));
            default -> new Truth(e -> a.from(e) > b.from(e));
        };
    }

    private static Term decimal(String sign, Decimal a, Decimal b) {
        return switch (sign) {
            case "==" -> new Truth(e -> a.of().from(e) == b.of().from(e));
            case "!=" -> new Truth(e -> a.of().from(e) != b.of().from(e));
            case "<=" -> new Truth(e -> a.of().from(e) <= b.of().from(e));
            case ">=" -> new Truth(e -> a.of().from(e) >= b.of().from(e));
            case "<" -> new Truth(e -> a.of().from(e) < b.of().from(e));
            default -> new Truth(e -> a.of().from(e) > b.of().from(e));
        };
    }

    /** A whole number and a decimal can be put in order, but not be equal. */
    private static @Nullable Term mixed(String sign, WholeOf order) {
        return switch (sign) {
            case "<=" -> new Truth(e -> order.from(e) <= 0);
            case ">=" -> new Truth(e -> order.from(e) >= 0);
            case "<" -> new Truth(e -> order.from(e) < 0);
            case ">" -> new Truth(e -> order.from(e) > 0);
            default -> null;
        };
    }

    private static @Nullable Term text(String sign, Text a, Text b) {
        return switch (sign) {
            case "==" -> new Truth(e -> a.of().from(e).equals(b.of().from(e)));
            case "!=" -> new Truth(e -> !a.of().from(e).equals(b.of().from(e)));
            default -> null;
        };
    }

    private static @Nullable Term truth(String sign, Truth a, Truth b) {
        return switch (sign) {
            case "==" -> new Truth(e -> a.of().from(e) == b.of().from(e));
            case "!=" -> new Truth(e -> a.of().from(e) != b.of().from(e));
            default -> null;
        };
    }
}
