package millrace.format;

import java.util.List;

/**
 * A slip of JSON syntax: where, what it is, and how to read on.
 *
 * @param at offset where it stands
 * @param key of what is said of it, as {@link millrace.design.Problem#error} has it
 * @param parts what is put into that
 * @param from the first character to paint over so that the rest can be read
 * @param to the end of what is painted over, exclusive; equal to {@code from} = there is no reading on
 * @param paint what is painted there, filled up with blanks
 */
record Slip(int at, String key, List<Object> parts, int from, int to, String paint) {
    Slip {
        parts = List.copyOf(parts);
    }

    /** There is no reading on. */
    static Slip end(int at, String key, Object... parts) {
        return new Slip(at, key, List.of(parts), at, at, "");
    }

    /** The slip itself is painted over. */
    static Slip over(int at, int to, String paint, String key, Object... parts) {
        return new Slip(at, key, List.of(parts), at, to, paint);
    }

    /** What is painted stands before it. */
    static Slip before(int at, String paint, String key, Object... parts) {
        return new Slip(at, key, List.of(parts), at - 1, at, paint);
    }

    boolean canGoOn() {
        return to > from;
    }

    /** Whether the painted-over text was a value, which is lost. */
    boolean losesValue() {
        return paint.equals("0");
    }

    void paintOver(char[] text) {
        for (int i = from; i < to; i++) {
            int n = i - from;
            if (n < paint.length()) text[i] = paint.charAt(n);
            else if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
        }
    }
}
