package millrace.app.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import millrace.app.text.Texts;
import millrace.event.Field;
import millrace.expression.Expressions;

/** What can be written next in an expression: the fields that arrive, with their types, and the functions. */
final class Completions {
    private final List<Field> fields;

    Completions(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** @param more what stands beside it: the type of a field */
    record Completion(String word, String more, boolean function) {}

    /** The part of a text that is being written, from its first letter to the cursor. */
    record Part(int from, String letters, boolean afterPoint) {
        /** Nothing is completed within quotes or within a number. */
        boolean isOpen() {
            return letters.isEmpty() || !Character.isDigit(letters.charAt(0));
        }
    }

    static Part part(String text, int cursor) {
        int from = cursor;
        while (from > 0 && isName(text.charAt(from - 1)))
            from--;
        return new Part(from, text.substring(from, cursor), from > 0 && text.charAt(from - 1) == '.');
    }

    private static boolean isName(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean quoted(String text, int cursor) {
        long quotes = text.substring(0, cursor).chars().filter(c -> c == '\'').count();
        return quotes % 2 == 1;
    }

    /** What fits at the cursor: fields first, what begins with the letters before what only holds them. */
    List<Completion> at(String text, int cursor) {
        Part part = part(text, cursor);
        if (!part.isOpen() || quoted(text, cursor)) return List.of();
        String letters = part.letters().toLowerCase(Locale.ROOT);
        List<Completion> all = new ArrayList<>();
        if (!part.afterPoint()) fields.forEach(f -> all.add(new Completion(f.name(), f.type().word(), false)));
        Expressions.FUNCTIONS.stream()
                .filter(f -> part.afterPoint() ? Expressions.mayComeBehind(f) : !Expressions.comesBehind(f))
                .forEach(f -> all.add(new Completion(f, Texts.of("inspector.function"), true)));
        return all.stream()
                .filter(c -> c.word().toLowerCase(Locale.ROOT).contains(letters))
                .sorted(Comparator.comparing((Completion c) -> !c.word().toLowerCase(Locale.ROOT).startsWith(letters))
                        .thenComparing(Completion::function))
                .toList();
    }
}
