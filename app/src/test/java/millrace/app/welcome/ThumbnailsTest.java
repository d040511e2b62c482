package millrace.app.welcome;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The small pictures of the gallery show designs: nodes with their names and what they hold, not the bare ground. */
@ExtendWith(ApplicationExtension.class)
class ThumbnailsTest {
    /** So many colours has the ground with its dots, and more. */
    private static final int BARE = 500;

    @Start
    void start(Stage stage) {
        Type.load();
    }

    @Test
    void aPictureOfADesignShowsItsNodes() throws Exception {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            CompletableFuture<Image> ready = new CompletableFuture<>();
            Platform.runLater(() -> new Thumbnails().shipped("faults/kill-it.json", theme, ready::complete));
            int colours = colours(ready.get(60, TimeUnit.SECONDS));
            assertTrue(colours > BARE, colours + " colours");
        }
    }

    private static int colours(Image image) {
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++)
                found.add(image.getPixelReader().getArgb(x, y));
        return found.size();
    }
}
