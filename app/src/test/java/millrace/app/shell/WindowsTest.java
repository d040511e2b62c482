package millrace.app.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import millrace.app.file.Autosave;
import millrace.app.file.Disk;
import millrace.app.file.Places;
import millrace.app.look.Type;
import millrace.design.Value;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program with its windows, in a folder of its own: nothing of the person's is read or written. */
abstract class WindowsTest {
    static final Path LATE_ARRIVALS = WindowTest.LATE_ARRIVALS;
    /** Side files come soon, so that tests need not wait. */
    static final Autosave.Pace SOON = new Autosave.Pace(Duration.ofMillis(50), Duration.ofMillis(500));

    final WindowTest.Answers answers = new WindowTest.Answers();
    Path home = Path.of("");
    Windows windows;
    Tabs tabs;
    Stage stage;

    /** To be called by each test's own method of that name. */
    void start(Stage first) throws IOException {
        home = Files.createTempDirectory("millrace-windows");
        begin(first, List.of());
    }

    /** The program is started with these files; before that it may have been ended. */
    final void begin(Stage first, List<Path> files) {
        Type.load();
        stage = first;
        first.setX(0);
        first.setY(0);
        if (windows != null) windows.finish();
        windows = new Windows(places(), s -> answers, SOON, this::newDisk);
        tabs = windows.start(first, files);
    }

    Places places() {
        return Places.in(home.resolve("own"));
    }

    void stop() throws IOException {
        for (javafx.stage.Window window : List.copyOf(javafx.stage.Window.getWindows()))
            window.hide();
        Autosave.await();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    /** Late arrivals under another name in the test's folder. */
    final Path file(String name) {
        try {
            return Files.copy(LATE_ARRIVALS, home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final Designer page() {
        return tabs.front().orElseThrow();
    }

    final void open(FxRobot robot, Path... files) {
        robot.interact(() -> tabs.open(List.of(files)));
        atRest();
        WindowTest.await(() -> tabs.pages().stream().allMatch(p -> p.workspace.shownProperty().get().current()));
    }

    /** All that was to be read and written has been, and what follows from that is to be seen. */
    final void atRest() {
        WindowTest
                .await(() -> !windows.disk().busy() && tabs.pages().stream().noneMatch(p -> p.workspace.disk().busy()));
    }

    /** The disk of a page. */
    Disk newDisk() {
        return new Disk(Platform::runLater);
    }

    /** An edit of the page in front. */
    final void edit(FxRobot robot, String size) {
        robot.interact(() -> page().workspace.editor().dispatch(page().edits.set("by2", "size", Value.of(size))));
    }

    static Optional<Value> size(Designer page) {
        return page.workspace.editor().design().node("by2").orElseThrow().settings().get("size");
    }

    final List<String> names() {
        return tabs.pages()
                .stream()
                .map(p -> p.workspace.file().map(f -> f.getFileName().toString()).orElse("-"))
                .toList();
    }

    /** For the one who builds it: with -Dmillrace.pictures=FOLDER the window is pictured there. */
    static void picture(FxRobot robot, Scene scene, String name) {
        String folder = System.getProperty("millrace.pictures", "");
        if (folder.isEmpty()) return;
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = scene.snapshot(null));
        BufferedImage buffered = javafx.embed.swing.SwingFXUtils.fromFXImage(image[0], null);
        try {
            javax.imageio.ImageIO.write(buffered, "png", Path.of(folder, name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
