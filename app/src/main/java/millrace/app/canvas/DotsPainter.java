package millrace.app.canvas;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;

/** The ground with its grid of dots: a row of them is drawn into a picture, which is copied for each row. */
final class DotsPainter {
    /** Below this zoom the dots would only make the ground grey. */
    private static final double LEAST_ZOOM = 0.45;
    /** A round dot covers this share of the square around it. */
    private static final double ROUND = Math.PI / 4;

    private DotsPainter() {}

    /** @param x canvas coordinates of the upper left corner; the context is in pixels */
    static void paint(Ink g, Theme theme, double x, double y, double zoom, double width, double height) {
        g.setFill(theme.bg());
        g.fillRect(0, 0, width, height);
        if (zoom < LEAST_ZOOM || width < 1 || height < 1) return;
        double pitch = Tokens.GRID * zoom;
        WritableImage row = row(theme.grid(), first(x, zoom), pitch, (int) width);
        for (double at = first(y, zoom); at < height + 1; at += pitch)
            g.drawImage(row, 0, Math.round(at) - 1);
    }

    private static double first(double corner, double zoom) {
        return (Math.ceil(corner / Tokens.GRID) * Tokens.GRID - corner) * zoom;
    }

    private static WritableImage row(Color colour, double start, double pitch, int width) {
        WritableImage image = new WritableImage(width, 2);
        PixelWriter writer = image.getPixelWriter();
        for (double at = start; at < width + 1; at += pitch) {
            for (int x = Math.max(0, (int) Math.floor(at - 1)); x < Math.min(width, at + 1); x++) {
                double covered = Math.min(x + 1, at + 1) - Math.max(x, at - 1);
                writer.setColor(x, 0, Theme.alpha(colour, covered * ROUND));
                writer.setColor(x, 1, Theme.alpha(colour, covered * ROUND));
            }
        }
        return image;
    }
}
