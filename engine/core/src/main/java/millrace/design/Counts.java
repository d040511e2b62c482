package millrace.design;

import java.util.Locale;

/** Numbers of things, as sentences say them, in the same way on every machine. */
public final class Counts {
    private Counts() {}

    /** "1,234,567". */
    public static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "1 event", "1,234 events". */
    public static String of(long n, String noun) {
        return grouped(n) + " " + noun + (n == 1 ? "" : "s");
    }
}
