package millrace.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.design.Clock;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.event.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ResultsTest {
    private static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();
    private ResultsView results;
    private ProblemsView problems;
    private final List<String> exported = new ArrayList<>();
    private final List<Problem> picked = new ArrayList<>();

    private static long t(String time) {
        return CLOCK.parse(time).getAsLong();
    }

    private static ResultRow row(int number, String at, String start, String end, String sum, Timing timing,
            int index) {
        return new ResultRow(number, t(at), "by2",
                Optional.of(new ResultRow.Window(t(start), t(end), timing, index, false)), "", List.of(sum), number);
    }

    private static ResultsModel model() {
        return new ResultsModel(CLOCK, List.of("sum"),
                List.of(row(0, "12:05:59", "12:00", "12:02", "5", Timing.ON_TIME, 0),
                        row(1, "12:07:28", "12:02", "12:04", "18", Timing.ON_TIME, 2),
                        row(2, "12:08:19", "12:00", "12:02", "14", Timing.LATE, 1)));
    }

    @Start
    void start(Stage stage) {
        results = new ResultsView();
        results.setModel(model(), Keys.NONE, id -> "Tumbling 2 min");
        results.setOnExport(exported::add);
        problems = new ProblemsView();
        problems.setOnPicked(picked::add);
        problems.setProblems(
                List.of(new Problem(Problem.Severity.WARNING, Location.node("by2"), "silent", "It never fires",
                        Optional.of("set a watermark")),
                        Problem.inWords(Location.setting("by2", "size"), "not-a-duration", "'2 minn' is no duration",
                                "2 min")),
                id -> "Tumbling 2 min");
        Scene scene = new Scene(new VBox(results, problems), 900, 500);
        scene.getStylesheets().addAll(Theme.LIGHT.styleSheets());
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private List<String> sums() {
        TableView<?> table = (TableView<?>) results.lookup(".table-view");
        return table.getItems().stream().map(r -> ((ResultRow) r).values().getFirst()).collect(Collectors.toList());
    }

    @Test
    void onlyWhatHasLeftIsShownTheNewestFirst(FxRobot robot) {
        robot.interact(() -> results.setPlayhead(t("12:07:30")));
        assertEquals(List.of("18", "5"), sums());
        robot.interact(() -> results.setPlayhead(t("12:08:19")));
        assertEquals(List.of("14", "18", "5"), sums());
        robot.interact(() -> results.setPlayhead(t("12:06")));
        assertEquals(List.of("5"), sums());
    }

    /** What a click on a column's head does: the Headless platform takes every press there for the popup trigger. */
    private void sortBy(String column) {
        sortBy((TableView<?>) results.lookup(".table-view"), column);
    }

    private static <R> void sortBy(TableView<R> table, String column) {
        table.getSortOrder()
                .setAll(List.of(
                        table.getColumns().stream().filter(c -> c.getText().equals(column)).findFirst().orElseThrow()));
    }

    @Test
    void figuresSortBySize(FxRobot robot) {
        robot.interact(() -> results.setPlayhead(t("12:09")));
        robot.interact(() -> sortBy("sum"));
        assertEquals(List.of("5", "14", "18"), sums());
    }

    @Test
    void theTableIsToBeHadAsCsv(FxRobot robot) {
        robot.interact(() -> results.setPlayhead(t("12:06")));
        robot.clickOn("Save as CSV…");
        assertEquals(List.of("at,node,windowStart,windowEnd,key,sum,timing,index,retraction\r\n"
                + "12:05:59,by2,12:00:00,12:02:00,,5,on time,0,false\r\n"), exported);
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        ResultRow odd = new ResultRow(0, t("12:06"), "sink", Optional.empty(), "a,b", List.of("say \"hi\""), 0);
        String csv = ResultsCsv.of(new ResultsModel(CLOCK, List.of("text"), List.of(odd)), 1);
        assertTrue(csv.endsWith("12:06:00,sink,,,\"a,b\",\"say \"\"hi\"\"\",,,\r\n"), csv);
    }

    @Test
    void errorsComeFirstAndAClickPicksOne(FxRobot robot) {
        robot.clickOn("It never fires");
        assertEquals("silent", picked.getLast().code());
        Point2D error = robot.lookup("'2 minn' is no duration").query().localToScreen(0, 0);
        Point2D warning = robot.lookup("It never fires").query().localToScreen(0, 0);
        assertTrue(error.getY() < warning.getY());
    }

    @Test
    void changesShowTheirSign() {
        java.nio.file.Path file = java.nio.file.Path.of("../designs/joins/customer-view.json");
        var plan = millrace.compile.Compiler.compile(
                millrace.format.DesignReader.read(file).design().orElseThrow(), millrace.operator.Files.NONE);
        ResultsModel model = ResultsModel.of(millrace.trace.Run.of(plan.value().orElseThrow()).trace());
        assertEquals("change", model.fields().getFirst());
        assertEquals(List.of("+I", "-U", "+U", "+I", "-U", "+U", "-U", "+U", "-D"),
                model.rows().stream().map(r -> r.values().getFirst()).toList());
    }

    @Test
    void theFiveThatWereReadTwiceAreDoubledInThePlainSink() {
        ResultsModel model = ResultsModel.reached(millrace.app.pane.Posed.shown("faults/kill-it").run(), () -> true);
        List<ResultRow> doubled = rows(model, ResultRow.Verdict.DOUBLED);
        assertEquals(List.of("7", "8", "9", "10", "11"), doubled.stream().map(r -> value(model, r)).toList());
        assertTrue(doubled.stream().allMatch(r -> r.node().equals("plain") && r.at() == t("12:00:26")));
        assertEquals(List.of(), rows(model, ResultRow.Verdict.LOST));
        assertEquals(30, rows(model, ResultRow.Verdict.RIGHT).size(), "plain and safe");
        assertTrue(model.rows()
                .stream()
                .filter(r -> r.node().equals("board"))
                .allMatch(r -> r.verdict() == ResultRow.Verdict.UNKNOWN), "a sink by key is judged at the end");
        String csv = ResultsCsv.of(model, model.rows().size());
        assertTrue(csv.lines().findFirst().orElseThrow().endsWith(",retraction,verdict"));
        assertEquals(5, csv.lines().filter(l -> l.endsWith(",doubled")).count());
    }

    @Test
    void withoutCheckpointsTwoOrdersAreLost() {
        var none = millrace.design.Value.of("none");
        ResultsModel model = ResultsModel.reached(millrace.app.pane.Posed.shown("faults/kill-it",
                d -> d.withSettings(d.settings().withAt("checkpoints.guarantee", none))).run(), () -> true);
        List<ResultRow> lost = rows(model, ResultRow.Verdict.LOST).stream()
                .filter(r -> r.node().equals("plain"))
                .toList();
        assertEquals(List.of("12", "13"), lost.stream().map(r -> value(model, r)).toList());
        assertEquals(List.of(t("12:00:23"), t("12:00:25")), lost.stream().map(ResultRow::at).toList());
        assertTrue(lost.stream().allMatch(r -> r.fact() == -1));
    }

    @Test
    void whatReachedTheSinksIsMoreThanWhatLeftTheWindows() {
        var run = millrace.app.pane.Posed.shown("time/late-arrivals").run();
        ResultsModel left = ResultsModel.of(run.trace());
        ResultsModel reached = ResultsModel.reached(run, () -> true);
        assertTrue(left.rows().stream().allMatch(r -> r.node().equals("by2")));
        assertTrue(reached.rows().stream().noneMatch(r -> r.node().equals("by2")));
        assertTrue(reached.windowed(), "panes keep their windows in the sink");
        assertEquals(false, reached.judged());
    }

    private static List<ResultRow> rows(ResultsModel model, ResultRow.Verdict verdict) {
        return model.rows().stream().filter(r -> r.verdict() == verdict).toList();
    }

    private static String value(ResultsModel model, ResultRow row) {
        return row.values().get(model.fields().indexOf("value"));
    }
}
