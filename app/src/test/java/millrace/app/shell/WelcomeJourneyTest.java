package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.app.file.ShippedDesigns.Shipped;
import millrace.app.prefs.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The page that greets: found, walked through by keys, opened as copies. */
@ExtendWith(ApplicationExtension.class)
class WelcomeJourneyTest extends WindowsTest {
    @Start
    @Override
    void start(Stage first) throws IOException {
        super.start(first);
    }

    @Stop
    @Override
    void stop() throws IOException {
        super.stop();
    }

    private List<String> shown() {
        return tabs.gallery()
                .lookupAll(".gallery-entry")
                .stream()
                .filter(n -> n.getUserData() instanceof Shipped)
                .map(n -> ((Button) n).getText())
                .toList();
    }

    /** Of the chapters and the recent files; the one of the design that is pointed at may be playing. */
    private List<Image> pictures() {
        return tabs.gallery()
                .lookupAll(".picture")
                .stream()
                .filter(p -> !p.getParent().getStyleClass().contains("detail-card"))
                .map(p -> p.lookup(".image-view"))
                .filter(ImageView.class::isInstance)
                .map(v -> ((ImageView) v).getImage())
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    @Test
    void withoutAFileTheGalleryShowsAllChaptersWithLivePicturesAndNothingHangs(FxRobot robot) {
        Frames frames = new Frames();
        robot.interact(frames::start);
        assertTrue(tabs.front().isEmpty());
        assertTrue(WindowTest.words(tabs.gallery())
                .containsAll(List.of("Events", "Batch and stream", "Messaging",
                        "State and streams", "Time", "Joins", "Fault tolerance", "7",
                        "Drop a design anywhere to open it")));
        assertTrue(shown().size() >= 52, shown().size() + " designs");
        WindowTest.await(() -> pictures().size() == 7);
        robot.interact(frames::stop);
        for (Image picture : pictures())
            assertTrue(colours(picture) > 12, "a picture of a graph has many colours: " + colours(picture));
        assertTrue(frames.longest() < 1_500, "the longest frame took " + frames.longest() + " ms");
        picture(robot, stage.getScene(), "welcome-light");
    }

    @Test
    void theDesignThatIsPointedAtPlaysUnlessMotionIsReduced(FxRobot robot) {
        WindowTest.await(() -> tabs.gallery().plays());
        Image[] before = new Image[1];
        robot.interact(() -> before[0] = detail());
        // Its events move.
        WindowTest.await(() -> differs(before[0], detail()));
        robot.interact(() -> windows.prefer(windows.preferences().withReducedMotion(true)));
        robot.push(KeyCode.DOWN);
        robot.sleep(1_500);
        assertFalse(tabs.gallery().plays());
    }

    private Image detail() {
        return tabs.gallery().lookup(".detail-card").lookup(".picture").snapshot(null, null);
    }

    private static boolean differs(Image a, Image b) {
        for (int y = 0; y < Math.min(a.getHeight(), b.getHeight()); y++)
            for (int x = 0; x < Math.min(a.getWidth(), b.getWidth()); x++)
                if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) return true;
        return false;
    }

    private static long colours(Image image) {
        java.util.Set<Integer> colours = new java.util.HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2)
            for (int x = 0; x < image.getWidth(); x += 2)
                colours.add(image.getPixelReader().getArgb(x, y));
        return colours.size();
    }

    @Test
    void whoTypesSearchesByAnyWords(FxRobot robot) {
        robot.write("mails zebra");
        assertEquals("mails zebra", robot.lookup("#welcome-find").<TextField>query().getText());
        assertEquals(List.of(), shown());
        assertTrue(WindowTest.words(tabs.gallery()).contains("No design has all of these words."));
        robot.push(KeyCode.ESCAPE);
        robot.write("minutes late 9");
        assertEquals(List.of("Late arrivals"), shown());
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER);
        assertEquals("Late arrivals", page().workspace.editor().design().name());
    }

    @Test
    void keysWalkThroughNamesAndTheOneInFocusIsToldAbout(FxRobot robot) {
        assertEquals("A first stream", focused());
        robot.push(KeyCode.DOWN);
        assertEquals("One order, many facts", focused());
        robot.push(KeyCode.RIGHT);
        assertEquals("Count as it comes", focused());
        assertTrue(WindowTest.words(tabs.gallery()).contains("Batch and stream, design 2.2"),
                WindowTest.words(tabs.gallery()).toString());
        robot.push(KeyCode.LEFT).push(KeyCode.UP).push(KeyCode.ENTER);
        assertEquals("A first stream", page().workspace.editor().design().name());
    }

    private String focused() {
        Node owner = stage.getScene().getFocusOwner();
        return owner instanceof Button b ? b.getText() : String.valueOf(owner);
    }

    @Test
    void aTemplateIsACopyThatKeepsItsFilesWhenItIsSaved(FxRobot robot) throws IOException {
        robot.interact(() -> tabs.copy("events/departures.json"));
        WindowTest.await(() -> page().workspace.shownProperty().get().current());
        assertTrue(page().workspace.shownProperty().get().run().isPresent(), page().workspace.problems().toString());
        assertEquals(Optional.empty(), page().workspace.file());
        assertEquals("new", page().workspace.state(false));
        Path folder = Files.createDirectory(home.resolve("mine"));
        answers.save = Optional.of(folder.resolve("departures.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        atRest();
        assertTrue(Files.exists(folder.resolve("flights.csv.gz")));
        Path saved = folder.resolve("departures.json");
        robot.interact(() -> page().show(saved, () -> {}));
        atRest();
        WindowTest.await(() -> page().workspace.shownProperty().get().current());
        assertEquals(List.of(), page().workspace.problems());
    }

    @Test
    void theGalleryIsAnActionAndEscapeGoesBack(FxRobot robot) {
        open(robot, file("a.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        assertTrue(tabs.front().isEmpty());
        assertEquals("Millrace", stage.getTitle());
        robot.push(KeyCode.ESCAPE);
        assertTrue(page().workspace.isFile(home.resolve("a.json")));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        robot.clickOn("#welcome-new");
        assertEquals(List.of("a.json", "-"), names());
    }

    @Test
    void recentFilesHavePicturesAndDarkIsDark(FxRobot robot) {
        open(robot, file("my-lecture.json"));
        robot.interact(() -> {
            windows.prefer(windows.preferences().with(Preferences.Look.DARK));
            tabs.welcome();
        });
        WindowTest.await(() -> pictures().size() == 8);
        for (Image picture : pictures())
            assertFalse(picture.getPixelReader().getColor(2, 2).getBrightness() > 0.3);
        picture(robot, stage.getScene(), "welcome-dark");
    }

    @Test
    void itStandsWellInTheSizesOfTheBook(FxRobot robot) {
        for (double[] size : new double[][] {{1440, 900}, {1280, 720}}) {
            robot.interact(() -> {
                tabs.setMinSize(size[0], size[1]);
                tabs.resize(size[0], size[1]);
                tabs.layout();
            });
            WindowTest.await(() -> pictures().size() == 7);
            Scene scene = stage.getScene();
            javafx.scene.layout.Region cards = (javafx.scene.layout.Region) tabs.gallery().lookup(".gallery");
            assertTrue(cards.getWidth() <= size[0] - 272, "cards " + cards.getWidth());
            for (Node card : tabs.gallery().lookupAll(".chapter-card"))
                assertTrue(card.getBoundsInParent().getMaxX() <= cards.getWidth() + 0.5, card.toString());
            pictureOf(robot, "welcome-" + Math.round(size[0]), size);
            assertTrue(scene != null);
        }
    }

    private void pictureOf(FxRobot robot, String name, double[] size) {
        String folder = System.getProperty("millrace.pictures", "");
        if (folder.isEmpty()) return;
        robot.interact(() -> {
            var image = tabs.snapshot(null, new javafx.scene.image.WritableImage((int) size[0], (int) size[1]));
            try {
                javax.imageio.ImageIO.write(javafx.embed.swing.SwingFXUtils.fromFXImage(image, null), "png",
                        Path.of(folder, name + ".png").toFile());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
