package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The views below the timeline: each is opened, something is picked in it, and the others follow. */
@ExtendWith(ApplicationExtension.class)
class ViewsJourneyTest extends WindowTest {
    /** The names at the left and the room at the right of the lanes. */
    private static final double NAMES = 158;
    private static final double RIGHT = 48;

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

    private Tab tab(FxRobot robot, String id) {
        Tab tab = designer.panes.tab(id).orElseThrow();
        robot.interact(() -> designer.tabs.getSelectionModel().select(tab));
        robot.interact(() -> designer.layout());
        return tab;
    }

    private void open(FxRobot robot, String design) {
        open(robot, Path.of("../designs", design));
    }

    private boolean answered() {
        return designer.canvasWhy.showing();
    }

    @Test
    void eachViewIsFoundByItsNameAsEveryActionIs(FxRobot robot) {
        open(robot, "time/late-arrivals.json");
        Map<String, String> names = Map.of("lanes", "lanes", "tables", "tables", "log and queue", "brokers",
                "checkpoints", "checkpoints", "truth", "truth", "metrics", "metrics", "compare", "compare");
        names.forEach((words, view) -> {
            robot.push(KeyCode.SHORTCUT, KeyCode.K).write(words).push(KeyCode.ENTER);
            assertEquals(view, selected());
        });
        assertEquals(Set.copyOf(designer.panes.ids()), Set.copyOf(names.values()), "no view is left out");
        assertFalse(workspace.editor().dirty(), "and nothing was added");
    }

    @Test
    void figuresOpenTheViewsInTheirOrder(FxRobot robot) {
        open(robot, "time/late-arrivals.json");
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT8);
        assertEquals("truth", selected());
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        assertEquals("lanes", selected());
    }

    private String selected() {
        Tab open = designer.tabs.getSelectionModel().getSelectedItem();
        return designer.panes.ids()
                .stream()
                .filter(id -> designer.panes.tab(id).orElseThrow() == open)
                .findFirst()
                .orElse("");
    }

    @Test
    void anOrderIsHeldOnItsLaneAndAClickBesideItMovesThePlayhead(FxRobot robot) {
        open(robot, "joins/exchange-rate.json");
        Region lanes = (Region) tab(robot, "lanes").getContent();
        seek(robot, "11:31:00");
        double first = laneX(lanes, "09:30:00");
        robot.clickOn(lanes.localToScreen(first, laneY(lanes, "Orders")));
        assertTrue(answered(), "it is said why");
        assertEquals(List.of("orders"), List.copyOf(workspace.editor().state().selection().nodes()));
        robot.clickOn(lanes.localToScreen(laneX(lanes, "10:00:00"), laneY(lanes, "Out")));
        assertEquals(time("10:00:00"), workspace.playhead().time(), 60_000);
    }

    /** All lanes are of one height: the order of the names is that of the plan. */
    private double laneY(Region lanes, String name) {
        List<String> nodes = shown().run().orElseThrow().run().plan().nodes().stream().map(n -> n.id()).toList();
        double lane = Math.clamp((lanes.getHeight() - 30) / nodes.size(), 29, 39);
        return (nodes.indexOf(name.toLowerCase(java.util.Locale.ROOT)) + 0.5) * lane;
    }

    private double laneX(Region lanes, String time) {
        var run = shown().run().orElseThrow().run();
        double right = lanes.getWidth() - RIGHT;
        return millrace.app.look.TimeAxis.around(run.start(), run.end(), right - NAMES, 110)
                .laid(NAMES, right)
                .px(time(time));
    }

    @Test
    void theWheelZoomsTheLanesAndTheWholeRunComesBack(FxRobot robot) {
        open(robot, "joins/exchange-rate.json");
        Region lanes = (Region) tab(robot, "lanes").getContent();
        Node surface = lanes.getChildrenUnmodifiable().getFirst();
        robot.interact(
                () -> surface.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 500, 50, 500, 50, false, false, false,
                        false, true, false, 0, 240, 0, 240, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
        robot.clickOn("Whole run");
        assertTrue(words(designer).stream().anyMatch(w -> w.equals("5 outputs")), words(designer).toString());
        robot.clickOn(lanes.localToScreen(laneX(lanes, "10:00:00"), laneY(lanes, "Out")));
        assertEquals(time("10:00:00"), workspace.playhead().time(), 60_000, "the axis is that of the whole run again");
    }

    @Test
    void aRowShowsItsHistoryAndAChangeMovesThePlayhead(FxRobot robot, @TempDir Path folder) throws Exception {
        open(robot, "state/table-is-a-fold.json");
        tab(robot, "tables");
        seek(robot, "12:00:25");
        TableView<?> rows = (TableView<?>) designer.lookup("#table-rows");
        TableView<?> changes = (TableView<?>) designer.lookup("#table-changes");
        assertEquals(2, rows.getItems().size());
        assertEquals(4, changes.getItems().size());
        robot.interact(() -> rows.getSelectionModel().select(0));
        assertEquals(3, changes.getItems().size(), "only what happened to Ann");
        robot.interact(() -> changes.getSelectionModel().select(0));
        assertEquals(time("12:00:00"), workspace.playhead().time());
        assertTrue(answered(), "and it is said why");
        seek(robot, "12:00:25");
        answers.save = Optional.of(folder.resolve("rows.csv"));
        robot.clickOn("Rows as CSV…");
        assertEquals("name,balance\r\nAnn,15\r\nBen,20\r\n", Files.readString(folder.resolve("rows.csv")));
    }

    @Test
    void theTableOfTheSelectedNodeIsShown(FxRobot robot) {
        open(robot, "state/garage.json");
        tab(robot, "tables");
        seek(robot, "09:30:00");
        robot.interact(() -> workspace.editor().select(millrace.app.editor.Selection.node("sign")));
        ComboBox<?> choice = (ComboBox<?>) designer.lookup("#tables-choice");
        assertEquals(1, choice.getSelectionModel().getSelectedIndex(), "the second table is the sign");
        TableView<?> rows = (TableView<?>) designer.lookup("#table-rows");
        assertEquals(2, rows.getItems().size(), "with a row for each level");
    }

    @Test
    void aMessageThatIsPickedTellsItsHistoryAndEachLineLeadsThere(FxRobot robot) {
        open(robot, "messaging/poison.json");
        Region view = (Region) tab(robot, "brokers").getContent();
        seek(robot, "12:00:20");
        robot.interact(() -> designer.layout());
        robot.clickOn(view.localToScreen(132 + 11, 8 + 3.5 * 40));
        ListView<?> history = (ListView<?>) designer.lookup("#broker-history");
        assertEquals(9, history.getItems().size(), "all that became of the third message");
        assertTrue(answered(), "it is said why");
        robot.interact(() -> history.getSelectionModel().select(1));
        assertEquals(time("12:00:04"), workspace.playhead().time(), "it was given to the worker then");
    }

    @Test
    void whereThereIsNothingItIsSaidWhy(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        for (String id : List.of("tables", "brokers")) {
            Tab tab = tab(robot, id);
            List<String> words = tab.getContent()
                    .lookupAll(".label")
                    .stream()
                    .filter(n -> n instanceof Label && n.isVisible())
                    .map(n -> ((Label) n).getText())
                    .toList();
            assertTrue(words.stream().anyMatch(w -> w.startsWith("There is no")), id + ": " + words);
        }
    }
}
