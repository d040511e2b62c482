package millrace.simulation;

import java.io.IOException;
import java.io.Reader;

/** Reads lines, and keeps no more than so many characters of each. A byte order mark at the start is passed over. */
final class LineReader {
    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int filled;
    private final StringBuilder line = new StringBuilder();
    private boolean tooLong;
    private long number;

    LineReader(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** Reads the next line; false at the end. */
    boolean next() throws IOException {
        line.setLength(0);
        tooLong = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = lineEnd();
            keep(end);
            at = Math.min(end + 1, filled);
            if (end < filled) break;
        }
        if (any) number++;
        return any;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, text.read(buffer, 0, buffer.length));
        if (number == 0 && line.isEmpty() && filled > 0 && buffer[0] == '\uFEFF') at = 1;
        return filled > 0;
    }

    /** The place of the next line break in the buffer, or its end. */
    private int lineEnd() {
        int end = at;
        while (end < filled && buffer[end] != '\n')
            end++;
        return end;
    }

    private void keep(int end) {
        int length = Math.min(end - at, longest - line.length());
        line.append(buffer, at, length);
        tooLong |= length < end - at;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        return !tooLong && line.chars().allMatch(Character::isWhitespace);
    }

    /** The line, or its beginning if it is too long. */
    String text() {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    /** The number of the present line, from 1. */
    long number() {
        return number;
    }

    void close() {
        try {
            text.close();
        } catch (IOException e) {
            // Nothing is written, so nothing can be lost by a failing close.
        }
    }
}
