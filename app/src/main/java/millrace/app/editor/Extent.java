package millrace.app.editor;

/**
 * A thing on the canvas, or several that go together, with the room that they take.
 *
 * @param what moves as one
 */
public record Extent(Selection what, double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }
}
