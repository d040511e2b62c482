package millrace.text;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A language for tests: English with every letter of the bundles' own words made wide. What stays narrow was put in, as names and
 * figures are, or it stands in the code and not in a bundle.
 */
public final class PseudoLanguage implements AutoCloseable {
    private static final Pattern NARROW = Pattern.compile("[A-Za-z]+");
    private static final int WIDE = 'Ａ' - 'A';

    private PseudoLanguage() {}

    /** From now on the engine speaks it, until this is closed. */
    public static PseudoLanguage speak() {
        return speak(text -> text);
    }

    /** As {@link #speak()}, but with some words made English again: those that a translator forgot. */
    static PseudoLanguage speak(UnaryOperator<String> forgotten) {
        Sentences.speak(new Bundle("millrace.text", Locale.forLanguageTag("qps-ploc"),
                text -> forgotten.apply(wide(text))));
        return new PseudoLanguage();
    }

    @Override
    public void close() {
        Sentences.speak(Locale.ROOT);
    }

    /** A pattern with its own letters made wide; what stands in braces names places. */
    static String wide(String pattern) {
        StringBuilder wide = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (char c : pattern.toCharArray()) {
            if (c == '\'') quoted = !quoted;
            if (c == '{' && !quoted) depth++;
            // One that closes nothing is a letter like any other.
            if (c == '}' && !quoted) depth = Math.max(0, depth - 1);
            wide.append(depth == 0 && isLetter(c) ? (char) (c + WIDE) : c);
        }
        return wide.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** The words of a text that are of no bundle. */
    public static List<String> narrow(String text) {
        return NARROW.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Whether there is a word of a bundle in it. */
    public static boolean speaks(String text) {
        return text.chars().anyMatch(c -> c >= 'Ａ' && c <= 'ｚ');
    }
}
