package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.app.checkpoints.CheckpointsView;
import millrace.app.results.ResultRow;
import millrace.app.truth.TruthView;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Someone looks at checkpoints, at the truth and at metrics, picks something, and all views follow. */
@ExtendWith(ApplicationExtension.class)
class TruthJourneyTest extends WindowTest {
    private static final Path KILL_IT = Path.of("../designs/faults/kill-it.json");
    private static final Path BOUND = Path.of("../designs/time/bound-or-lateness.json");

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

    /** Opens a view's tab and waits until it has something to show. */
    private Node show(FxRobot robot, String id) {
        robot.interact(() -> designer.tabs.getSelectionModel().select(designer.panes.tab(id).orElseThrow()));
        return designer.panes.pane(id).orElseThrow().view();
    }

    private static void awaitThere(Node view) {
        await(() -> view.lookupAll(".empty-note").stream().noneMatch(n -> n.isVisible() && n.getParent() == view));
    }

    @Test
    void aCheckpointIsPickedInTheListAndTheStatesThatWereHandedInAreSeen(FxRobot robot) {
        open(robot, KILL_IT);
        seek(robot, "12:00:40");
        Node view = show(robot, "checkpoints");
        awaitThere(view);
        assertTrue(words(designer).contains("every 12 s, exactly-once"));
        robot.clickOn("12:00:12");
        assertEquals("12:00:12", text(".clock"));
        assertTrue(words(view).contains("Checkpoint 1"));
    }

    @Test
    void aCrashInTheCourseIsAskedAbout(FxRobot robot) {
        open(robot, KILL_IT);
        awaitThere(show(robot, "checkpoints"));
        var checkpoints = (CheckpointsView) designer.panes.pane("checkpoints").orElseThrow();
        Point2D crash = checkpoints.place("count", time("12:00:22")).orElseThrow();
        robot.clickOn(crash);
        assertEquals("12:00:22", text(".clock"));
        assertTrue(designer.canvasWhy.lookupAll(".why-card").stream().anyMatch(Node::isVisible));
        Point2D start = checkpoints.place("count", time("12:00:00")).orElseThrow();
        robot.clickOn(new Point2D(start.getX() - 100, start.getY()));
        assertTrue(workspace.editor().state().selection().nodes().contains("count"), "its name selects it");
    }

    @Test
    void whoHasNoCheckpointsTurnsThemOnWhereTheyAreMissed(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Node view = show(robot, "checkpoints");
        await(() -> view.lookupAll(".button").stream().anyMatch(n -> n.isVisible() && n instanceof Button));
        robot.clickOn("Turn checkpoints on");
        awaitThere(view);
        assertEquals(Optional.of(Value.of("exactly-once")),
                workspace.editor().design().settings().at("checkpoints.guarantee"));
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertFalse(workspace.editor().dirty());
    }

    @Test
    void aWrongAnswerIsVisitedAndAskedAbout(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Node view = show(robot, "truth");
        awaitThere(view);
        robot.clickOn(view.lookup(".said"));
        assertEquals("12:05:59", text(".clock"));
        assertTrue(designer.canvasWhy.lookupAll(".why-card").stream().anyMatch(Node::isVisible));
        assertTrue(words(designer).contains("4 of 4 windows end right"));
    }

    @Test
    void inANarrowWindowNothingThatWasSaidIsCut(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Node view = show(robot, "truth");
        awaitThere(view);
        for (double width : new double[] {860, 1280}) {
            robot.interact(() -> designer.getScene().getWindow().setWidth(width));
            await(() -> designer.getWidth() == width);
            await(() -> whole(view, ".said") == 10);
        }
    }

    /** How many of them are to be seen from the first to the last letter. */
    private static long whole(Node view, String what) {
        return view.lookupAll(what).stream().filter(TruthJourneyTest::whole).count();
    }

    private static boolean whole(Node chip) {
        Node cell = chip;
        while (cell.getParent() != null && !(cell instanceof TableCell<?, ?>))
            cell = cell.getParent();
        Bounds inside = cell.localToScene(cell.getLayoutBounds());
        return chip.isVisible() && inside.contains(chip.localToScene(chip.getLayoutBounds()));
    }

    @Test
    void aBoundIsTakenFromTheCurveAndUndone(FxRobot robot) {
        open(robot, BOUND);
        show(robot, "truth");
        var truth = (TruthView) designer.panes.pane("truth").orElseThrow();
        await(() -> truth.place(3_000).isPresent() && truth.place(5_000).isPresent());
        robot.clickOn(truth.place(0).orElseThrow());
        assertEquals(Optional.of(Value.of("0 s")), bound());
        await(() -> shown().current());
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Optional.of(Value.of("5 s")), bound());
        assertFalse(workspace.editor().dirty());
    }

    private Optional<Value> bound() {
        return workspace.editor().design().node("taps").orElseThrow().settings().at("watermark.bound");
    }

    @Test
    void metricsSeekAndSelect(FxRobot robot) {
        open(robot, KILL_IT);
        Node view = show(robot, "metrics");
        awaitThere(view);
        Bounds chart = view.localToScreen(view.getBoundsInLocal());
        long before = workspace.playhead().time();
        robot.clickOn(new Point2D(chart.getMinX() + 200, chart.getMinY() + 60));
        assertTrue(workspace.playhead().time() > before, "the playhead follows the click");
        robot.clickOn(new Point2D(chart.getMinX() + 40, chart.getMinY() + 54));
        assertEquals("orders", workspace.editor().state().selection().nodes().getFirst());
    }

    @Test
    void whatReachedTheSinksIsSeenAndWhatIsDoubledIsSaid(FxRobot robot) {
        open(robot, KILL_IT);
        seek(robot, "12:00:40");
        robot.interact(() -> designer.tabs.getSelectionModel().select(designer.resultsTab));
        await(() -> words(designer.results).stream().anyMatch(w -> w.endsWith(", 5 doubled")));
        open(robot, LATE_ARRIVALS);
        seek(robot, "12:09:22");
        assertEquals(Set.of("by2"), from());
        robot.clickOn("Reached sinks");
        await(() -> from().equals(Set.of("totals")));
        robot.clickOn("Left windows");
        assertEquals(Set.of("by2"), from());
        assertEquals(10, designer.results.count());
    }

    /** The nodes that the results in the table are from. */
    private Set<String> from() {
        return ((TableView<?>) designer.results.lookup(".table-view")).getItems()
                .stream()
                .map(r -> ((ResultRow) r).node())
                .collect(Collectors.toSet());
    }
}
