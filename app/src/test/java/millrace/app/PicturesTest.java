package millrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
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

    private static BufferedImage picture(Shot.View view, String at, boolean dark, int width, int height)
            throws IOException {
        Shot shot = new Shot(LATE_ARRIVALS, CLOCK.parse(at).orElseThrow(), view, dark, width, height, Optional.empty());
        return ImageIO.read(new ByteArrayInputStream(new Camera().png(shot)));
    }

    /** How many pixels are of this very colour. */
    private static long pixels(BufferedImage image, Color colour) {
        int wanted = 0xFF000000 | Integer.parseInt(Theme.web(colour).substring(1), 16);
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(all).filter(p -> p == wanted).count();
    }

    @ParameterizedTest
    @CsvSource({"WINDOW, false, 1440, 900", "WINDOW, false, 2560, 1440", "WINDOW, true, 1280, 720",
        "CANVAS, false, 900, 360",
        "CANVAS, true, 640, 400",
        "TIME_CHART, false, 1100, 360", "TIME_CHART, true, 800, 400"})
    void aPictureHasTheSizeAndTheColoursThatWereAskedFor(Shot.View view, boolean dark, int width, int height)
            throws IOException {
        BufferedImage image = picture(view, "12:08:25", dark, width, height);
        assertEquals(width + "x" + height, image.getWidth() + "x" + image.getHeight());
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        Color ground = view == Shot.View.CANVAS ? theme.bg() : theme.panel();
        assertTrue(pixels(image, ground) > width * height / 4, "the ground of the theme");
        assertTrue(pixels(image, theme.late()) > 20, "the late 9 is there");
        assertTrue(pixels(image, theme.event()) > 20, "and the watermark");
    }

    @Test
    void aMomentBeforeTheLateEventShowsNoneThatIsLate() throws IOException {
        assertTrue(pixels(picture(Shot.View.TIME_CHART, "12:05:30", false, 1100, 360), Theme.LIGHT.late())
                < pixels(picture(Shot.View.TIME_CHART, "12:08:25", false, 1100, 360), Theme.LIGHT.late()) / 4);
    }

    @Test
    void theSameMomentGivesTheSamePicture() throws IOException {
        assertEquals(0, difference(picture(Shot.View.CANVAS, "12:07:28", false, 900, 360),
                picture(Shot.View.CANVAS, "12:07:28", false, 900, 360)));
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
        Shot shot = new Shot(Path.of("../designs/faults/kill-it.json"), Clock.MIDNIGHT.parse(at).orElseThrow(),
                Shot.View.CANVAS, true, 1400, 700, Optional.empty());
        return ImageIO.read(new ByteArrayInputStream(new Camera().png(shot)));
    }

    private static long difference(BufferedImage a, BufferedImage b) {
        long different = 0;
        for (int y = 0; y < a.getHeight(); y++)
            for (int x = 0; x < a.getWidth(); x++)
                if (a.getRGB(x, y) != b.getRGB(x, y)) different++;
        return different;
    }
}
