package millrace.format;

import java.util.Arrays;
import millrace.design.Location;

/** Where the lines of a text begin. */
final class Lines {
    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == found.length) found = Arrays.copyOf(found, count * 2);
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** Line and column, both from 1; a column is one character as a person counts them. */
    Location.Place place(int offset) {
        int within = Math.clamp(offset, 0, text.length());
        int found = Arrays.binarySearch(starts, within);
        int line = found >= 0 ? found : -found - 2;
        return new Location.Place(line + 1, text.codePointCount(starts[line], within) + 1);
    }
}
