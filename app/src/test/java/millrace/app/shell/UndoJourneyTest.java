package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import millrace.app.editor.Selection;
import millrace.design.Design;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Going back and on, through the whole window. */
@ExtendWith(ApplicationExtension.class)
class UndoJourneyTest extends WindowTest {
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

    @BeforeEach
    void open(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
    }

    private Design design() {
        return workspace.editor().design();
    }

    private List<String> steps() {
        return workspace.editor().history().steps();
    }

    private void select(FxRobot robot, String node) {
        robot.interact(() -> workspace.editor().select(Selection.node(node)));
        robot.interact(designer.canvas::requestFocus);
    }

    @Test
    void theListBesideUndoSaysWhatWasDoneAndAClickGoesThere(FxRobot robot) {
        Design opened = design();
        select(robot, "by2");
        robot.push(KeyCode.F2).write("Clicks").push(KeyCode.ENTER);
        robot.push(KeyCode.DOWN);
        Design moved = design();
        robot.push(KeyCode.SHORTCUT, KeyCode.D);
        robot.clickOn(".undo-list");
        List<String> words = words(designer.history);
        assertTrue(words.containsAll(
                List.of("As it was opened", "Rename " + opened.node("by2").orElseThrow().name(), "Move Clicks",
                        "Duplicate Clicks", "saved")),
                words.toString());
        robot.clickOn("Move Clicks");
        assertEquals(moved, design());
        robot.clickOn("As it was opened");
        assertEquals(opened, design());
        assertFalse(workspace.editor().dirty());
        assertEquals("saved · late-arrivals.json", text(".document-state"));
        robot.clickOn("Duplicate Clicks");
        assertEquals(3, workspace.editor().history().done());
        robot.push(KeyCode.ESCAPE);
        assertFalse(designer.history.isVisible());
    }

    @Test
    void theListGoesByKeys(FxRobot robot) {
        select(robot, "by2");
        robot.push(KeyCode.DOWN).push(KeyCode.DELETE);
        robot.push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.Z);
        robot.push(KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(1, workspace.editor().history().done());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertFalse(workspace.editor().dirty(), "the keys are the canvas's again");
    }

    @Test
    void typingInAFieldIsOneStepUntilItIsLeft(FxRobot robot) {
        String name = design().node("by2").orElseThrow().name();
        robot.clickOn(head("by2"));
        TextField size = robot.lookup(".duration-field .text-input").nth(0).query();
        robot.clickOn(size).push(KeyCode.SHORTCUT, KeyCode.A).write("3");
        await(() -> !steps().isEmpty());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("4").push(KeyCode.ENTER);
        assertEquals(1, steps().size(), steps().toString());
        assertEquals("change Size of " + name, steps().getFirst());
        robot.interact(designer.canvas::requestFocus);
        robot.clickOn(robot.lookup(".duration-field .text-input").nth(0).<TextField>query())
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("5")
                .push(KeyCode.ENTER);
        assertEquals(2, steps().size(), steps().toString());
    }

    @Test
    void aDragIsOneStepAndNudgesAreOne(FxRobot robot) {
        robot.moveTo(head("totals")).press(MouseButton.PRIMARY);
        for (int i = 0; i < 6; i++)
            robot.moveBy(9, 5);
        robot.release(MouseButton.PRIMARY);
        assertEquals(1, steps().size(), steps().toString());
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.UP);
        assertEquals(2, steps().size(), steps().toString());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertFalse(workspace.editor().dirty());
    }

    @Test
    void theButtonSaysWhatItWouldTakeBack(FxRobot robot) {
        select(robot, "scores");
        robot.push(KeyCode.DELETE);
        assertTrue(designer.window.actions().find("undo").name().get().startsWith("Undo delete "),
                designer.window.actions().find("undo").name().get());
        robot.clickOn(".undo-list");
        robot.interact(() -> {});
        assertEquals(1, robot.lookup(".history-saved").queryAll().size(), "the saved state is marked");
    }
}
