package millrace.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one line of JSON at a time, and can be used again for the next. */
final class JsonLine {
    private final StringBuilder text = new StringBuilder();

    /** Begins an object; the first one begins the line. */
    JsonLine begin() {
        text.append('{');
        return this;
    }

    JsonLine end() {
        text.append('}');
        return this;
    }

    JsonLine name(String name) {
        if (text.charAt(text.length() - 1) != '{') text.append(',');
        quote(name);
        text.append(':');
        return this;
    }

    JsonLine text(String value) {
        quote(value);
        return this;
    }

    JsonLine number(long value) {
        text.append(value);
        return this;
    }

    JsonLine flag(boolean value) {
        text.append(value);
        return this;
    }

    JsonLine nothing() {
        text.append("null");
        return this;
    }

    /** A value as {@code Event.value} gives it; a number that JSON does not know is text. */
    JsonLine value(@Nullable Object value) {
        switch (value) {
            case null -> nothing();
            case Long n -> number(n);
            case Boolean b -> flag(b);
            case Double d when Double.isFinite(d) -> text.append(d.doubleValue());
            case List<?> items -> items(items);
            default -> text(value.toString());
        }
        return this;
    }

    private void items(List<?> items) {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) text.append(',');
            value(items.get(i));
        }
        text.append(']');
    }

    private void quote(String plain) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++)
            character(plain, i);
        text.append('"');
    }

    private void character(String plain, int at) {
        char c = plain.charAt(at);
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7F || lone(plain, at)) escape(c);
                else
                    text.append(c);
            }
        }
    }

    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4)
            text.append(Character.forDigit(c >> shift & 15, 16));
    }

    /** Half of a surrogate pair can't be written in UTF-8. */
    private static boolean lone(String plain, int at) {
        char c = plain.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == plain.length() || !Character.isLowSurrogate(plain.charAt(at + 1));
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(plain.charAt(at - 1)));
    }

    /** Begins the next line. */
    JsonLine clear() {
        text.setLength(0);
        return this;
    }

    CharSequence line() {
        return text;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
