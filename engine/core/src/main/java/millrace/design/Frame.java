package millrace.design;

import java.util.List;

/**
 * A box with a title behind nodes that belong together. What lies in it is not written anywhere: it is what stands there.
 *
 * @param colour a word: "grey", "blue", "orange", "violet", "green" or "ochre"; one that is not known is kept and drawn grey
 * @param at its upper left corner
 */
public record Frame(String id, String title, String colour, Point at, double width, double height,
        Value.Group extra) {
    public static final String USUAL_COLOUR = "grey";
    /** The words that {@link #colour} may be. */
    public static final List<String> COLOURS = List.of(USUAL_COLOUR, "blue", "orange", "violet", "green", "ochre");
    private static final String NOTE = "note";
    /** The smallest and the largest side. */
    public static final double SMALLEST = 48;
    public static final double LARGEST = 100_000;

    public Frame {
        width = Math.clamp(width, SMALLEST, LARGEST);
        height = Math.clamp(height, SMALLEST, LARGEST);
    }

    public Frame withId(String next) {
        return new Frame(next, title, colour, at, width, height, extra);
    }

    public Frame titled(String next) {
        return new Frame(id, next, colour, at, width, height, extra);
    }

    public Frame coloured(String next) {
        return new Frame(id, title, next, at, width, height, extra);
    }

    /** What is said of those that belong together; "" if nothing is. */
    public String note() {
        return extra.get(NOTE).map(v -> v instanceof Value.Text t ? t.text() : "").orElse("");
    }

    public Frame noted(String next) {
        return new Frame(id, title, colour, at, width, height,
                next.isEmpty() ? extra.without(NOTE) : extra.with(NOTE, Value.of(next)));
    }

    public Frame movedTo(Point next) {
        return new Frame(id, title, colour, next, width, height, extra);
    }

    public Frame sized(Point corner, double nextWidth, double nextHeight) {
        return new Frame(id, title, colour, corner, nextWidth, nextHeight, extra);
    }
}
