package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import millrace.app.canvas.Viewport;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.design.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Looking around in a design, and how everything looks. */
@ExtendWith(ApplicationExtension.class)
class ViewJourneyTest extends WindowTest {
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

    private Viewport view() {
        return designer.canvas.viewport();
    }

    private void run(FxRobot robot, String action) {
        robot.interact(() -> designer.window.actions().find(action).run());
        robot.interact(() -> designer.canvas.layout());
    }

    private void scroll(FxRobot robot, double dx, double dy, boolean control) {
        robot.interact(() -> designer.canvas.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 200, 100, 200, 100, false,
                control, false, false, true, false, dx, dy, dx, dy, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    @Test
    void aHandPansWithTheMiddleButtonAndWithSpace(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Viewport before = view();
        robot.drag(onCanvas(300, 20), MouseButton.MIDDLE).dropTo(onCanvas(340, 50));
        assertEquals(before.x() - 40 / before.zoom(), view().x(), 1);
        robot.press(KeyCode.SPACE);
        robot.drag(onCanvas(300, 20), MouseButton.PRIMARY).dropTo(onCanvas(260, 20));
        robot.release(KeyCode.SPACE);
        assertEquals(before.x(), view().x(), 1);
    }

    @Test
    void fingersPanAndTheWheelZooms(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Viewport before = view();
        scroll(robot, 0, -6, false);
        scroll(robot, -12, -40, false);
        assertEquals(before.zoom(), view().zoom(), "small steps, or both directions: a touchpad");
        assertEquals(before.y() + 46 / before.zoom(), view().y(), 0.01);
        robot.sleep(250);
        scroll(robot, 0, 40, false);
        assertTrue(view().zoom() > before.zoom(), "a notch of a wheel");
        Viewport nearer = view();
        scroll(robot, 0, -6, true);
        assertTrue(view().zoom() < nearer.zoom(), "with Ctrl a touchpad zooms, too");
    }

    @Test
    void theSelectionIsBroughtIntoSightAndEverythingAgain(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor().select(Selection.node("too-late")));
        run(robot, "fit-selection");
        Box box = designer.canvas.places().placeOf("too-late").orElseThrow();
        assertEquals(designer.canvas.getWidth() / 2, box.centre().x(), 3);
        assertEquals(designer.canvas.getHeight() / 2, box.centre().y(), 3);
        run(robot, "zoom-in");
        run(robot, "zoom-whole");
        assertEquals(1, view().zoom());
        run(robot, "fit");
        assertTrue(designer.canvas.places().placeOf("scores").orElseThrow().x() > 0);
    }

    @Test
    void theMapIsThereWhenSomethingIsOutOfSightAndIsDraggedToIt(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        run(robot, "fit");
        Node map = designer.canvas.lookup(".minimap");
        assertFalse(map.isVisible(), "all is in sight");
        robot.interact(() -> designer.canvas.setViewport(new Viewport(-900, -300, 1)));
        run(robot, "zoom-whole");
        assertTrue(map.isVisible());
        Viewport before = view();
        Point2D middle = map.localToScreen(map.getLayoutBounds().getWidth() / 2, map.getLayoutBounds().getHeight() / 2);
        robot.drag(middle, MouseButton.PRIMARY).dropBy(30, 10);
        assertTrue(view().x() > before.x() && view().y() > before.y(), before + " and then " + view());
        assertEquals(Optional.empty(), workspace.editor().undoName(), "looking around is no edit");
    }

    private Map<String, Point> places() {
        Map<String, Point> places = new HashMap<>();
        workspace.editor().design().nodes().forEach(n -> places.put(n.id(), n.at()));
        return places;
    }

    @Test
    void allIsPutInOrderInOneStepThatCanBeUndone(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Map<String, Point> before = places();
        run(robot, "arrange");
        Map<String, Point> after = places();
        assertNotEquals(before, after);
        assertTrue(after.get("scores").x() < after.get("positive").x()
                && after.get("positive").x() < after.get("by2").x() && after.get("by2").x() < after.get("totals").x());
        // It glides to its place.
        await(() -> Math.abs((after.get("totals").x() - view().x()) * view().zoom()
                - designer.canvas.places().placeOf("totals").orElseThrow().x()) < 1);
        robot.interact(() -> workspace.editor().undo());
        assertEquals(before, places());
        assertEquals(Optional.empty(), workspace.editor().undoName());
    }

    @Test
    void onlyTheSelectedOnesArePutInOrder(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Map<String, Point> before = places();
        robot.interact(() -> workspace.editor()
                .select(Selection.node("by2").toggled(Selection.node("totals"))));
        run(robot, "arrange");
        Map<String, Point> after = places();
        assertEquals(before.get("scores"), after.get("scores"));
        assertEquals(before.get("positive"), after.get("positive"));
    }

    @Test
    void withMotionReducedNothingGlides(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        run(robot, "reduced-motion");
        assertTrue(designer.reducedMotion());
        robot.interact(() -> {
            designer.canvas.arrange();
            designer.canvas.layout();
            Point at = workspace.editor().design().node("totals").orElseThrow().at();
            Box there = designer.canvas.places().placeOf("totals").orElseThrow();
            assertEquals((at.x() - view().x()) * view().zoom(), there.x(), 1, "there at once");
        });
    }

    @Test
    void aProjectorGetsLargerTypeAndLargerNodes(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Label name = (Label) designer.lookup(".document-name");
        double type = name.getFont().getSize();
        run(robot, "zoom-whole");
        double node = designer.canvas.places().placeOf("by2").orElseThrow().width();
        run(robot, "scale-150");
        robot.interact(() -> designer.applyCss());
        assertEquals(type * 1.5, name.getFont().getSize(), 0.1);
        assertEquals(node * 1.5, designer.canvas.places().placeOf("by2").orElseThrow().width(), 0.5);
        run(robot, "scale-100");
        robot.interact(() -> designer.applyCss());
        assertEquals(type, name.getFont().getSize(), 0.1);
    }

    @Test
    void highContrastIsPutOn(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        run(robot, "theme-contrast");
        assertEquals(Theme.CONTRAST, designer.theme());
        Point2D corner = designer.canvas.localToScene(6, 6);
        robot.interact(() -> assertEquals(Theme.CONTRAST.bg(), designer.getScene()
                .snapshot(null)
                .getPixelReader()
                .getColor((int) corner.getX(), (int) corner.getY())));
    }

    @Test
    void aScreenReaderHearsWhatIsSelected(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        seek(robot, "12:08:25");
        robot.interact(() -> workspace.editor().select(Selection.node("by2")));
        robot.interact(() -> designer.canvas.layout());
        String words = designer.canvas.getAccessibleText();
        for (String part : java.util.List.of("Tumbling 2 min", "Receives from", "Sends to", "window",
                "Watermark 12:06:56"))
            assertTrue(words.contains(part), part + " in: " + words);
        robot.interact(() -> workspace.editor().select(Selection.wire("scores.out -> positive.in")));
        robot.interact(() -> designer.canvas.layout());
        assertTrue(designer.canvas.getAccessibleText().startsWith("Wire from "), designer.canvas.getAccessibleText());
        assertEquals("wire", designer.canvas.getAccessibleRoleDescription());
    }
}
