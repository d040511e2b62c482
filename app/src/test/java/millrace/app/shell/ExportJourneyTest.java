package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import millrace.app.export.Format;
import millrace.app.look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Pictures and clips that a person makes from the window, which goes on meanwhile. */
@ExtendWith(ApplicationExtension.class)
class ExportJourneyTest extends WindowTest {
    @Start
    @Override
    void start(Stage stage) {
        super.start(stage);
    }

    @Stop
    @Override
    void stop() {
        super.stop();
    }

    private void ask(FxRobot robot, Format format, Path to) {
        open(robot, LATE_ARRIVALS);
        seek(robot, "12:08:19");
        answers.save = Optional.of(to);
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.interact(() -> {
            robot.lookup("#export-format").<ChoiceBox<Format>>query().setValue(format);
            robot.lookup("#export-size").<ChoiceBox<String>>query().setValue("900x600");
        });
    }

    private static void until(FxRobot robot, String time) {
        robot.interact(() -> robot.lookup("#export-to").<TextField>query().setText(time));
    }

    @Test
    void viewsAreChosenByTheWordsOnTheirTabs(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.window.actions().find("export").run());
        ChoiceBox<String> view = robot.lookup("#export-view").query();
        List<String> words = view.getItems().stream().map(view.getConverter()::toString).toList();
        assertTrue(words.containsAll(List.of("Whole window", "Time chart", "Log and queue", "Truth",
                "The three guarantees, overlaid")), words.toString());
        assertEquals(words.size(), words.stream().distinct().count(), words.toString());
        assertFalse(words.contains("Compare"), "there is nothing to compare until it is said what");
    }

    @Test
    void thePictureIsOfTheMomentAndOfWhatWasEditedAndNotSaved(FxRobot robot, @TempDir Path folder) throws IOException {
        Path png = folder.resolve("shot.png");
        ask(robot, Format.PNG, png);
        robot.interact(() -> workspace.editor().dispatch(designer.edits.renameDesign("Another name")));
        robot.interact(() -> robot.lookup("#export-view").<ChoiceBox<String>>query().setValue("canvas"));
        Theme theme = designer.theme();
        robot.clickOn("Write…");
        await(() -> !designer.export.working());
        assertEquals("shot.png is written.", designer.export.says());
        assertEquals("Close", robot.lookup("#export-cancel").queryButton().getText(), "nothing is left to cancel");
        assertEquals("900x600", ImageIO.read(png.toFile()).getWidth() + "x" + ImageIO.read(png.toFile()).getHeight());
        assertEquals(theme, designer.theme());
        assertEquals("12:08:19", text(".clock"), "the window stays where it was");
        robot.push(KeyCode.ESCAPE);
        assertFalse(designer.export.isVisible());
    }

    @Test
    void aClipTellsHowFarItIsAndIsThere(FxRobot robot, @TempDir Path folder) throws IOException {
        Path gif = folder.resolve("clip.gif");
        ask(robot, Format.GIF, gif);
        until(robot, "12:08:20");
        robot.clickOn("Write…");
        await(() -> !designer.export.working());
        assertEquals("clip.gif is written.", designer.export.says());
        assertEquals(1, robot.lookup(".progress-bar")
                .queryAll()
                .stream()
                .filter(n -> n instanceof ProgressBar b && b.getProgress() == 1)
                .count());
        assertTrue(Files.size(gif) > 1_000);
    }

    @Test
    void aClipThatIsStoppedLeavesNoFile(FxRobot robot, @TempDir Path folder) throws IOException {
        ask(robot, Format.MP4, folder.resolve("clip.mp4"));
        until(robot, "12:09:19");
        robot.clickOn("Write…");
        await(designer.export::working);
        robot.interact(() -> robot.from(designer.export).lookup("Cancel").queryButton().fire());
        await(() -> !designer.export.working());
        assertEquals("Stopped: nothing was written.", designer.export.says());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        assertTrue(designer.export.isVisible());
    }

    @Test
    void aClipFromTheEndIsOfTheWholeRunAPictureOfTheMoment(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.END).push(KeyCode.SHORTCUT, KeyCode.E);
        TextField from = robot.lookup("#export-from").query();
        ChoiceBox<Format> format = robot.lookup("#export-format").query();
        robot.interact(() -> format.setValue(Format.GIF));
        assertEquals("12:05:00", from.getText(), "nothing is behind the playhead");
        robot.interact(() -> format.setValue(Format.PNG));
        assertEquals("12:09:22", from.getText());
        robot.interact(() -> {
            from.setText("12:08:00");
            format.setValue(Format.GIF);
        });
        assertEquals("12:08:00", from.getText(), "what was written stays");
    }

    @Test
    void theCameraStandsInNobodysWay(FxRobot robot, @TempDir Path folder) {
        ask(robot, Format.GIF, folder.resolve("clip.gif"));
        until(robot, "12:08:40");
        robot.clickOn("Write…");
        await(() -> Window.getWindows().size() > 1);
        List<Double> widths = Window.getWindows()
                .stream()
                .filter(w -> w != designer.getScene().getWindow())
                .map(w -> w.getScene().getWidth())
                .toList();
        assertTrue(widths.stream().allMatch(w -> w <= 2),
                "windows that are seen where nothing is transparent: " + widths);
        robot.interact(() -> {
            robot.from(designer.export).lookup("Cancel").queryButton().fire();
            assertEquals("Stopping…", designer.export.says(), "it is heard at once");
        });
        await(() -> !designer.export.working());
    }

    @Test
    void theQuestionForAFileSaysWhatIsWritten() {
        assertEquals("save-design", WindowDialogs.purpose("late.json"));
        assertEquals("save-results", WindowDialogs.purpose("late.csv"));
        assertEquals("save-picture", WindowDialogs.purpose("late.gif"));
    }

    @Test
    void nothingGoesOverTheDesign(FxRobot robot) {
        ask(robot, Format.PNG, LATE_ARRIVALS);
        robot.clickOn("Write…");
        assertFalse(designer.export.working());
        assertTrue(designer.export.says().length() > 10);
    }

    @Test
    void timesThatAreNoneAreSaid(FxRobot robot, @TempDir Path folder) {
        ask(robot, Format.GIF, folder.resolve("a.gif"));
        until(robot, "noon");
        robot.clickOn("Write…");
        assertEquals("Write times of this run; the end after the beginning.", designer.export.says());
    }
}
