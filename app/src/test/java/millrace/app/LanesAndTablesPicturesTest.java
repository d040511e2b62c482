package millrace.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import millrace.app.cli.Shot;
import millrace.design.Clock;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Lanes, tables, logs and queues look as they were accepted. */
@ExtendWith(ApplicationExtension.class)
class LanesAndTablesPicturesTest {
    @ParameterizedTest
    @CsvSource({"lanes, joins/exchange-rate, 11:31:00, false, 1140, 334",
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

    private static BufferedImage image(Shot shot) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PicturesTest.taken(shot)));
    }
}
