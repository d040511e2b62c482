package millrace.design;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import millrace.text.Sentences;

/**
 * "Did you mean ...?", or what is known, or what else there is to do. Among the parts of a {@link Problem} it is what to do
 * about that.
 *
 * @param words for a person to read
 * @param meant the one word that is surely meant, if there is one: what a click on it writes
 */
public record Suggestion(String words, Optional<String> meant) {
    private static final int MOST_LISTED = 30;

    /** The nearest of the known words, or the list of them. */
    public static Suggestion of(String word, Collection<String> known) {
        return nearest(word, known).map(Suggestion::asking)
                .orElseGet(() -> saying(Sentences.of("design.known", listed(known))));
    }

    /** "did you mean 'tumbling'?" */
    public static Suggestion asking(String meant) {
        return new Suggestion(Sentences.of("design.did-you-mean", meant), Optional.of(meant));
    }

    /** What to do, where no one word is meant. */
    public static Suggestion saying(String words) {
        return new Suggestion(words, Optional.empty());
    }

    /** What is known, in this order, where nothing was written that could be near to it. */
    public static Suggestion among(List<String> known) {
        return saying(Sentences.of("design.known", String.join(", ", known)));
    }

    /** The words of {@link #of}. */
    public static String fix(String word, Collection<String> known) {
        return of(word, known).words;
    }

    /** The known word nearest to the given one, if it is near enough to be meant (at most a third of its letters differ). */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(k -> distance(word, k) <= Math.max(1, Math.max(word.length(), k.length()) / 3))
                .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(k -> k));
    }

    private static String listed(Collection<String> known) {
        String first = String.join(", ", known.stream().sorted().limit(MOST_LISTED).toList());
        return known.size() > MOST_LISTED ? Sentences.of("design.known.more", first) : first;
    }

    /** As in a sentence. */
    @Override
    public String toString() {
        return words;
    }

    /** Edit distance with neighbours swapped counting as one (optimal string alignment). */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8 || a.length() > 64) return Integer.MAX_VALUE;
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++)
            d[i][0] = i;
        for (int j = 0; j <= b.length(); j++)
            d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++)
                d[i][j] = cell(a, b, d, i, j);
        }
        return d[a.length()][b.length()];
    }

    private static int cell(String a, String b, int[][] d, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
