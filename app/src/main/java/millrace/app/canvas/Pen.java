package millrace.app.canvas;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;

/** A context to draw on, in the colours of a theme. */
record Pen(Ink g, Theme theme, Marks marks) {
    Pen(Ink g, Theme theme) {
        this(g, theme, new Marks(g, theme));
    }

    /** The smallest corner that is drawn round, px on the screen. */
    private static final double LEAST_CORNER = 2.5;

    /** A line of text whose middle is at this height, beginning at x. */
    void left(double x, double y, String text, Font font, Paint colour) {
        text(x, y, text, font, colour, TextAlignment.LEFT);
    }

    /** A line of text that ends at x. */
    void right(double x, double y, String text, Font font, Paint colour) {
        text(x, y, text, font, colour, TextAlignment.RIGHT);
    }

    private void text(double x, double y, String text, Font font, Paint colour, TextAlignment align) {
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        Type.write(g, font, text, x, y);
    }

    /** A line of text on a baseline. */
    void onBaseline(double x, double y, String text, Font font, Paint colour) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.BASELINE);
        g.setFill(colour);
        Type.write(g, font, text, x, y);
    }

    void box(double x, double y, double width, double height, double corner, Paint fill) {
        g.setFill(fill);
        if (square(corner)) g.fillRect(x, y, width, height);
        else
            g.fillRoundRect(x, y, width, height, 2 * corner, 2 * corner);
    }

    /** Corners too small on the screen to be seen: without a graphics card a round one takes ten times as long. */
    private boolean square(double corner) {
        return corner * g.getTransform().getMxx() < LEAST_CORNER;
    }

    void rim(double x, double y, double width, double height, double corner, Paint stroke, double lineWidth) {
        g.setStroke(stroke);
        g.setLineWidth(lineWidth);
        g.strokeRoundRect(x, y, width, height, 2 * corner, 2 * corner);
    }

    void line(double x1, double y1, double x2, double y2, Paint stroke, double width) {
        g.setStroke(stroke);
        g.setLineWidth(width);
        g.strokeLine(x1, y1, x2, y2);
    }

    void solid() {
        g.setLineDashes();
    }

    static Color alpha(Color colour, double alpha) {
        return Theme.alpha(colour, alpha);
    }
}
