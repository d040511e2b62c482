package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.design.Design;
import millrace.design.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Wires are drawn, refused, bent and taken away, by mouse and by keys. */
@ExtendWith(ApplicationExtension.class)
class WiringJourneyTest extends WindowTest {
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

    private List<String> wires() {
        return workspace.editor().design().wires().stream().map(Wire::id).toList();
    }

    private void show(FxRobot robot, Path file) {
        open(robot, file);
        robot.interact(() -> {
            designer.canvas.fit();
            designer.canvas.requestFocus();
        });
    }

    private Point2D at(String port, boolean output) {
        return designer.canvas.localToScreen(designer.canvas.places().portAt(port, output).orElseThrow());
    }

    private Color colour(FxRobot robot, Point2D screen) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> {
            designer.canvas.layout();
            image[0] = designer.getScene().snapshot(null);
        });
        Point2D p = designer.screenToLocal(screen);
        return image[0].getPixelReader().getColor((int) Math.round(p.getX()), (int) Math.round(p.getY()));
    }

    private static double apart(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }

    private String said() {
        return designer.canvas.getAccessibleText();
    }

    @Test
    void onlyPortsThatFitLightUpAndTheOthersSayWhyNot(FxRobot robot) {
        show(robot, LATE_ARRIVALS);
        List<String> before = wires();
        robot.drag(at("by2.out", true), MouseButton.PRIMARY).moveBy(10, 60);
        assertTrue(apart(colour(robot, at("too-late.in", false)), Theme.LIGHT.ink()) < 0.3, "it fits");
        assertTrue(apart(colour(robot, at("positive.in", false)), Theme.LIGHT.ink()) > 0.5, "it does not");
        robot.moveTo(at("positive.in", false));
        assertEquals("The wires would go round in a circle.", said());
        robot.moveTo(at("totals.in", false));
        assertEquals("There is such a wire already.", said());
        robot.moveTo(at("positive.out", true));
        assertEquals("An output leads to an input, not to another output.", said());
        robot.drop();
        assertEquals(before, wires(), "a refused wire leaves no trace");
        assertFalse(designer.quickAdd.isVisible());
    }

    @Test
    void changesOfATableAreRefusedWhereOnlyEventsCome(FxRobot robot) {
        show(robot, LATE_ARRIVALS);
        Design with = workspace.editor().design();
        robot.interact(() -> {
            designer.canvas.hand().addInSight(designer.types.find("database").orElseThrow());
            designer.canvas.hand().addInSight(designer.types.find("window-join").orElseThrow());
            designer.canvas.fit();
        });
        robot.drag(at("database.out", true), MouseButton.PRIMARY).moveBy(10, 20);
        robot.moveTo(at("window-join.left", false));
        assertEquals("Changes of a table can't come to an input for plain events.", said());
        robot.drop();
        assertEquals(with.wires(), workspace.editor().design().wires());
    }

    @Test
    void theBeginningOfASelectedWireIsTakenElsewhere(FxRobot robot) {
        show(robot, LATE_ARRIVALS);
        List<String> before = wires();
        robot.interact(() -> workspace.editor().select(Selection.wire("by2.out -> totals.in")));
        robot.drag(at("by2.out", true), MouseButton.PRIMARY).moveBy(-30, 40).dropTo(at("positive.out", true));
        assertTrue(wires().contains("positive.out -> totals.in"), wires().toString());
        assertFalse(wires().contains("by2.out -> totals.in"));
        assertEquals(Selection.wire("positive.out -> totals.in"), workspace.editor().state().selection());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, wires());
    }

    @Test
    void oneOfSeveralWiresAtAnInputIsTakenOffOnceItIsSelected(FxRobot robot) {
        show(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.connect(millrace.design.PortRef.out("scores"),
                        millrace.design.PortRef.in("totals"))));
        List<String> before = wires();
        robot.interact(() -> workspace.editor().select(Selection.wire("scores.out -> totals.in")));
        robot.drag(at("totals.in", false), MouseButton.PRIMARY).moveBy(-20, 30).dropTo(onCanvas(300, 330));
        assertFalse(wires().contains("scores.out -> totals.in"));
        assertTrue(wires().contains("by2.out -> totals.in"), "the other stays");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, wires());
    }

    @Test
    void aWireIsDrawnByKeysAlone(FxRobot robot) {
        show(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor().select(Selection.node("scores")));
        robot.push(KeyCode.C);
        assertTrue(said().startsWith("From "), said());
        String first = said();
        robot.push(KeyCode.DOWN);
        assertFalse(said().equals(first), "another port");
        robot.push(KeyCode.ESCAPE);
        assertEquals(4, wires().size(), "nothing is connected");
        robot.push(KeyCode.C).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(5, wires().size());
        assertTrue(wires().getLast().startsWith("scores.out -> "), wires().toString());
        assertEquals("connect Scores to Tumbling 2 min", workspace.editor().undoName().orElseThrow());
    }

    @Test
    void theBoxOfTheReachedNodeComesIntoSight(FxRobot robot) {
        show(robot, LATE_ARRIVALS);
        robot.interact(() -> {
            for (int i = 0; i < 12; i++)
                designer.canvas.zoomIn();
            workspace.editor().select(Selection.node("scores"));
        });
        robot.push(KeyCode.C).push(KeyCode.UP);
        robot.push(KeyCode.ENTER);
        String target = workspace.editor().design().wires().getLast().to().node();
        Box box = designer.canvas.places().placeOf(target).orElseThrow();
        assertTrue(box.x() < designer.canvas.getWidth() && box.right() > 0, box.toString());
    }
}
