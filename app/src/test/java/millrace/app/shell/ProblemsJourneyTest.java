package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.app.canvas.Viewport;
import millrace.app.editor.Selection;
import millrace.app.tool.Box;
import millrace.design.Design;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Finding what is wrong, and finding anything, without knowing where it is. */
@ExtendWith(ApplicationExtension.class)
class ProblemsJourneyTest extends WindowTest {
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

    private void spoil(FxRobot robot, String node, String path, String value) {
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set(node, path, Value.of(value))));
        await(() -> designer.problems.count() > 0);
    }

    private Set<String> selected() {
        return workspace.editor().state().selection().nodes();
    }

    private void far(FxRobot robot) {
        robot.interact(() -> designer.canvas.setViewport(new Viewport(5_000, 5_000, 1)));
    }

    private boolean inSight(String node) {
        Box at = designer.canvas.places().placeOf(node).orElseThrow();
        return at.x() > 0 && at.right() < designer.canvas.getWidth() && at.y() > 0;
    }

    private Node focused() {
        return designer.getScene().getFocusOwner();
    }

    @Test
    void enterGoesToTheVerySettingOfAProblemAndOneClickPutsItRight(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        spoil(robot, "by2", "accumulation", "discardin");
        far(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3).push(KeyCode.ENTER);
        assertEquals(Set.of("by2"), selected());
        assertTrue(inSight("by2"));
        assertEquals("Results", focused().getAccessibleText());
        robot.clickOn(button(designer.problems, "Write discarding"));
        await(() -> shown().current() && designer.problems.count() == 0);
        robot.interact(() -> workspace.editor().undo());
        robot.interact(() -> workspace.editor().undo());
        assertEquals(before, workspace.editor().design());
    }

    private static Node button(Node part, String words) {
        return part.lookupAll(".button")
                .stream()
                .filter(b -> ((Labeled) b).getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProblemInATableLeadsToItsCell(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        spoil(robot, "scores", "rows[6][1]", "25:99");
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        robot.clickOn("'25:99' is not a time");
        assertEquals(Set.of("scores"), selected());
        var table = (javafx.scene.control.TableView<?>) focused();
        assertEquals(6, table.getFocusModel().getFocusedCell().getRow());
        assertEquals(1, table.getFocusModel().getFocusedCell().getColumn());
    }

    @Test
    void wiresAndTheRunAreGoneToAsWell(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        String wire = workspace.editor().design().wires().get(1).id();
        robot.interact(() -> workspace.editor().dispatch(designer.edits.setWire(wire, "transit", Value.of("soon"))));
        await(() -> designer.problems.count() == 1);
        far(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3).push(KeyCode.ENTER);
        assertEquals(Set.of(wire), workspace.editor().state().selection().wires());
        assertEquals("Transit time", focused().getAccessibleText());
        robot.interact(() -> {
            workspace.editor().undo();
            workspace.editor().dispatch(designer.edits.setRun("until", Value.of("never")));
        });
        await(() -> designer.problems.count() == 1
                && words(designer.problems).stream().anyMatch(w -> w.contains("never")));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3).push(KeyCode.ENTER);
        assertEquals("Ends at", focused().getAccessibleText());
    }

    @Test
    void theCanvasIsSearchedAndEnterGoesFromOneToTheNext(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.canvas.requestFocus());
        far(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("value");
        String found = designer.search.lookupAll(".search-count")
                .stream()
                .map(n -> ((Labeled) n).getText())
                .findFirst()
                .orElse("");
        assertEquals("3 found", found);
        robot.push(KeyCode.ENTER);
        assertEquals(Set.of("scores"), selected());
        assertTrue(inSight("scores"));
        robot.push(KeyCode.ENTER);
        assertEquals(Set.of("positive"), selected());
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals(Set.of("scores"), selected());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("type:sinks");
        robot.push(KeyCode.ENTER);
        assertEquals(Set.of("totals"), selected());
        robot.push(KeyCode.ESCAPE);
        assertFalse(designer.search.isVisible());
        assertTrue(designer.canvas.isFocused());
    }

    @Test
    void whatDoesNotFitGoesFaintOnTheCanvas(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        int[] before = {inks(robot, "positive"), inks(robot, "totals")};
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("type:filter");
        int[] after = {inks(robot, "positive"), inks(robot, "totals")};
        assertTrue(after[0] > before[0] * 0.9, before[0] + " and now " + after[0]);
        assertTrue(after[1] < before[1] * 0.5, before[1] + " and now " + after[1]);
        robot.push(KeyCode.ESCAPE);
        assertTrue(inks(robot, "totals") > before[1] * 0.9);
    }

    /** How many pixels of a node's head are as dark as words are. */
    private int inks(FxRobot robot, String node) {
        int[] count = {0};
        robot.interact(() -> {
            designer.canvas.layout();
            Box at = designer.canvas.places().placeOf(node).orElseThrow();
            var picture = designer.canvas.snapshot(null, null);
            for (int x = (int) at.x() + 8; x < at.right() - 8; x++)
                for (int y = (int) at.y() + 8; y < at.y() + 36; y++)
                    if (picture.getPixelReader().getColor(x, y).getBrightness() < 0.4) count[0]++;
        });
        return count[0];
    }

    @Test
    void whatIsWrongIsFoundOnTheCanvas(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        spoil(robot, "positive", "condition", "valu > 0");
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("has:problem").push(KeyCode.ENTER);
        assertEquals(Set.of("positive"), selected());
    }

    private List<String> offered() {
        ListView<?> list = (ListView<?>) designer.finder.lookup(".list-view");
        return list.lookupAll(".label")
                .stream()
                .filter(n -> n.getStyleClass().contains("finder-name"))
                .map(n -> ((Labeled) n).getText())
                .toList();
    }

    @Test
    void thePaletteAddsNodesAndGoesToThem(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        far(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("too late").push(KeyCode.ENTER);
        assertEquals("Too late", workspace.editor().design().node(selected().iterator().next()).orElseThrow().name());
        assertTrue(inSight(selected().iterator().next()));
        assertTrue(designer.canvas.isFocused());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("windows slid").push(KeyCode.ENTER);
        assertEquals("sliding", workspace.editor().design().node(selected().iterator().next()).orElseThrow().type());
    }

    @Test
    void whatCannotBeDoneStandsThereWithItsReason(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("undo");
        assertTrue(words(designer.finder).contains("Nothing to undo"), words(designer.finder).toString());
        robot.push(KeyCode.ENTER);
        assertTrue(designer.finder.isVisible(), "choosing it does nothing");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void whatWasUsedLastIsOfferedFirst(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("zoom in").push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        await(() -> !offered().isEmpty());
        assertEquals("Zoom in", offered().getFirst());
        assertTrue(words(designer.finder).contains(designer.window.actions().find("zoom-in").keyText()));
    }

    @Test
    void theFirstProblemIsPutRightByKeyAsWell(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor().select(Selection.NONE));
        spoil(robot, "positive", "condition", "valu > 0");
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.PERIOD);
        assertEquals(Optional.of(Value.of("value > 0")),
                workspace.editor().design().node("positive").orElseThrow().settings().get("condition"));
    }
}
