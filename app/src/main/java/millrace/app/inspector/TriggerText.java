package millrace.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import millrace.design.Value;

/**
 * A composed trigger as one writes a call: {@code repeatedly(afterFirst(afterCount(3), afterDelay(20 s)))}. Empty text is no
 * composed trigger. What can't be read stays a text, and the check of the node says what is wrong with it.
 */
final class TriggerText {
    private final String text;
    private int at;

    private TriggerText(String text) {
        this.text = text;
    }

    static String write(Value trigger) {
        return switch (trigger) {
            case Value.Group g -> g.fields()
                    .entrySet()
                    .stream()
                    .map(e -> e.getKey() + "(" + inner(e.getValue()) + ")")
                    .collect(Collectors.joining(", "));
            case Value.Items i -> i.items().stream().map(TriggerText::write).collect(Collectors.joining(", "));
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> String.valueOf(f.on());
            case Value.Nothing n -> "";
        };
    }

    /** Named parts ("early", "main", "every") are written name = value; a lone trigger stands bare. */
    private static String inner(Value value) {
        if (!(value instanceof Value.Group g) || g.fields().size() == 1 && isTrigger(g.fields().firstEntry().getKey()))
            return write(value);
        return g.fields()
                .entrySet()
                .stream()
                .map(e -> e.getKey() + " = " + write(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isTrigger(String name) {
        return name.startsWith("after") || List.of("repeatedly", "orFinally", "aligned", "never").contains(name);
    }

    static Value read(String text) {
        TriggerText reader = new TriggerText(text.strip());
        try {
            Value value = reader.part();
            return reader.at == reader.text.length() ? value : Value.of(text.strip());
        } catch (IllegalArgumentException e) {
            return Value.of(text.strip());
        }
    }

    private Value part() {
        String word = word();
        if (!next('(')) return Values.numberOrText(word);
        Map<String, Value> named = new LinkedHashMap<>();
        List<Value> bare = new ArrayList<>();
        while (!next(')')) {
            argument(named, bare);
            next(',');
        }
        return Value.group(Map.of(word, arguments(word, named, bare)));
    }

    private static Value arguments(String word, Map<String, Value> named, List<Value> bare) {
        if (!named.isEmpty()) return Value.group(named);
        boolean list = List.of("afterFirst", "afterAll", "afterEach").contains(word);
        if (list) return Value.of(bare);
        return bare.isEmpty() ? Value.Group.EMPTY : bare.getFirst();
    }

    private void argument(Map<String, Value> named, List<Value> bare) {
        int start = at;
        String name = word();
        if (next('=')) named.put(name, part());
        else {
            at = start;
            bare.add(part());
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && "(),=".indexOf(text.charAt(at)) < 0)
            at++;
        String word = text.substring(start, at).strip();
        if (word.isEmpty()) throw new IllegalArgumentException("a word is missing at " + start);
        return word;
    }

    private boolean next(char c) {
        while (at < text.length() && text.charAt(at) == ' ')
            at++;
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) at++;
        while (there && at < text.length() && text.charAt(at) == ' ')
            at++;
        return there;
    }
}
