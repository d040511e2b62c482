package millrace.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The small pictures look like the shapes that they stand for. */
@ExtendWith(ApplicationExtension.class)
class RoundPicturesTest {
    private static final int SIDE = 60;
    private static final Color FILL = Color.web("#337188");
    private static final Color RIM = Color.web("#FFFFFF");

    private interface Drawing {
        void on(Ink g);
    }

    private static WritableImage drawn(FxRobot robot, double zoom, Drawing drawing) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> {
            Canvas canvas = new Canvas(SIDE, SIDE);
            Ink g = Ink.on(canvas);
            g.setFill(Color.web("#4C57E0"));
            g.fillRect(0, 0, SIDE, SIDE);
            g.scale(zoom, zoom);
            drawing.on(g);
            image[0] = canvas.snapshot(null, null);
        });
        return image[0];
    }

    /** The mean difference of a pixel's colours, 0 to 1, over the pixels of the picture. */
    private static double difference(WritableImage a, WritableImage b) {
        PixelReader one = a.getPixelReader();
        PixelReader other = b.getPixelReader();
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            Color p = one.getColor(i % SIDE, i / SIDE);
            Color q = other.getColor(i % SIDE, i / SIDE);
            sum += (Math.abs(p.getRed() - q.getRed()) + Math.abs(p.getGreen() - q.getGreen())
                    + Math.abs(p.getBlue() - q.getBlue())) / 3;
        }
        return sum / (SIDE * SIDE);
    }

    @ParameterizedTest
    @CsvSource({"30, 30, 11, 1", "29.4, 30.7, 11.5, 1", "40.2, 38.9, 9.5, 0.74", "15.5, 16.3, 11, 1.8", "30, 30, 3, 1"})
    void aDiscIsTheSameAsTwoOvals(double x, double y, double r, double zoom, FxRobot robot) {
        WritableImage ovals = drawn(robot, zoom, g -> {
            g.setFill(FILL);
            g.fillOval(x - r, y - r, 2 * r, 2 * r);
            g.setStroke(RIM);
            g.setLineWidth(1.5);
            g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        });
        WritableImage picture = drawn(robot, zoom,
                g -> assertTrue(RoundPictures.draw(g, x, y, RoundPictures.Look.disc(r, FILL, RIM, 1.5))));
        assertTrue(difference(ovals, picture) < 0.006, "differs by " + difference(ovals, picture));
        assertEquals(FILL, picture.getPixelReader().getColor((int) (x * zoom), (int) (y * zoom)));
    }

    @ParameterizedTest
    @CsvSource({"#FFFFFF, 1", "#00000000, 1", "#FFFFFF, 0.7"})
    void aRoundRectangleIsTheSameAsFilledAndRimmed(String colour, double zoom, FxRobot robot) {
        Color fill = Color.web(colour);
        WritableImage shapes = drawn(robot, zoom, g -> {
            g.setFill(fill);
            g.fillRoundRect(8.3, 19, 44, 22, 8, 8);
            g.setStroke(FILL);
            g.setLineWidth(2);
            g.strokeRoundRect(8.3, 19, 44, 22, 8, 8);
        });
        WritableImage picture = drawn(robot, zoom, g -> assertTrue(
                RoundPictures.draw(g, 30.3, 30, new RoundPictures.Look(22, 11, 4, fill, FILL, 2))));
        assertTrue(difference(shapes, picture) < 0.01, "differs by " + difference(shapes, picture));
    }

    @Test
    void aTurnedContextIsLeftToOthers(FxRobot robot) {
        drawn(robot, 1, g -> {
            g.rotate(30);
            assertFalse(RoundPictures.draw(g, 30, 30, RoundPictures.Look.disc(9, FILL, RIM, 1.5)));
        });
    }
}
