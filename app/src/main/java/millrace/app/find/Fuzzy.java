package millrace.app.find;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well typed letters fit a name. All letters must be there in their order; they count most where they begin words
 * (so that "sa" finds "Save as"), more where they follow each other, less the later they come.
 */
public final class Fuzzy {
    private static final int WHOLE = 1_000;
    private static final int BEGINS = 600;
    private static final int WORD_BEGINS = 400;
    private static final int WITHIN = 250;
    private static final int INITIALS = 350;
    private static final int FIRST_LETTER = 12;
    private static final int FOLLOWING = 8;
    private static final int SCATTERED_LEAST = 4;

    private Fuzzy() {}

    /** The better, the higher; empty if it does not fit. Words may come in any order. */
    public static OptionalInt score(String typed, String name) {
        String query = typed.toLowerCase(Locale.ROOT).strip();
        String text = name.toLowerCase(Locale.ROOT);
        if (query.isEmpty()) return OptionalInt.of(0);
        OptionalInt whole = phrase(query, text);
        return whole.isPresent() || query.indexOf(' ') < 0 ? whole : words(query, text);
    }

    private static OptionalInt phrase(String query, String text) {
        if (text.equals(query)) return OptionalInt.of(WHOLE);
        int at = text.indexOf(query);
        if (at == 0) return OptionalInt.of(BEGINS - text.length());
        int word = wordBeginning(query, text);
        if (word > 0) return OptionalInt.of(WORD_BEGINS - text.length());
        if (initials(text).startsWith(query)) return OptionalInt.of(INITIALS - text.length());
        if (at > 0) return OptionalInt.of(WITHIN - at);
        return scattered(query, text);
    }

    private static int wordBeginning(String query, String text) {
        for (int at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
            if (begins(text, at)) return at;
        }
        return -1;
    }

    private static boolean begins(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < text.length(); i++)
            if (Character.isLetterOrDigit(text.charAt(i)) && begins(text, i)) initials.append(text.charAt(i));
        return initials.toString();
    }

    /** Each word of the query somewhere, in any order. */
    private static OptionalInt words(String query, String text) {
        int least = Integer.MAX_VALUE;
        for (String word : query.split("\\s+")) {
            int at = text.indexOf(word);
            if (at < 0) return OptionalInt.empty();
            least = Math.min(least, (begins(text, at) ? WITHIN : SCATTERED_LEAST) - at);
        }
        return OptionalInt.of(least);
    }

    /** Letters with gaps: each must begin a word or follow the one before, or the name would fit by chance. */
    private static OptionalInt scattered(String query, String text) {
        int score = 0;
        int at = -1;
        for (int i = 0; i < query.length(); i++) {
            int next = nextPlace(query.charAt(i), text, at);
            if (next < 0) return OptionalInt.empty();
            score += next == at + 1 ? FOLLOWING : FIRST_LETTER;
            at = next;
        }
        return OptionalInt.of(Math.max(SCATTERED_LEAST, score - text.length()));
    }

    private static int nextPlace(char c, String text, int after) {
        if (after >= 0 && after + 1 < text.length() && text.charAt(after + 1) == c) return after + 1;
        for (int i = after + 1; i < text.length(); i++)
            if (text.charAt(i) == c && begins(text, i)) return i;
        return -1;
    }
}
