package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import millrace.app.look.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The parts that draw themselves: in the scale of the interface, and reached, seen and used by keys. */
@ExtendWith(ApplicationExtension.class)
class ScaleAndFocusTest extends WindowTest {
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

    private Color at(FxRobot robot, Node part, double x, double y) {
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = designer.getScene().snapshot(null));
        Point2D there = part.localToScene(x, y);
        return image[0].getPixelReader().getColor((int) there.getX(), (int) there.getY());
    }

    private boolean ringed(FxRobot robot, Region part) {
        return at(robot, part, 1, part.getHeight() / 2).equals(designer.theme().ink());
    }

    private Node owner() {
        return designer.getScene().getFocusOwner();
    }

    @Test
    void aKeyGoesFromPartToPartAndBackAndTheOneReachedIsRinged(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.F6);
        assertEquals(designer.timeline, owner().getParent());
        assertTrue(ringed(robot, designer.timeline));
        robot.push(KeyCode.F6).push(KeyCode.F6);
        assertEquals(designer.chart.chart(), owner().getParent());
        assertTrue(ringed(robot, designer.chart.chart()));
        assertTrue(!ringed(robot, designer.timeline));
        robot.push(KeyCode.SHIFT, KeyCode.F6).push(KeyCode.SHIFT, KeyCode.F6).push(KeyCode.SHIFT, KeyCode.F6);
        assertEquals(designer.canvas, owner());
        assertTrue(ringed(robot, designer.canvas));
        robot.push(KeyCode.F6);
        robot.interact(() -> workspace.playhead().seek(workspace.playhead().to()));
        robot.clickOn(designer.timeline.localToScreen(designer.timeline.getWidth() / 2, 40));
        assertTrue(!ringed(robot, designer.timeline), "the mouse needs no ring");
    }

    @Test
    void arrowsGoAlongTheTimelineAndFromThingToThingOnTheChart(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        seek(robot, "12:08:10");
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.F6).push(KeyCode.RIGHT);
        assertEquals(time("12:08:19"), workspace.playhead().time());
        assertEquals("Timeline, at 12:08:19", owner().getAccessibleText());
        robot.push(KeyCode.LEFT);
        assertNotEquals(time("12:08:19"), workspace.playhead().time());
        seek(robot, "12:08:10");
        robot.push(KeyCode.F6).push(KeyCode.F6).push(KeyCode.RIGHT);
        assertTrue(words(designer.chart).stream().anyMatch(w -> w.contains("9")), words(designer.chart).toString());
        assertTrue(designer.chart.chart().held().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertTrue(designer.chart.chart().held().isEmpty());
    }

    @Test
    void whatTheMousePressesInAViewHasTheKeys(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        var chart = designer.chart.chart();
        robot.clickOn(chart.localToScreen(chart.place(time("12:01:26"), time("12:08:19")).orElseThrow()));
        assertTrue(chart.held().isPresent());
        assertEquals(chart, owner().getParent(), "not the row of tabs, in which the chart lies");
        robot.push(KeyCode.ESCAPE);
        assertTrue(chart.held().isEmpty());
        robot.clickOn(chart.localToScreen(chart.place(time("12:04:30"), time("12:08:30")).orElseThrow()));
        assertTrue(chart.held().isPresent(), "a gap");
        robot.push(KeyCode.ESCAPE);
        assertTrue(chart.held().isEmpty());
    }

    @Test
    void whatDrawsItselfIsAsLargeAsTheInterfaceAndTheMouseMeetsIt(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        double before = designer.chart.chart().place(time("12:01:26"), time("12:08:19")).orElseThrow().getX();
        robot.interact(() -> designer.scale(1.5));
        await(() -> designer.timeline.getHeight() == 105);
        Set<Node> drawn = designer.lookupAll(".surface");
        assertTrue(drawn.size() >= 2, drawn.toString());
        drawn.forEach(s -> assertEquals(1.5, s.getScaleX(), s.getParent().toString()));
        for (Region part : List.of(designer.timeline, designer.chart.chart())) {
            Bounds covered = part.lookup(".surface").getBoundsInParent();
            assertEquals(part.getWidth(), covered.getWidth(), 0.5, "all of it is drawn on");
            assertEquals(0, covered.getMinX(), 0.5);
        }
        Surface track = (Surface) designer.timeline.lookup(".surface");
        long to = time("12:08:19");
        robot.clickOn(track.localToScreen(designer.timeline.xOf(to), 40));
        assertEquals(to, workspace.playhead().time());
        var chart = designer.chart.chart();
        assertNotEquals(before, chart.place(time("12:01:26"), to).orElseThrow().getX());
        robot.clickOn(chart.localToScreen(chart.place(time("12:01:26"), to).orElseThrow()));
        assertTrue(chart.held().isPresent(), "the disc is where it is drawn");
        robot.interact(() -> designer.scale(1));
        await(() -> designer.timeline.getHeight() == 70);
    }

    @Test
    void atEveryScaleAllOfTheWindowIsInSightAndNoTabIsCovered(FxRobot robot) {
        open(robot, java.nio.file.Path.of("../designs/time/sessions.json"));
        for (double scale : List.of(1.0, 1.5, 2.0)) {
            robot.interact(() -> designer.scale(scale));
            org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                designer.applyCss();
                designer.layout();
            });
            Bounds inspector = designer.inspector.localToScene(designer.inspector.getLayoutBounds());
            assertEquals(designer.getWidth(), inspector.getMaxX(), 1, "at " + scale);
            assertEquals(0, designer.top.localToScene(0, 0).getX(), "at " + scale);
            Region header = (Region) designer.tabs.lookup(".tab-header-area");
            Bounds beside = designer.chartOf.localToScene(designer.chartOf.getLayoutBounds());
            assertTrue(header.localToScene(header.getWidth(), 0).getX() <= beside.getMinX(), "at " + scale);
            noTabIsCut(header, "at " + scale);
        }
    }

    @Test
    void theOpenTabIsSeenHoweverMuchStandsBesideTheTabs(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.panes.open("compare"));
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
        Node open = designer.tabs.lookup(".tab:selected .tab-label");
        Bounds name = open.localToScene(open.getLayoutBounds());
        Node row = designer.tabs.lookup(".headers-region");
        double edge = row.localToScene(row.getClip().getBoundsInParent()).getMaxX();
        assertTrue(name.getWidth() > 20 && name.getMaxX() <= edge + 1, name + " ends before " + edge);
        Node menu = designer.tabs.lookup(".tab-down-button");
        assertTrue(menu.isVisible() && menu.getLayoutBounds().getWidth() > 0, "the others are in the menu");
        noTabIsCut((Region) designer.tabs.lookup(".tab-header-area"), "with much beside");
    }

    /** A name is seen whole, or stands in the menu behind the last alone; but for the first, if there is room for less than that. */
    private static void noTabIsCut(Region header, String when) {
        Node row = header.lookup(".headers-region");
        double edge = row.localToScene(row.getClip().getBoundsInParent()).getMaxX();
        List<Bounds> names = header.lookupAll(".tab")
                .stream()
                .filter(Node::isVisible)
                .map(tab -> tab.lookup(".tab-label"))
                .map(n -> n.localToScene(n.getLayoutBounds()))
                .toList();
        assertTrue(names.size() > 0, when);
        for (Bounds b : names.subList(1, names.size()))
            assertTrue(b.getMaxX() <= edge + 1 || b.getMinX() >= edge - 1,
                    when + " a name from " + b.getMinX() + " to " + b.getMaxX() + " is cut at " + edge);
    }
}
