package millrace.format;

import java.util.Locale;
import java.util.Map;
import millrace.design.Value;

/** Values as JSON on one line. */
public final class ValueText {
    private ValueText() {}

    public static String of(Value value) {
        StringBuilder text = new StringBuilder();
        put(text, value);
        return text.toString();
    }

    static void put(StringBuilder text, Value value) {
        switch (value) {
            case Value.Text t -> quoted(text, t.text());
            case Value.Number n -> text.append(n.number());
            case Value.Flag f -> text.append(f.on());
            case Value.Nothing n -> text.append("null");
            case Value.Items items -> items(text, items);
            case Value.Group group -> group(text, group);
        }
    }

    private static void items(StringBuilder text, Value.Items items) {
        text.append('[');
        String comma = "";
        for (Value item : items.items()) {
            text.append(comma);
            put(text, item);
            comma = ", ";
        }
        text.append(']');
    }

    private static void group(StringBuilder text, Value.Group group) {
        text.append('{');
        String comma = "";
        for (Map.Entry<String, Value> field : group.fields().entrySet()) {
            text.append(comma);
            quoted(text, field.getKey());
            text.append(": ");
            put(text, field.getValue());
            comma = ", ";
        }
        text.append('}');
    }

    static void quoted(StringBuilder text, String plain) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++)
            character(text, plain, i);
        text.append('"');
    }

    private static void character(StringBuilder text, String plain, int at) {
        char c = plain.charAt(at);
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7F || lone(plain, at))
                    text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                else
                    text.append(c);
            }
        }
    }

    /** Half of a surrogate pair can't be written in UTF-8. */
    private static boolean lone(String plain, int at) {
        char c = plain.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == plain.length() || !Character.isLowSurrogate(plain.charAt(at + 1));
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(plain.charAt(at - 1)));
    }
}
