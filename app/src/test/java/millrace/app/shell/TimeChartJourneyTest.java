package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import millrace.app.chart.ChartModel.Column;
import millrace.design.Durations;
import millrace.design.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What a person drags on the time chart: the results follow before the hand lets go, and each drag is one step. */
@ExtendWith(ApplicationExtension.class)
class TimeChartJourneyTest extends WindowTest {
    private static final Path SESSIONS = Path.of("../designs/time/sessions.json");
    private @TempDir Path folder;
    private Path bounded = LATE_ARRIVALS;

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

    /** The late arrivals, their watermark 30 s behind the newest, their windows kept for a minute. */
    @BeforeEach
    void write() throws IOException {
        String text = Files.readString(LATE_ARRIVALS);
        int from = text.indexOf("\"watermark\": {");
        int to = text.indexOf("},", from);
        String design = text.substring(0, from) + "\"watermark\": {\"strategy\": \"bounded\", \"bound\": \"30 s\""
                + text
                        .substring(to);
        bounded = folder.resolve("bounded.json");
        Files.writeString(bounded, design.replaceFirst("\"lateness\": \"10 min\"", "\"lateness\": \"1 min\""));
    }

    private Point2D at(String eventTime, String arrival) {
        var chart = designer.chart.chart();
        return chart.localToScreen(chart.place(time(eventTime), time(arrival)).orElseThrow());
    }

    private Optional<String> setting(String node, String path) {
        Value value = workspace.editor().design().node(node).orElseThrow().settings();
        for (String part : path.split("[.]")) {
            Optional<Value> inner = ((Value.Group) value).get(part);
            if (inner.isEmpty()) return Optional.empty();
            value = inner.get();
        }
        return value instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty();
    }

    private void is(String expected, String node, String path, long within) {
        long found = Durations.parse(setting(node, path).orElseThrow()).orElseThrow();
        assertEquals(Durations.parse(expected).orElseThrow(), found, within, setting(node, path).toString());
    }

    /** Takes what is at a place, which shows that it can be taken, and brings it to another, without letting go. */
    private void take(FxRobot robot, Point2D from, Point2D to, Cursor shown) {
        robot.moveTo(from);
        assertEquals(shown, designer.chart.chart().getCursor());
        robot.press(MouseButton.PRIMARY).moveTo(to);
    }

    private void letGoAndUndo(FxRobot robot) {
        robot.release(MouseButton.PRIMARY);
        assertTrue(workspace.editor().dirty());
        robot.interact(workspace.editor()::undo);
        assertFalse(workspace.editor().dirty(), "the whole drag is one step");
    }

    private List<String> windows(String node) {
        return shown().run()
                .orElseThrow()
                .views()
                .charts()
                .get(node)
                .columns()
                .stream()
                .map(this::said)
                .toList();
    }

    private String said(Column c) {
        var clock = shown().run().orElseThrow().run().plan().clock();
        return clock.window(c.start(), c.end()) + (c.panes().isEmpty() ? "" : " " + c.panes().getLast().value());
    }

    @Test
    void anEventThatIsDraggedSidewaysHappenedAtAnotherTime(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.END);
        take(robot, at("12:01:26", "12:08:19"), at("12:06:20", "12:08:19"), Cursor.MOVE);
        await(() -> windows("by2").contains("[12:06, 12:08) 21"));
        Value.Items rows = (Value.Items) workspace.editor()
                .design()
                .node("scores")
                .orElseThrow()
                .settings()
                .get("rows")
                .orElseThrow();
        List<Value> nine = ((Value.Items) rows.items().get(6)).items();
        assertTrue(((Value.Text) nine.get(0)).text().startsWith("12:06:"), nine.toString());
        assertEquals(Value.of("12:08:19"), nine.get(1));
        letGoAndUndo(robot);
    }

    @Test
    void theWatermarksLineIsTheBound(FxRobot robot) {
        open(robot, bounded);
        robot.push(KeyCode.END);
        assertEquals(1, drops());
        take(robot, at("12:06:09", "12:08:00"), at("12:02:09", "12:08:00"), Cursor.H_RESIZE);
        await(() -> drops() == 0);
        is("4 min 30 s", "scores", "watermark.bound", 2_000);
        letGoAndUndo(robot);
    }

    private long drops() {
        var model = shown().run().orElseThrow().views().charts().get("by2");
        return java.util.stream.IntStream.range(0, model.arrivals().size())
                .filter(i -> model.arrivals().fate(i) == millrace.app.chart.ChartModel.Fate.DROPPED)
                .count();
    }

    @Test
    void aWindowsRightEdgeIsTheSizeAndItsStartStays(FxRobot robot) {
        open(robot, bounded);
        robot.push(KeyCode.END);
        take(robot, at("12:04", "12:06:20"), at("12:05", "12:06:20"), Cursor.H_RESIZE);
        await(() -> windows("by2").stream().anyMatch(w -> w.startsWith("[12:02, 12:05)")));
        assertEquals(Optional.of("3 min"), setting("by2", "size"));
        assertEquals(Optional.of("2 min"), setting("by2", "offset"));
        letGoAndUndo(robot);
    }

    @Test
    void aWindowsLeftEdgeIsTheOffset(FxRobot robot) {
        open(robot, bounded);
        robot.push(KeyCode.END);
        take(robot, at("12:04", "12:08:00"), at("12:04:30", "12:08:00"), Cursor.H_RESIZE);
        await(() -> windows("by2").stream().anyMatch(w -> w.startsWith("[12:02:30, 12:04:30)")));
        is("30 s", "by2", "offset", 0);
        letGoAndUndo(robot);
    }

    @Test
    void aWindowsUpperEdgeIsTheLateness(FxRobot robot) {
        open(robot, bounded);
        robot.push(KeyCode.END);
        take(robot, at("12:02:30", "12:07:19"), at("12:02:30", "12:08:50"), Cursor.V_RESIZE);
        await(() -> Optional.of("2 min 56 s").equals(setting("by2", "lateness")));
        letGoAndUndo(robot);
    }

    @Test
    void theHorizonIsTheLateness(FxRobot robot) {
        open(robot, bounded);
        robot.push(KeyCode.END);
        take(robot, at("12:05:09", "12:08:00"), at("12:01:09", "12:08:00"), Cursor.H_RESIZE);
        await(() -> drops() == 0);
        is("5 min", "by2", "lateness", 2_000);
        letGoAndUndo(robot);
    }

    @Test
    void aSessionsRightEdgeIsTheGap(FxRobot robot) {
        open(robot, SESSIONS);
        robot.push(KeyCode.END);
        take(robot, at("12:00:25", "12:00:30"), at("12:00:19", "12:00:30"), Cursor.H_RESIZE);
        await(() -> windows("visit").size() == 4);
        is("4 s", "visit", "gap", 300);
        letGoAndUndo(robot);
    }

    @Test
    void theUpperEdgeOfABandIsTheSize(FxRobot robot) throws IOException {
        Path clock = folder.resolve("by-the-clock.json");
        Files.writeString(clock, Files.readString(bounded)
                .replaceFirst("\"lateness\": \"1 min\"", "\"time\": \"processing\""));
        open(robot, clock);
        robot.push(KeyCode.END);
        assertTrue(windows("by2").stream().anyMatch(w -> w.startsWith("[12:06, 12:08)")), windows("by2").toString());
        List<String> before = windows("by2");
        take(robot, at("12:03:30", "12:06"), at("12:03:30", "12:07"), Cursor.V_RESIZE);
        await(() -> windows("by2").stream().anyMatch(w -> w.startsWith("[12:04, 12:07)")));
        assertEquals(Optional.of("3 min"), setting("by2", "size"));
        assertEquals(Optional.of("1 min"), setting("by2", "offset"));
        letGoAndUndo(robot);
        await(() -> windows("by2").equals(before));
    }

    private void wheel(double x, double y) {
        Node canvas = designer.chart.chart().getChildrenUnmodifiable().getFirst();
        Point2D at = designer.chart.chart().localToScene(x, y);
        canvas.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false, false,
                false, false, true, false, 0,
                120, 0, 120, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0,
                0, null));
        designer.layout();
    }

    /** Where the playhead is between the lower and the upper end of the paper. */
    private double height() {
        var chart = designer.chart.chart();
        long head = workspace.playhead().time();
        double y = chart.place(time("12:02:00"), head).orElseThrow().getY();
        return (chart.getHeight() - 44 - y) / (chart.getHeight() - 44 - 28);
    }

    @Test
    void thePaperGoesWithThePlayheadUntilAHandMovesIt(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        seek(robot, "12:05:59");
        var chart = designer.chart.chart();
        for (int i = 0; i < 4; i++)
            robot.interact(() -> wheel(chart.getWidth() / 3, chart.getHeight() / 2));
        robot.interact(() -> workspace.playhead().playingProperty().set(true));
        for (String time : List.of("12:06:13", "12:06:39", "12:07:30", "12:08:19")) {
            seek(robot, time);
            assertTrue(height() > 0.28 && height() < 0.72, time + " at " + height());
        }
        robot.interact(() -> workspace.playhead().playingProperty().set(false));
        seek(robot, "12:07:30");
        Point2D before = chart.place(time("12:02:00"), time("12:07:30")).orElseThrow();
        Point2D grip = chart.localToScreen(chart.getWidth() / 2, chart.getHeight() / 2);
        robot.moveTo(grip).press(MouseButton.PRIMARY).moveTo(grip.add(0, 40)).release(MouseButton.PRIMARY);
        assertEquals(40, chart.place(time("12:02:00"), time("12:07:30")).orElseThrow().getY() - before.getY(), 4);
        ToggleButton follow = (ToggleButton) designer.lookup("#chart-follow");
        assertFalse(follow.isSelected());
        double panned = chart.place(time("12:02:00"), time("12:07:30")).orElseThrow().getY();
        seek(robot, "12:05:59");
        assertEquals(panned, chart.place(time("12:02:00"), time("12:07:30")).orElseThrow().getY(), 0.5,
                "it lies still");
        robot.clickOn(follow);
        assertTrue(height() > 0.28 && height() < 0.72, "asked again: " + height());
    }

    @Test
    void whatIsDeletedStandsInNoChart(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        assertTrue(designer.chart.chart().place(time("12:01:00"), time("12:06:00")).isPresent());
        robot.interact(() -> designer.canvas.requestFocus());
        robot.press(KeyCode.SHORTCUT).push(KeyCode.A).release(KeyCode.SHORTCUT).push(KeyCode.DELETE);
        await(() -> shown().current());
        assertTrue(designer.chart.chart().place(0, 0).isEmpty(), "no paper is left");
        assertTrue(designer.empty.isVisible(), "and it is said why");
        robot.interact(() -> workspace.editor().undo());
        await(() -> shown().current() && !designer.empty.isVisible());
        assertTrue(designer.chart.chart().place(time("12:01:00"), time("12:06:00")).isPresent());
    }
}
