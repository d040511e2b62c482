package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.app.file.Disk;
import millrace.app.file.Recovery;
import millrace.design.Value;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A disk that hangs until it is let go: the hand works on, and nothing that it does is lost. */
@ExtendWith(ApplicationExtension.class)
class SlowDiskTest extends WindowsTest {
    private final Gate gate = new Gate();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(r -> {
        Thread slow = new Thread(r, "slow disk");
        slow.setDaemon(true);
        return slow;
    });

    /** What everything that reads or writes must pass. */
    private static final class Gate {
        private boolean closed;
        private int before;

        synchronized void close() {
            closed = true;
        }

        synchronized void open() {
            closed = false;
            notifyAll();
        }

        synchronized int before() {
            return before;
        }

        synchronized void pass() {
            before++;
            while (closed) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            before--;
        }
    }

    @Start
    @Override
    void start(Stage first) throws IOException {
        super.start(first);
    }

    @Stop
    @Override
    void stop() throws IOException {
        gate.open();
        super.stop();
        thread.shutdown();
    }

    @Override
    Disk newDisk() {
        return new Disk(Platform::runLater, task -> thread.execute(() -> {
            gate.pass();
            task.run();
        }));
    }

    private String size(Path file) {
        return String.valueOf(DesignReader.read(file)
                .wholeDesign()
                .orElseThrow()
                .node("by2")
                .orElseThrow()
                .settings()
                .get("size"));
    }

    private static String written(String size) {
        return String.valueOf(Optional.of(Value.of(size)));
    }

    private String state() {
        return ((Label) page().lookup(".document-state")).getText();
    }

    /** A file is open, was changed, and its saving hangs. */
    private Path saving(FxRobot robot, String size) {
        Path file = file("a.json");
        open(robot, file);
        edit(robot, size);
        gate.close();
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        WindowTest.await(() -> gate.before() == 1);
        return file;
    }

    private void letGo() {
        gate.open();
        atRest();
    }

    @Test
    void aFileThatIsReadSlowlyHoldsNobodyUpAndTakesNoEditsUntilItIsThere(FxRobot robot) {
        gate.close();
        Path file = file("a.json");
        robot.interact(() -> tabs.open(List.of(file)));
        WindowTest.await(() -> gate.before() == 1 && state().equals("opening … · a.json"));
        assertTrue(WindowTest.words(page().empty).containsAll(List.of("Opening …", "a.json")),
                WindowTest.words(page().empty).toString());
        picture(robot, stage.getScene(), "opening");
        robot.interact(() -> page().workspace.editor().dispatch(page().edits.renameDesign("Too soon")));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertTrue(page().workspace.opening(), "and what is not read yet is not written over");
        letGo();
        assertEquals("Late arrivals", page().workspace.editor().design().name());
        assertEquals("saved · a.json", state());
        assertEquals(written("2 min"), size(file));
    }

    @Test
    void whatIsEditedWhileItIsSavedStaysToBeSaved(FxRobot robot) {
        Path file = saving(robot, "1 min");
        WindowTest.await(() -> state().equals("busy with the disk … · a.json"));
        edit(robot, "3 min");
        assertEquals(written("2 min"), size(file), "the disk hangs");
        letGo();
        assertEquals(written("1 min"), size(file), "as it was when saving was asked for");
        assertTrue(page().workspace.editor().dirty());
        assertEquals("not saved · a.json", state());
        WindowTest.await(
                () -> Files.exists(Recovery.beside(file)) && size(Recovery.beside(file)).equals(written("3 min")));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertFalse(page().workspace.editor().dirty(), "back at what is in the file");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        atRest();
        assertEquals(written("3 min"), size(file));
        assertFalse(page().workspace.editor().dirty());
    }

    @Test
    void savingTwiceWhileTheDiskHangsIsNoChangeByAnotherProgram(FxRobot robot) {
        Path file = saving(robot, "1 min");
        edit(robot, "3 min");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        letGo();
        assertEquals(written("3 min"), size(file));
        assertFalse(page().banner.isVisible(), page().bannerWords.getText());
        assertFalse(page().workspace.editor().dirty());
    }

    @Test
    void closingWaitsForWhatIsBeingSaved(FxRobot robot) {
        Path file = saving(robot, "1 min");
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        assertEquals(List.of("a.json"), names());
        letGo();
        assertEquals(List.of(), names());
        assertEquals(List.of(), answers.asked, "all of it was saved");
        assertEquals(written("1 min"), size(file));
    }

    @Test
    void aWindowThatIsClosedWhileItSavesAsksAboutWhatWasEditedMeanwhile(FxRobot robot) {
        Path file = saving(robot, "1 min");
        robot.interact(() -> windows.closeWindow(tabs));
        edit(robot, "5 min");
        assertTrue(stage.isShowing());
        answers.unsaved = Dialogs.Unsaved.SAVE;
        letGo();
        WindowTest.await(() -> !stage.isShowing());
        assertEquals(List.of("Late arrivals"), answers.asked);
        assertEquals(written("5 min"), size(file));
    }
}
