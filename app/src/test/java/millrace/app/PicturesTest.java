package millrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import millrace.app.cli.Shot;
import millrace.app.look.Theme;
import millrace.design.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Pictures without a display, as {@code millrace render} takes them. */
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private static final Path LATE_ARRIVALS = Path.of("../designs/time/late-arrivals.json");
    private static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();

    static byte[] taken(Shot shot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(new Camera().take(shot, bytes, (done, all) -> true));
        return bytes.toByteArray();
    }

    private static BufferedImage picture(String view, String at, boolean dark, int width, int height)
            throws IOException {
        long time = CLOCK.parse(at).orElseThrow();
        return image(new Shot(LATE_ARRIVALS, view, "png", new Shot.Part(time, time, 1), dark, width, height,
                Optional.empty()));
    }

    private static BufferedImage image(Shot shot) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(taken(shot)));
    }

    /** How many pixels are of this very colour. */
    private static long pixels(BufferedImage image, Color colour) {
        int wanted = 0xFF000000 | Integer.parseInt(Theme.web(colour).substring(1), 16);
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(all).filter(p -> p == wanted).count();
    }

    @ParameterizedTest
    @CsvSource({"window, false, 1440, 900", "window, false, 2560, 1440", "window, true, 1280, 720",
        "canvas, false, 900, 360",
        "canvas, true, 640, 400",
        "time-chart, false, 1100, 360", "time-chart, true, 800, 400"})
    void aPictureHasTheSizeAndTheColoursThatWereAskedFor(String view, boolean dark, int width, int height)
            throws IOException {
        BufferedImage image = picture(view, "12:08:25", dark, width, height);
        assertEquals(width + "x" + height, image.getWidth() + "x" + image.getHeight());
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        Color ground = view.equals("canvas") ? theme.bg() : theme.panel();
        assertTrue(pixels(image, ground) > width * height / 4, "the ground of the theme");
        assertTrue(pixels(image, theme.late()) > 20, "the late 9 is there");
        assertTrue(pixels(image, theme.event()) > 20, "and the watermark");
    }

    @Test
    void aMomentBeforeTheLateEventShowsNoneThatIsLate() throws IOException {
        assertTrue(pixels(picture("time-chart", "12:05:30", false, 1100, 360), Theme.LIGHT.late())
                < pixels(picture("time-chart", "12:08:25", false, 1100, 360), Theme.LIGHT.late()) / 4);
    }

    @Test
    void theSameMomentGivesTheSamePicture() throws IOException {
        assertEquals(0, difference(picture("canvas", "12:07:28", false, 900, 360),
                picture("canvas", "12:07:28", false, 900, 360)));
    }

    @Test
    void aCrashLooksLikeOneUntilTheRestore() throws IOException {
        Color fail = Theme.DARK.fail();
        assertEquals(0, pixels(fault("12:00:21"), fail));
        assertTrue(pixels(fault("12:00:23"), fail) > 500, "the crashed node and those that stand still");
        assertTrue(pixels(fault("12:00:23"), Theme.DARK.failSoft()) > 1_000, "the ground of the crashed node");
        assertEquals(0, pixels(fault("12:00:26"), fail));
    }

    private static BufferedImage fault(String at) throws IOException {
        long time = Clock.MIDNIGHT.parse(at).orElseThrow();
        return image(new Shot(Path.of("../designs/faults/kill-it.json"), "canvas", "png",
                new Shot.Part(time, time, 1), true, 1400, 700, Optional.empty()));
    }

    private static long difference(BufferedImage a, BufferedImage b) {
        long different = 0;
        for (int y = 0; y < a.getHeight(); y++)
            for (int x = 0; x < a.getWidth(); x++)
                if (a.getRGB(x, y) != b.getRGB(x, y)) different++;
        return different;
    }
}
