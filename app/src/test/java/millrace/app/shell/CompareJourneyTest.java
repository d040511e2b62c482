package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import millrace.app.compare.ComparePane;
import millrace.app.compare.Compared;
import millrace.app.compare.Side;
import millrace.design.Design;
import millrace.design.Value;
import millrace.measure.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A person compares runs: a pinned one with what the design becomes, and the ways to run one design. */
@ExtendWith(ApplicationExtension.class)
class CompareJourneyTest extends WindowTest {
    private static final Path KILL_IT = Path.of("../designs/faults/kill-it.json");
    private static final Path TOUCHING = Path.of("../designs/time/sessions.json");

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

    private ComparePane pane() {
        return designer.panes.find(ComparePane.class).orElseThrow();
    }

    private void act(FxRobot robot, String action) {
        robot.interact(() -> designer.window.actions().find(action).run());
    }

    private List<Difference> differences() {
        return pane().compared()
                .map(c -> c.differences().stream().map(Compared.Found::difference).toList())
                .orElse(List.of());
    }

    private List<String> titles() {
        return pane().compared().map(c -> c.sides().stream().map(Side::title).toList()).orElse(List.of());
    }

    @Test
    void aPinnedRunIsSeenBesideWhatTheDesignBecomes(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        act(robot, "compare-pin");
        await(() -> titles().equals(List.of("Pinned run", "Present run")));
        assertEquals(List.of(), differences());
        assertTrue(words(pane().controls().orElseThrow()).contains("0 differences"));

        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "lateness", Value.of("2 min"))));
        await(() -> differences().size() == 4);
        for (Difference d : differences())
            assertEquals(time("12:08:19"), d.at(), d.toString());
        Difference drop = differences().stream()
                .filter(d -> d.kind() == Difference.Kind.DROP)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), drop.left(), "the pinned run counts the 9");
        assertEquals("by2", drop.node());
        TableView<?> list = (TableView<?>) pane().view().lookup(".differences-of-runs");
        assertEquals(4, list.getItems().size());
        assertEquals(List.of("When", "Where", "Pinned run", "Present run"),
                list.getColumns().stream().map(c -> c.getText()).toList());
    }

    @Test
    void eachChartHasTheNameThatItsNodeHasInItsRun(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.panes.open("compare"));
        act(robot, "compare-pin");
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "size", Value.of("3 min"))));
        await(() -> words(pane().view()).contains("Present run: Tumbling 3 min"));
        assertTrue(words(pane().view()).contains("Pinned run: Tumbling 2 min"), words(pane().view()).toString());
    }

    @Test
    void thereIsNoWayToADifferenceWhereThereIsNone(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.panes.open("compare"));
        Node controls = pane().controls().orElseThrow();
        assertEquals(List.of("Pin this run", "Compare ways"), seen(controls), "nothing is compared");
        act(robot, "compare-pin");
        await(() -> seen(controls).contains("0 differences"));
        assertTrue(button(controls, "Previous").isDisabled() && button(controls, "Next").isDisabled());
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "size", Value.of("3 min"))));
        await(() -> !button(controls, "Next").isDisabled());
        assertTrue(button(controls, "Previous").isDisabled(), "the playhead is before the first");
        robot.clickOn(button(controls, "Next"));
        robot.clickOn(button(controls, "Next"));
        await(() -> !button(controls, "Previous").isDisabled());
    }

    private static List<String> seen(Node controls) {
        return ((Parent) controls).getChildrenUnmodifiable()
                .stream()
                .filter(Node::isVisible)
                .map(n -> ((Labeled) n).getText())
                .toList();
    }

    private static Node button(Node controls, String word) {
        return controls.lookupAll(".button")
                .stream()
                .filter(n -> ((Labeled) n).getText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nextAndPreviousDifferenceMoveThePlayhead(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        act(robot, "compare-pin");
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "size", Value.of("4 min"))));
        await(() -> differences().size() > 4);
        List<Long> times = differences().stream().map(Difference::at).distinct().toList();
        assertEquals(time("12:05:59"), times.getFirst(), "the first answer of the pinned run");
        for (int i = 0; i < 3; i++) {
            act(robot, "compare-next");
            assertEquals(times.get(i), workspace.playhead().time());
        }
        act(robot, "compare-previous");
        assertEquals(times.get(1), workspace.playhead().time());
        robot.clickOn("Overlaid");
        assertTrue(pane().view().lookup(".compare-lanes").isVisible());
        assertFalse(pane().view().lookup(".compare-charts").isVisible());
    }

    @Test
    void byEventTimeAndByProcessingTimeTheNineCountsElsewhere(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        act(robot, "compare-time");
        await(() -> titles().equals(List.of("By event time", "By processing time")));
        assertEquals(before, workspace.editor().design(), "the design is not edited");
        assertTrue(said("by2", true).contains("14"), said("by2", true).toString());
        assertFalse(said("by2", false).contains("14"), said("by2", false).toString());
    }

    /** The first aggregates of the panes that only the left or only the right run says. */
    private List<String> said(String node, boolean left) {
        return differences().stream()
                .filter(d -> d.node().equals(node) && d.kind() == Difference.Kind.PANE)
                .flatMap(d -> (left ? d.left() : d.right()).stream())
                .map(s -> millrace.app.look.Figures.result(s.event(), -1))
                .toList();
    }

    @Test
    void aBatchSaysEachAnswerOnceAtTheEnd(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        act(robot, "compare-mode");
        await(() -> titles().equals(List.of("As a stream", "As a batch")));
        assertEquals(List.of("14", "18", "4", "12"), sink("totals", 1));
        assertEquals(10, sink("totals", 0).size());
    }

    /** What reaches a sink in one of the runs. */
    private List<String> sink(String node, int side) {
        var trace = pane().compared().orElseThrow().sides().get(side).run().trace();
        return trace.rows(node, millrace.trace.FactKind.REACHED)
                .stream()
                .mapToObj(row -> trace.fact(row).subject().orElseThrow())
                .map(e -> millrace.app.look.Figures.result(e, -1))
                .toList();
    }

    @Test
    void theThreeGuaranteesStandBesideEachOther(FxRobot robot) {
        open(robot, KILL_IT);
        act(robot, "compare-guarantee");
        await(() -> titles().equals(List.of("No guarantee", "At least once", "Exactly once")));
        List<Compared.Found> found = pane().compared().orElseThrow().differences();
        for (Compared.Pair pair : List.of(new Compared.Pair(0, 1), new Compared.Pair(0, 2)))
            assertTrue(found.stream().anyMatch(f -> f.pair().equals(pair)), "without a guarantee: " + pair);
        assertTrue(sink("board", 2).getLast().contains("15"), "exactly once all fifteen are counted");
        assertFalse(sink("board", 0).getLast().contains("15"), sink("board", 0).toString());
    }

    @Test
    void ofThreeEachPairIsHeldAgainstEachOtherAndSaidInWords(FxRobot robot) {
        open(robot, KILL_IT);
        act(robot, "compare-guarantee");
        await(() -> titles().size() == 3);
        List<Compared.Found> all = pane().compared().orElseThrow().differences();
        TableView<?> list = (TableView<?>) pane().view().lookup(".differences-of-runs");
        assertEquals(List.of("When", "Where", "One run", "The other"),
                list.getColumns().stream().map(c -> c.getText()).toList());
        String first = String.valueOf(list.getColumns().get(2).getCellData(0));
        assertTrue(first.startsWith("No guarantee: "), first);

        ChoiceBox<?> pairs = (ChoiceBox<?>) pane().view().lookup(".pair-choice");
        assertEquals(4, pairs.getItems().size(), "all, and each two");
        robot.interact(() -> pairs.getSelectionModel().select(2));
        Compared.Pair chosen = new Compared.Pair(0, 2);
        List<Compared.Found> some = pane().compared().orElseThrow().differences();
        assertEquals(all.stream().filter(f -> f.pair().equals(chosen)).map(Compared.Found::difference).toList(),
                differences());
        assertEquals(some.size(), list.getItems().size());
        assertTrue(words(pane().controls().orElseThrow()).contains(some.size() + " differences"));
        robot.interact(() -> workspace.playhead().seek(0));
        act(robot, "compare-next");
        assertEquals(some.getFirst().at(), workspace.playhead().time());
    }

    @Test
    void aPairThatIsChosenIsAllThatIsSeenUntilAllAreWantedAgain(FxRobot robot) {
        open(robot, KILL_IT);
        act(robot, "compare-guarantee");
        await(() -> titles().size() == 3);
        assertEquals(3, charts().size());
        assertFalse(words(pane().view()).contains("All 3"), "all of them are seen already");
        ChoiceBox<?> pairs = (ChoiceBox<?>) pane().view().lookup(".pair-choice");
        robot.interact(() -> pairs.getSelectionModel().select(2));
        assertEquals(List.of("No guarantee", "Exactly once"), titles());
        assertEquals(2, charts().size());
        assertTrue(charts().getLast().startsWith("Exactly once: "), charts().toString());
        String listed = "Seen and listed: No guarantee and Exactly once: " + differences().size() + " differences";
        assertTrue(words(pane().view()).contains(listed), words(pane().view()).toString());
        TableView<?> list = (TableView<?>) pane().view().lookup(".differences-of-runs");
        assertEquals(List.of("When", "Where", "No guarantee", "Exactly once"),
                list.getColumns().stream().map(c -> c.getText()).toList());
        robot.interact(() -> ((javafx.scene.control.Button) pane().view().lookup(".all-runs")).fire());
        assertEquals(3, charts().size());
        assertEquals(3, titles().size());
    }

    /** What stands above each chart. */
    private List<String> charts() {
        return pane().view()
                .lookupAll(".compare-title")
                .stream()
                .map(n -> ((Labeled) n).getText())
                .toList();
    }

    @Test
    void twoDialectsDifferWhereSessionsTouch(FxRobot robot) {
        open(robot, TOUCHING);
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.set("taps", "rows[1][0]", Value.of("12:00:18"))));
        act(robot, "compare-dialect");
        await(() -> titles().equals(List.of("As Beam", "As Flink")));
        assertFalse(differences().isEmpty());
    }

    @Test
    void aViewInAWindowOfItsOwnFollowsThePlayhead(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        act(robot, "compare-time");
        await(() -> titles().size() == 2);
        act(robot, "tear-off");
        javafx.stage.Window own = pane().view().getScene().getWindow();
        assertFalse(own.equals(designer.getScene().getWindow()));
        robot.interact(() -> designer.tabs.getSelectionModel().select(designer.resultsTab));
        act(robot, "chart");
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "size", Value.of("1 min"))));
        await(() -> pane().compared()
                .orElseThrow()
                .sides()
                .getFirst()
                .run()
                .plan()
                .design()
                .node("by2")
                .orElseThrow()
                .settings()
                .get("size")
                .equals(Optional.of(Value.of("1 min"))));
        robot.interact(own::hide);
        robot.interact(() -> designer.panes.tab("compare").ifPresent(designer.tabs.getSelectionModel()::select));
        assertEquals(designer.getScene(), pane().view().getScene());
    }
}
