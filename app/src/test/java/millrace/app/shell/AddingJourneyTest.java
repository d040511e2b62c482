package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import millrace.app.editor.Selection;
import millrace.app.tool.Box;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.design.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Nodes come onto the canvas, into wires and out of them, by every way that hands know. */
@ExtendWith(ApplicationExtension.class)
class AddingJourneyTest extends WindowTest {
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

    private Design design() {
        return workspace.editor().design();
    }

    private List<String> wires() {
        return design().wires().stream().map(Wire::id).toList();
    }

    private String selected() {
        return workspace.editor().state().selection().nodes().getFirst();
    }

    private String typeOf(String node) {
        return design().node(node).orElseThrow().type();
    }

    private void show(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> {
            designer.canvas.fit();
            designer.canvas.requestFocus();
        });
    }

    private Point2D output(String node, double share) {
        Box box = designer.canvas.places().placeOf(node).orElseThrow();
        return onCanvas(box.right(), box.y() + box.height() * share);
    }

    @Test
    void aDoubleClickOnNothingOffersTypesByAnyWords(FxRobot robot) {
        show(robot);
        doubleClick(robot, onCanvas(440, 300));
        assertTrue(designer.quickAdd.isVisible());
        robot.write("window tumb").push(KeyCode.ENTER);
        assertFalse(designer.quickAdd.isVisible());
        assertEquals("tumbling", typeOf(selected()));
        Box added = designer.canvas.places().placeOf(selected()).orElseThrow();
        assertTrue(Math.abs(added.x() - 440) < 12, "at the pointer: " + added);
        assertTrue(designer.canvas.isFocused(), "keys go on to the canvas");
    }

    @Test
    void tabOnAnEmptyPlaceOffersAndArrowsChoose(FxRobot robot) {
        show(robot);
        robot.push(KeyCode.TAB);
        assertTrue(designer.quickAdd.isVisible());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertEquals("generator", typeOf(selected()), "the second of all");
        robot.push(KeyCode.ESCAPE).push(KeyCode.TAB);
        assertFalse(designer.quickAdd.isVisible(), "Escape, then Tab: the canvas is left");
        assertFalse(designer.canvas.isFocused());
    }

    @Test
    void whatWasUsedStandsOnTop(FxRobot robot) {
        show(robot);
        robot.push(KeyCode.TAB).write("session").push(KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> designer.canvas.requestFocus());
        doubleClick(robot, onCanvas(40, 290));
        assertTrue(words(designer.quickAdd).indexOf("Recent") < words(designer.quickAdd).indexOf("Sources"));
        robot.push(KeyCode.ENTER);
        assertEquals("session", typeOf(selected()));
        Node first = robot.lookup(".palette .palette-entry").queryAll().iterator().next();
        assertTrue(first.getAccessibleText().startsWith("Session"), first.getAccessibleText());
    }

    @Test
    void theKeyOfThePaletteOpensQuickAddWhereThePaletteIsARail(FxRobot robot) {
        show(robot);
        robot.push(KeyCode.N);
        assertTrue(designer.quickAdd.isVisible());
        robot.write("queue").push(KeyCode.ENTER);
        assertEquals("queue", typeOf(selected()), "the n is no part of what is looked for");
    }

    @Test
    void whatIsAddedWithoutAPlaceStandsOnNothing(FxRobot robot) {
        open(robot, Path.of("../designs/faults/kill-it.json"));
        for (String type : List.of("transactional", "table-join", "tumbling", "log", "session", "results")) {
            robot.interact(() -> designer.canvas.hand().addInSight(Catalog.find(type).orElseThrow()));
            robot.interact(() -> designer.canvas.zoomWhole());
            String added = selected();
            Box box = designer.canvas.places().placeOf(added).orElseThrow();
            for (millrace.design.Node other : design().nodes())
                if (!other.id().equals(added))
                    assertFalse(designer.canvas.places().placeOf(other.id()).orElseThrow().meets(box),
                            type + " on " + other.id());
            robot.interact(() -> designer.canvas.fit());
        }
    }

    @Test
    void thePaletteIsSearchedAndEnterAdds(FxRobot robot) {
        show(robot);
        robot.interact(() -> designer.palette.rail(false));
        robot.push(KeyCode.N);
        robot.write("windows cumul").push(KeyCode.ENTER);
        assertEquals("cumulate", typeOf(selected()));
    }

    @Test
    void escapeClosesAndNothingIsAdded(FxRobot robot) {
        show(robot);
        Design before = design();
        robot.push(KeyCode.TAB).push(KeyCode.ESCAPE);
        assertFalse(designer.quickAdd.isVisible());
        assertEquals(before, design());
    }

    @Test
    void aWireLetGoOnNothingOffersWhatFitsAndThePortIsAtThePointer(FxRobot robot) {
        show(robot);
        Point2D place = onCanvas(330, 260);
        robot.drag(output("positive", 0.5), MouseButton.PRIMARY).moveBy(12, 40).dropTo(place);
        assertTrue(designer.quickAdd.isVisible());
        assertFalse(words(designer.quickAdd).contains("Sources"), "nothing flows into a source");
        robot.write("session").push(KeyCode.ENTER);
        String added = selected();
        assertTrue(wires().contains("positive.out -> " + added + ".in"));
        Box box = designer.canvas.places().placeOf(added).orElseThrow();
        Point2D corner = onCanvas(box.x(), box.centre().y());
        assertTrue(corner.distance(place) <= 12, corner + " is not at " + place);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertTrue(design().node(added).isEmpty(), "node and wire are one step");
        assertFalse(workspace.editor().dirty());
    }

    @Test
    void nextToTheSelectedNodeByKeysAlone(FxRobot robot) {
        show(robot);
        robot.interact(() -> workspace.editor().select(Selection.node("by2")));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertTrue(designer.quickAdd.isVisible());
        robot.write("filter").push(KeyCode.ENTER);
        assertTrue(wires().contains("by2.out -> " + selected() + ".in"));
    }

    @Test
    void aNodeGoesIntoAWireAndOutOfIt(FxRobot robot) {
        show(robot);
        Design before = design();
        robot.interact(() -> {
            workspace.editor().select(Selection.node("positive"));
            designer.canvas.requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.DELETE);
        assertTrue(design().node("positive").isEmpty());
        assertTrue(wires().contains("scores.out -> by2.in"), wires().toString());
        assertEquals(Optional.of("take out Positive"), workspace.editor().undoName());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, design());
        robot.interact(() -> workspace.editor().select(Selection.node("positive")));
        robot.push(KeyCode.SHORTCUT, KeyCode.BACK_SPACE);
        assertTrue(wires().contains("scores.out -> by2.in"), "the other key does the same");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        await(() -> shown().current());
        robot.interact(() -> designer.canvas.hand().addInSight(designer.types.find("filter").orElseThrow()));
        String added = selected();
        await(() -> shown().current());
        Box from = designer.canvas.places().placeOf("by2").orElseThrow();
        Box to = designer.canvas.places().placeOf("totals").orElseThrow();
        double y = from.y() + 54 * designer.canvas.viewport().zoom();
        robot.drag(head(added), MouseButton.PRIMARY).moveBy(10, 10);
        robot.dropTo(onCanvas((from.right() + to.x()) / 2, y));
        assertTrue(wires().contains("by2.out -> " + added + ".in"), wires().toString());
        assertTrue(wires().contains(added + ".out -> totals.in"), wires().toString());
    }

    @Test
    void tabWalksAlongTheWires(FxRobot robot) {
        show(robot);
        robot.interact(() -> workspace.editor().select(Selection.node("scores")));
        robot.push(KeyCode.TAB);
        assertEquals("positive", selected());
        robot.push(KeyCode.TAB);
        assertEquals("by2", selected());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals("positive", selected());
    }
}
