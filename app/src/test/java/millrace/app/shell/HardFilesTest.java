package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import millrace.design.Problem;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Files that are broken, and designs that take long, through the whole window. */
@ExtendWith(ApplicationExtension.class)
class HardFilesTest extends WindowTest {
    @TempDir
    private Path folder;

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

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String lateArrivals() throws IOException {
        return Files.readString(LATE_ARRIVALS);
    }

    @Test
    void aDesignWithMistakesShowsThemWhereTheyAreAndWhatStillStands(FxRobot robot) throws IOException {
        Path file = write("wrong.json",
                lateArrivals().replace("\"tumbling\"", "\"tumbing\"").replace("12:05:19", "25:99"));
        disk(robot, () -> workspace.open(file));
        await(() -> designer.problems.count() == 2);
        assertTrue(words(designer.empty).contains("The design has 2 problems."), words(designer.empty).toString());
        assertEquals(4, workspace.editor().design().wires().size());
        robot.clickOn("Show the problems");
        assertTrue(words(designer.problems).contains("there is no node type 'tumbing'"));
        robot.clickOn("'25:99' is not a time");
        assertEquals(List.of("scores"), List.copyOf(workspace.editor().state().selection().nodes()));
    }

    @Test
    void aFileThatCanOnlyBeReadInPartIsNotSavedOver(FxRobot robot) throws IOException {
        String half = lateArrivals().substring(0, 2_000);
        Path file = write("half.json", half);
        disk(robot, () -> workspace.open(file));
        await(() -> designer.banner.isVisible());
        assertTrue(designer.bannerWords.getText().startsWith("This file could only be read in part"));
        assertTrue(designer.bannerWords.getText().contains("First: line 7"), designer.bannerWords.getText());
        assertTrue(text(".document-state").startsWith("read in part"));
        disk(robot, () -> designer.window.files().save());
        assertEquals(half, Files.readString(file), "no name was given for another file: nothing is written");
        answers.save = Optional.of(folder.resolve("rescued.json"));
        disk(robot, () -> designer.window.files().save());
        assertEquals(half, Files.readString(file));
        assertTrue(Files.exists(folder.resolve("rescued.json")));
    }

    @Test
    void aNodeOfAnUnknownTypeIsShownToldAboutAndKept(FxRobot robot) throws IOException {
        String text = lateArrivals().replace("\"tumbling\"", "\"tidal\"");
        Path file = write("tidal.json", text);
        disk(robot, () -> workspace.open(file));
        await(() -> designer.problems.count() > 0);
        robot.interact(() -> workspace.editor().select(millrace.app.editor.Selection.node("by2")));
        assertTrue(words(designer.inspector).contains("Unknown type 'tidal'"), words(designer.inspector).toString());
        assertTrue(
                words(designer.inspector).stream().anyMatch(w -> w.startsWith("This program does not know the type")));
        assertTrue(designer.canvas.places().placeOf("by2").isPresent());
        robot.interact(() -> workspace.editor().dispatch(designer.edits.rename("by2", "Tides")));
        disk(robot, () -> designer.window.files().save());
        assertTrue(Files.readString(file).contains("\"tidal\""));
        assertTrue(Files.readString(file).contains("\"size\": \"2 min\""), "with its settings");
    }

    @Test
    void aFileThatIsNoDesignSaysSo(FxRobot robot) throws IOException {
        Path file = write("letter.json", "Dear Ann,\n");
        disk(robot, () -> workspace.open(file));
        await(() -> designer.problems.count() > 0);
        assertTrue(designer.banner.isVisible());
        Problem first = workspace.problems().getFirst();
        assertEquals(1, first.where().place().orElseThrow().line());
    }

    @Test
    void whatIsNotSavedIsAskedAboutBeforeItIsLeft(FxRobot robot) throws IOException {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "size", Value.of("1 min"))));
        answers.open = Optional.of(write("other.json", lateArrivals()));
        answers.unsaved = Dialogs.Unsaved.CANCEL;
        disk(robot, () -> designer.window.actions().find("open").run());
        assertEquals(Optional.of(LATE_ARRIVALS), workspace.file());
        answers.unsaved = Dialogs.Unsaved.LEAVE;
        disk(robot, () -> designer.window.actions().find("open").run());
        assertEquals(answers.open, workspace.file());
    }

    @Test
    void aMillionEventsShowProgressDoNotBlockAndCanBeLeft(FxRobot robot) throws IOException {
        Path file = write("million.json", Files.readString(Path.of("../designs/examples/generator.json"))
                .replace("\"events\": 60", "\"events\": 1000000")
                .replace("\"rate\": 1,", "\"rate\": 1000,"));
        Frames frames = new Frames();
        robot.interact(() -> {
            workspace.open(file);
            frames.start();
        });
        await(() -> shown().progress().isPresent());
        assertTrue(words(designer.empty).contains("Running"), words(designer.empty).toString());
        long events = shown().progress().orElseThrow().events();
        await(() -> shown().progress().filter(p -> p.events() > events).isPresent());
        robot.interact(() -> {
            frames.stop();
            workspace.open(LATE_ARRIVALS);
        });
        await(() -> !workspace.disk().busy() && shown().current());
        assertEquals("12:09:22",
                shown().run().orElseThrow().run().plan().clock().format(shown().run().orElseThrow().run().end()));
        assertFalse(shown().run().orElseThrow().run().start() == 0);
        // A frame takes 16 ms; a run on the interface's thread would hold it up for seconds.
        assertTrue(frames.count() > 3 && frames.longest() < 1_000,
                frames.count() + " frames, the longest " + frames.longest() + " ms");
    }
}
