package millrace.format;

/**
 * A slip of JSON syntax: where, what it is, and how to read on.
 *
 * @param at offset where it stands
 * @param from the first character to paint over so that the rest can be read
 * @param to the end of what is painted over, exclusive; equal to {@code from} = there is no reading on
 * @param paint what is painted there, filled up with blanks
 */
record Slip(int at, String code, String message, String fix, int from, int to, String paint) {
    static Slip end(int at, String code, String message, String fix) {
        return new Slip(at, code, message, fix, at, at, "");
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
