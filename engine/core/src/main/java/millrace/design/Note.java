package millrace.design;

/**
 * A text on the canvas, in Markdown.
 *
 * @param width of its lines in logical pixels; 0 for as wide as the text needs, up to a usual width
 */
public record Note(String id, String text, Point at, double width, Value.Group extra) {
    public static final double NARROWEST = 60;
    public static final double WIDEST = 4_000;

    public Note {
        width = width == 0 ? 0 : Math.clamp(width, NARROWEST, WIDEST);
    }

    public Note(String id, String text, Point at, Value.Group extra) {
        this(id, text, at, 0, extra);
    }

    public Note withText(String next) {
        return new Note(id, next, at, width, extra);
    }

    public Note movedTo(Point next) {
        return new Note(id, text, next, width, extra);
    }

    public Note withWidth(double next) {
        return new Note(id, text, at, next, extra);
    }

    public Note withId(String next) {
        return new Note(next, text, at, width, extra);
    }
}
