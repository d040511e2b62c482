package millrace.app.why;

import javafx.scene.canvas.Canvas;
import millrace.app.look.Ink;
import millrace.app.look.KeyColour;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.event.Timing;

/** The mark at the head of a card: the very shape that the thing asked about has on the chart and the canvas. */
public sealed interface Sign {
    record OfEvent(KeyColour key) implements Sign {}

    record OfLate(KeyColour key) implements Sign {}

    record OfDropped() implements Sign {}

    record OfResult(Timing timing) implements Sign {}

    /** A window that has not answered. */
    record OfWindow() implements Sign {}

    /** A node, a wire, or a place where there is nothing. */
    record OfPlace() implements Sign {}

    /** The sign on a small canvas of its own, 20 px square. */
    default Canvas drawn(Theme theme) {
        Canvas canvas = new Canvas(20, 20);
        Marks marks = new Marks(Ink.on(canvas), theme);
        switch (this) {
            case OfEvent e -> marks.event(10, 10, 7.5, e.key(), theme.raised(), "");
            case OfLate e -> marks.late(10, 10, 6, e.key(), theme.raised(), "");
            case OfDropped e -> marks.dropped(9.5, 9.5, 6, theme.raised(), "");
            case OfResult r -> marks.timing(r.timing(), 10, 10, 6.5);
            case OfWindow w -> window(canvas, theme);
            case OfPlace p -> place(canvas, theme);
        }
        return canvas;
    }

    private static void place(Canvas canvas, Theme theme) {
        var g = Ink.on(canvas);
        g.setStroke(theme.text());
        g.setLineWidth(1.6);
        g.strokeRoundRect(3, 4.5, 14, 11, 5, 5);
        g.strokeLine(3, 8.5, 17, 8.5);
    }

    private static void window(Canvas canvas, Theme theme) {
        var g = Ink.on(canvas);
        g.setFill(Theme.alpha(theme.event(), 0.2));
        g.fillRect(4, 3, 12, 14);
        g.setStroke(theme.event());
        g.setLineWidth(1.6);
        g.strokeRect(4, 3, 12, 14);
    }
}
