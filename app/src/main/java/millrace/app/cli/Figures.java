package millrace.app.cli;

import java.util.Locale;

/** Numbers and nouns for people. */
final class Figures {
    private Figures() {}

    /** "1,234,567". */
    static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "1 event", "1,234 events". */
    static String count(long n, String noun) {
        return grouped(n) + " " + noun + (n == 1 ? "" : "s");
    }
}
