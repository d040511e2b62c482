package millrace.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import millrace.app.cli.Shot;
import millrace.design.Clock;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The canvas, the time chart, the timeline and the views below it look as they were accepted. */
@ExtendWith(ApplicationExtension.class)
class AcceptedViewsTest {
    @ParameterizedTest
    @CsvSource({"canvas, time/late-arrivals, 12:08:25, false, 1000, 420",
        "canvas, faults/kill-it, 12:00:24, true, 1100, 460", "canvas, joins/customer-view, 10:03:30, false, 900, 420",
        "canvas, messaging/poison, 12:00:14, false, 900, 420", "canvas, faults/more-hands, 12:00:26, true, 1100, 520",
        "time-chart, time/late-arrivals, 12:08:25, false, 1140, 334",
        "time-chart, joins/search-then-click, 12:02:00, true, 1140, 334",
        "time-chart, time/sessions, 12:00:28, false, 976, 260",
        "timeline, faults/kill-it, 12:00:30, false, 1140, 76", "timeline, time/late-arrivals, 12:08:25, true, 976, 76",
        "results, time/late-arrivals, 12:08:25, false, 976, 260", "results, faults/kill-it, 12:00:30, true, 1140, 334",
        "lanes, joins/exchange-rate, 11:31:00, false, 1140, 334",
        "lanes, time/late-arrivals, 12:08:25, true, 976, 214",
        "lanes, joins/never-meet, 12:01:00, false, 976, 214",
        "tables, state/table-is-a-fold, 12:00:30, false, 1140, 334", "tables, state/garage, 09:25:00, true, 976, 214",
        "brokers, messaging/compaction, 12:01:30, false, 1140, 334",
        "brokers, messaging/poison, 12:00:14, true, 976, 214"})
    void aViewLooksAsAccepted(String view, String design, String at, boolean dark, int width, int height)
            throws IOException {
        Path file = Path.of("../designs", design + ".json");
        Clock clock = millrace.compile.Compiler
                .compile(DesignReader.read(file).design().orElseThrow(), new DesignFolder(file.getParent()))
                .value()
                .orElseThrow()
                .clock();
        long time = clock.parse(at).orElseThrow();
        BufferedImage picture = image(
                new Shot(file, view, "png", new Shot.Part(time, time, 1), dark, width, height, Optional.empty()));
        AcceptedPictures.same(view + "-" + design.substring(design.indexOf('/') + 1)
                + (dark ? "-dark" : "-light"), picture);
    }

    @Test
    void problemsLookAsAccepted(@TempDir Path folder) throws IOException {
        String damaged = Files.readString(Path.of("../designs/time/late-arrivals.json"))
                .replace("\"size\": \"2 min\"", "\"size\": \"2 minits\"")
                .replace("\"value > 0\"", "\"value > \"");
        Path file = Files.writeString(folder.resolve("damaged.json"), damaged);
        AcceptedPictures.same("problems-damaged-light", image(new Shot(file, "problems", "png",
                new Shot.Part(0, 0, 1), false, 976, 260, Optional.empty())));
    }

    private static BufferedImage image(Shot shot) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PicturesTest.taken(shot)));
    }
}
