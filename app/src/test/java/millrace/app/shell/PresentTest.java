package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.app.present.Stagecraft;
import millrace.app.present.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A run on the wall of a lecture room, with a presenter's remote. */
@ExtendWith(ApplicationExtension.class)
class PresentTest extends WindowTest {
    private static final Path KILL_IT = Path.of("../designs/faults/kill-it.json");
    /** Both axes with their words, and what is between them; px at scale 1. */
    private static final double LEAST_CHART = 170;

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

    private void begin(FxRobot robot) {
        open(robot, KILL_IT);
        robot.push(KeyCode.HOME).push(KeyCode.F5);
    }

    private boolean presenting() {
        return designer.window.present().on();
    }

    @Test
    void theRemoteStepsFromMarkToMark(FxRobot robot) {
        begin(robot);
        assertTrue(presenting());
        robot.push(KeyCode.PAGE_DOWN);
        assertEquals("12:00:12", text(".clock"), "the first checkpoint");
        robot.push(KeyCode.PAGE_DOWN);
        assertEquals("12:00:22", text(".clock"), "the crash");
        robot.push(KeyCode.RIGHT);
        assertEquals("12:00:26", text(".clock"), "the restore");
        robot.push(KeyCode.PAGE_UP);
        assertEquals("12:00:22", text(".clock"));
        robot.push(KeyCode.END);
        assertEquals("12:00:40", text(".clock"));
        robot.push(KeyCode.PAGE_DOWN);
        assertEquals("12:00:40", text(".clock"), "there is nothing after the end");
    }

    @Test
    void whereThereAreBookmarksTheRemoteStepsFromOneToTheNext(FxRobot robot) {
        open(robot, KILL_IT);
        for (String at : List.of("12:00:25", "12:00:09"))
            robot.interact(() -> workspace.editor().dispatch(designer.edits.bookmark(at)));
        await(() -> workspace.shownProperty().get().run().isPresent());
        robot.push(KeyCode.HOME).push(KeyCode.F5);
        robot.push(KeyCode.RIGHT);
        assertEquals("12:00:09", text(".clock"));
        robot.push(KeyCode.PAGE_DOWN);
        assertEquals("12:00:25", text(".clock"), "the crash at 12:00:22 has no bookmark");
        robot.push(KeyCode.LEFT);
        assertEquals("12:00:09", text(".clock"));
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertEquals("12:00:40", text(".clock"), "after the last comes the end");
    }

    @Test
    void typeIsLargeAndPanelsAreGoneUntilEscape(FxRobot robot) {
        open(robot, KILL_IT);
        double before = designer.scale();
        double nodes = zoom(robot);
        double divider = designer.work.getDividerPositions()[0];
        robot.push(KeyCode.F5);
        assertEquals(1.5, designer.scale());
        assertFalse(designer.palette.isVisible() || designer.inspector.isVisible());
        assertTrue(zoom(robot) > nodes, "the canvas takes the room of the panels");
        robot.push(KeyCode.ESCAPE);
        assertFalse(presenting());
        assertEquals(before, designer.scale());
        assertTrue(designer.palette.isVisible() && designer.inspector.isVisible());
        assertEquals(divider, designer.work.getDividerPositions()[0], 0.05);
    }

    private double zoom(FxRobot robot) {
        robot.interact(() -> designer.layout());
        return designer.canvas.viewport().zoom();
    }

    @Test
    void partsAreHiddenAndShownByTheirLetterAndTheLastOneStays(FxRobot robot) {
        begin(robot);
        robot.push(KeyCode.V);
        assertFalse(designer.tabs.getParent().isVisible());
        robot.push(KeyCode.V);
        assertTrue(designer.tabs.getParent().isVisible());
        robot.push(KeyCode.C).push(KeyCode.T).push(KeyCode.V);
        assertFalse(designer.timeline.isVisible());
        assertTrue(designer.tabs.getParent().isVisible(), "something is always on the wall");
        robot.push(KeyCode.ESCAPE);
        assertTrue(designer.timeline.isVisible() && designer.canvas.getParent().getParent().isVisible());
    }

    @Test
    void onASmallWallNothingThatIsWrittenIsCut(FxRobot robot) {
        begin(robot);
        wall(robot, 1280, 720);
        assertTrue(designer.scale() > 1, "type is as large as there is room for");
        assertTrue(designer.chart.getHeight() >= LEAST_CHART * designer.scale(), "chart " + designer.chart.getHeight());
        assertEquals(720, bottom(designer.chart), 1, "the lower axis is on the wall");
        Labeled state = (Labeled) designer.top.lookup(".document-state");
        assertTrue(state.getWidth() >= state.prefWidth(-1), "the name of the file is whole");
        robot.push(KeyCode.V);
        robot.interact(() -> designer.layout());
        assertEquals(1.5, designer.scale(), "without the views there is room");
        assertEquals(720, bottom(designer.timeline), 1, "nothing empty below the timeline");
        robot.push(KeyCode.T);
        robot.interact(() -> designer.layout());
        assertEquals(720, bottom(designer.canvas), 3, "the canvas alone has all of it but the dividing line");
    }

    private void wall(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            Stage stage = (Stage) designer.getScene().getWindow();
            stage.setFullScreen(false);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        await(() -> designer.getWidth() == width && designer.getHeight() == height);
        robot.interact(() -> designer.layout());
    }

    private static double bottom(Node part) {
        return part.localToScene(part.getLayoutBounds()).getMaxY();
    }

    @Test
    void stepsAreTheStartTheMarksAndTheEnd() {
        Steps steps = Steps.of(100, LongStream.of(400, 200, 200, 900), 500);
        assertEquals(List.of(100L, 200L, 400L, 500L), steps.moments());
        assertEquals(OptionalLong.of(400), steps.from(399, Steps.Way.ON));
        assertEquals(OptionalLong.of(200), steps.from(399, Steps.Way.BACK));
        assertEquals(OptionalLong.empty(), steps.from(100, Steps.Way.BACK));
        assertEquals(2, steps.place(399));
        Stagecraft wall = new Stagecraft();
        assertTrue(wall.toggle(Stagecraft.Part.CANVAS) && wall.toggle(Stagecraft.Part.TIMELINE));
        assertFalse(wall.toggle(Stagecraft.Part.VIEWS));
    }
}
