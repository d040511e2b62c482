package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import millrace.app.chart.Target;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What a person does in the first minutes, through the whole window. */
@ExtendWith(ApplicationExtension.class)
class JourneyTest extends WindowTest {
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

    private static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();

    @Test
    void whatIsOpenedIsThereAsAWholeAndAnyMomentCanBeVisited(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        assertEquals("Late arrivals", text(".document-name"));
        assertEquals("12:05:00", text(".clock"));
        assertEquals(0, designer.results.count());
        robot.push(KeyCode.END);
        assertEquals("12:09:22", text(".clock"));
        assertEquals(10, designer.results.count());
        seek(robot, "12:08:18");
        assertEquals(7, designer.results.count());
        assertEquals("12:06:56", text(".watermark-time"));
        robot.push(KeyCode.PERIOD);
        assertEquals("12:08:19", text(".clock"));
        assertEquals(8, designer.results.count());
    }

    @Test
    void playingMovesThePlayheadAndPausingKeepsIt(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.clickOn(".play");
        await(() -> workspace.playhead().time() > time("12:05:01"));
        robot.clickOn(".play");
        long paused = workspace.playhead().time();
        robot.sleep(120);
        assertEquals(paused, workspace.playhead().time());
        assertTrue(paused < time("12:06"), "it plays four times as fast as the clock, not faster");
    }

    @Test
    void aNodeIsDraggedInMovedDeletedAndUndone(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        robot.interact(() -> designer.canvas.fit());
        Point2D free = onCanvas(300, 250);
        robot.moveTo(entry(robot, "Generator"))
                .press(MouseButton.PRIMARY)
                .moveTo(free)
                .release(MouseButton.PRIMARY);
        String added = workspace.editor().state().selection().nodes().getFirst();
        assertEquals("generator", workspace.editor().design().node(added).orElseThrow().type());

        Point2D head = head(added);
        robot.moveTo(head).press(MouseButton.PRIMARY).moveBy(24, 0).moveBy(24, 0).release(MouseButton.PRIMARY);
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.DELETE);
        assertTrue(workspace.editor().design().node(added).isEmpty());
        for (int i = 0; i < 3; i++)
            robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, workspace.editor().design());
        assertFalse(workspace.editor().dirty());
    }

    @Test
    void aWireIsDeletedAndDrawnAgainAndTheResultsComeBack(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor().select(Selection.wire("by2.out -> totals.in")));
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.DELETE);
        await(() -> shown().run().orElseThrow().run().plan().wires().size() == 3);
        Box window = designer.canvas.places().placeOf("by2").orElseThrow();
        Box totals = designer.canvas.places().placeOf("totals").orElseThrow();
        double port = 54 * designer.canvas.viewport().zoom();
        robot.moveTo(onCanvas(window.right(), window.y() + port)).press(MouseButton.PRIMARY).moveBy(12, 6);
        robot.moveTo(onCanvas(totals.x(), totals.centre().y())).release(MouseButton.PRIMARY);
        await(() -> shown().current() && shown().run().orElseThrow().run().plan().wires().size() == 4);
        robot.push(KeyCode.END);
        assertEquals(10, designer.results.count());
    }

    private static javafx.scene.Node entry(FxRobot robot, String title) {
        return robot.lookup(".palette-entry")
                .queryAll()
                .stream()
                .filter(n -> n.getAccessibleText().startsWith(title + ":"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSettingThatIsChangedGivesAnotherRunAtOnce(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.clickOn(head("by2"));
        assertTrue(words(designer.inspector).contains("Allowed lateness"));
        robot.clickOn(robot.lookup(".duration-field .text-input").nth(0).<javafx.scene.control.TextField>query());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("4").push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of("4 min")),
                workspace.editor().design().node("by2").orElseThrow().settings().get("size"));
        await(() -> shown().current() && shown().run().orElseThrow().views().charts().get("by2").columns().size() == 2);
        assertEquals("not saved · late-arrivals.json", text(".document-state"));
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        await(() -> shown().run().orElseThrow().views().charts().get("by2").columns().size() == 4);
        assertEquals("saved · late-arrivals.json", text(".document-state"));
    }

    @Test
    void whatIsSavedIsWhatIsSeen(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = Files.copy(LATE_ARRIVALS, folder.resolve("mine.json"));
        open(robot, file);
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "size", Value.of("1 min"))));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertFalse(workspace.editor().dirty());
        assertEquals(workspace.editor().design(), DesignReader.read(file).wholeDesign().orElseThrow());
        assertEquals(List.of(), answers.told);
    }

    @Test
    void theLateNineIsAskedAboutAndAnotherLatenessDropsIt(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        seek(robot, "12:08:25");
        Point2D nine = designer.chart.chart().place(time("12:01:26"), time("12:08:19")).orElseThrow();
        robot.clickOn(designer.chart.chart().localToScreen(nine));
        assertTrue(words(designer.chart).contains("Why is this 9 late, and counted?"),
                words(designer.chart).toString());
        robot.clickOn("What if lateness were 4 min 56 s?");
        await(() -> words(designer.chart).contains("Why was this 9 dropped?"));
        assertTrue(designer.chart.chart().held().orElseThrow() instanceof Target.OfEvent);
        robot.push(KeyCode.ESCAPE);
        assertTrue(designer.chart.chart().held().isEmpty());
    }

    @Test
    void anEventThatIsDraggedUpComesLaterAndTheResultsFollow(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.END);
        var chart = designer.chart.chart();
        Point2D from = chart.localToScreen(chart.place(time("12:01:26"), time("12:08:19")).orElseThrow());
        Point2D to = chart.localToScreen(chart.place(time("12:01:26"), time("12:05:30")).orElseThrow());
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        String arrival = arrivalOf(6);
        assertTrue(arrival.startsWith("12:05:"), arrival);
        await(() -> shown().current() && last("[12:00, 12:02)").equals("14 on time"));
        robot.interact(workspace.editor()::undo);
        assertFalse(workspace.editor().dirty(), "the whole drag is one step");
    }

    private String arrivalOf(int row) {
        Value rows = workspace.editor().design().node("scores").orElseThrow().settings().get("rows").orElseThrow();
        Value.Items cells = (Value.Items) ((Value.Items) rows).items().get(row);
        return ((Value.Text) cells.items().get(1)).text();
    }

    /** What the last pane of a window said, and why it left. */
    private String last(String window) {
        Views views = shown().run().orElseThrow().views();
        return views.charts()
                .get("by2")
                .columns()
                .stream()
                .filter(c -> CLOCK.window(c.start(), c.end()).equals(window))
                .map(c -> c.panes().getLast())
                .map(p -> p.value() + " " + p.timing().word())
                .findFirst()
                .orElse("");
    }

    @Test
    void theResultsAreSavedAsATableButNeverOverTheDesign(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = Files.copy(LATE_ARRIVALS, folder.resolve("mine.json"));
        String design = Files.readString(file);
        open(robot, file);
        robot.push(KeyCode.END).push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        answers.save = Optional.of(folder.resolve("sums.csv"));
        robot.clickOn("Save as CSV…");
        assertEquals(11, Files.readAllLines(folder.resolve("sums.csv")).size(), "a header and ten results");
        await(() -> words(designer.stepNote).equals(List.of("sums.csv is written.")));
        answers.save = Optional.of(file);
        robot.clickOn("Save as CSV…");
        assertEquals("over-the-design", answers.told.getFirst().code());
        assertEquals(design, Files.readString(file));
    }

    @Test
    void theResultsAreSavedFromThePaletteToo(FxRobot robot, @TempDir Path folder)
            throws IOException {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.END);
        answers.save = Optional.of(folder.resolve("found.csv"));
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("csv").push(KeyCode.ENTER);
        await(() -> Files.exists(folder.resolve("found.csv")) && designer.stepNote.isVisible());
        assertEquals(11, Files.readAllLines(folder.resolve("found.csv")).size());
        robot.clickOn(robot.from(designer.stepNote).lookup(".close").queryButton());
        assertFalse(designer.stepNote.isVisible());
    }

    @Test
    void actionsAreFoundByAPartOfTheirName(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("dark").push(KeyCode.ENTER);
        assertTrue(designer.theme().dark());
    }

    @Test
    void aNodeIsKilledWhereThePlayheadIsAndTheKillIsUndone(FxRobot robot) {
        open(robot, Path.of("../designs/faults/new-node.json"));
        robot.interact(() -> workspace.editor().select(Selection.node("count")));
        seek(robot, "12:00:12");
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("kill it").push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of(List.of(Value.of(List.of(Value.of("12:00:12"), Value.of("count")))))),
                workspace.editor().design().settings().get("crashes"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Optional.empty(), workspace.editor().design().settings().get("crashes"));
    }

    @Test
    void aNoteIsAdded(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("note").push(KeyCode.ENTER);
        assertEquals(2, workspace.editor().design().notes().size());
        assertEquals(Optional.of("add note"), workspace.editor().undoName());
    }

    @Test
    void withNothingSelectedTheInspectorShowsTheDesign(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        assertTrue(words(designer.inspector).containsAll(List.of("Design", "Starts at", "Transit time", "Seed")));
        robot.interact(
                () -> workspace.editor().select(Selection.wire("scores.out -> positive.in")));
        assertTrue(words(designer.inspector).containsAll(List.of("Wire", "Transit time")));
    }

    @Test
    void everyFieldOfTheInspectorHasTheColourOfTheTheme(FxRobot robot) {
        robot.interact(() -> designer.dress(Theme.DARK));
        open(robot, Path.of("../designs/examples/generator.json"));
        robot.interact(() -> workspace.editor().select(Selection.node("numbers")));
        // The name's own letters are seen only while it is written: else a label stands over them.
        List<Text> texts = Stream.of(".settings-form .text-input .text", ".node-name .text")
                .flatMap(part -> designer.inspector.lookupAll(part).stream())
                .map(Text.class::cast)
                .filter(t -> !t.getText().isEmpty())
                .toList();
        assertTrue(texts.size() > 5, texts.toString());
        for (Text text : texts)
            assertTrue(((Color) text.getFill()).getBrightness() > 0.6, text.getText() + " is " + text.getFill());
    }
}
