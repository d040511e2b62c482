package millrace.expression;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.expression.Term.Decimal;
import millrace.expression.Term.Text;
import millrace.expression.Term.Whole;

/** The signs, names and literals of a plain expression, one after another. */
final class PlainTokens {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** No other forms: with an exponent, in hexadecimal, with a point at an end, with leading zeros. */
    private static final Pattern WHOLE = Pattern.compile("(0|[1-9][0-9]{0,17})(?![A-Za-z0-9_.])");
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,14})\\.[0-9]{1,15}(?![A-Za-z0-9_.])");
    private static final Pattern TEXT = Pattern.compile("'([^'\"\\\\\\p{Cntrl}]*)'|\"([^'\"\\\\\\p{Cntrl}]*)\"");

    private final String text;
    private int at;

    PlainTokens(String text) {
        this.text = text;
        skip();
    }

    boolean atEnd() {
        return at == text.length();
    }

    private void skip() {
        while (at < text.length() && " \t\n\r\f".indexOf(text.charAt(at)) >= 0)
            at++;
    }

    private void moveTo(int next) {
        at = next;
        skip();
    }

    /** Takes a sign if it comes next; the signs that are the beginning of others are told apart. */
    boolean take(String sign) {
        if (!text.startsWith(sign, at)) return false;
        boolean longer = sign.equals("!") && text.startsWith("!=", at);
        if (!longer) moveTo(at + sign.length());
        return !longer;
    }

    Optional<String> name() {
        return match(NAME).map(Matcher::group);
    }

    Optional<Term> literal() {
        Optional<Matcher> decimal = match(DECIMAL);
        if (decimal.isPresent()) {
            double value = Double.parseDouble(decimal.get().group());
            return Optional.of(new Decimal(e -> value));
        }
        Optional<Matcher> whole = match(WHOLE);
        if (whole.isPresent()) {
            long value = Long.parseLong(whole.get().group());
            return Optional.of(new Whole(e -> value));
        }
        return match(TEXT).map(m -> {
            String value = m.group(1) != null ? m.group(1) : m.group(2);
            return new Text(e -> value);
        });
    }

    private Optional<Matcher> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) return Optional.empty();
        moveTo(matcher.end());
        return Optional.of(matcher);
    }
}
