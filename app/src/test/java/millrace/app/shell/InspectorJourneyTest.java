package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import millrace.app.editor.Selection;
import millrace.design.Design;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What a person types into the inspector. */
@ExtendWith(ApplicationExtension.class)
class InspectorJourneyTest extends WindowTest {
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

    private void select(FxRobot robot, String... nodes) {
        robot.interact(() -> workspace.editor().select(Selection.nodes(List.of(nodes))));
    }

    private Optional<Value> at(String node, String path) {
        return workspace.editor().design().node(node).orElseThrow().settings().at(path);
    }

    /** The field that a label is for. */
    private Node field(String label) {
        return designer.inspector.lookupAll(".setting-label")
                .stream()
                .map(Label.class::cast)
                .filter(l -> l.getText().equals(label))
                .map(Label::getLabelFor)
                .findFirst()
                .orElseThrow();
    }

    private void into(FxRobot robot, String path) {
        robot.interact(() -> assertTrue(designer.inspector.focus(path), path));
    }

    private void all(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
    }

    @Test
    void whatIsTypedIsCheckedWhileItIsTypedAndIsOneStep(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        select(robot, "by2");
        into(robot, "size");
        all(robot);
        robot.write("x");
        await(() -> words(designer.inspector).stream().anyMatch(w -> w.startsWith("'x' is not a duration")));
        assertTrue(field("Size").isFocused(), "the cursor stays");
        all(robot);
        robot.write("4 min");
        await(() -> at("by2", "size").equals(Optional.of(Value.of("4 min"))) && shown().current());
        assertFalse(words(designer.inspector).stream().anyMatch(w -> w.contains("is not a duration")));
        robot.push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        assertTrue(designer.canvas.isFocused(), "Escape leads back to the canvas");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, workspace.editor().design());
    }

    @Test
    void escapeTakesBackWhatWasTypedAndThenLeaves(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "positive");
        into(robot, "condition");
        robot.push(KeyCode.END).write(" && value < 9");
        await(() -> at("positive", "condition").equals(Optional.of(Value.of("value > 0 && value < 9"))));
        robot.push(KeyCode.ESCAPE);
        assertEquals(Optional.of(Value.of("value > 0")), at("positive", "condition"));
        assertTrue(field("Condition").isFocused());
        robot.push(KeyCode.ESCAPE);
        assertTrue(designer.canvas.isFocused());
    }

    @Test
    void arrowsMakeNumbersMoreAndLessButNeverMoreThanTheyMayBe(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "positive");
        into(robot, "instances");
        robot.push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of(3)), at("positive", "instances"));
        robot.push(KeyCode.SHIFT, KeyCode.UP).push(KeyCode.SHIFT, KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of(16)), at("positive", "instances"));
        robot.interact(() -> workspace.editor().select(Selection.NONE));
        into(robot, "clock");
        robot.push(KeyCode.UP).push(KeyCode.SHIFT, KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of("12:06:01")), workspace.editor().design().settings().get("clock"));
    }

    @Test
    void theRunThatComesWhileAFieldIsFilledInLeavesItAsItIs(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        into(robot, "clock");
        robot.push(KeyCode.UP).push(KeyCode.ENTER);
        await(() -> shown().current());
        robot.push(KeyCode.SHIFT, KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of("12:06:01")), workspace.editor().design().settings().get("clock"));
    }

    @Test
    void anEmptiedFieldTakesTheUsualValue(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "by2");
        into(robot, "lateness");
        all(robot);
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.ENTER);
        assertEquals(Optional.empty(), at("by2", "lateness"));
        await(() -> shown().current());
    }

    @Test
    void anExpressionIsCompletedWhileItIsTypedAndAtCtrlSpace(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "positive");
        into(robot, "condition");
        all(robot);
        robot.write("va");
        await(() -> popup(robot));
        robot.push(KeyCode.ENTER);
        TextField field = (TextField) field("Condition");
        assertEquals("value", field.getText());
        robot.write(" < ");
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        await(() -> popup(robot));
        robot.write("ma");
        await(() -> popup(robot));
        robot.push(KeyCode.TAB);
        assertEquals("value < max()", field.getText());
        robot.write("3, 4").push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of("value < max(3, 4)")), at("positive", "condition"));
    }

    private static boolean popup(FxRobot robot) {
        return robot.listWindows()
                .stream()
                .anyMatch(w -> w.isShowing() && w.getScene() != null
                        && w.getScene().getRoot().lookup(".completions") != null);
    }

    @Test
    void whatIsWrongIsUnderlinedWhereItStandsAndPutRightBesideTheField(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "positive");
        into(robot, "condition");
        all(robot);
        robot.write("value > 0 && valu < 9");
        await(() -> words(designer.inspector).stream().anyMatch(w -> w.startsWith("there is no field 'valu'")));
        TextField field = (TextField) field("Condition");
        Polyline wave = (Polyline) designer.inspector.lookup(".slip");
        await(() -> !wave.getPoints().isEmpty());
        double letter = field.getFont().getSize() * 0.6;
        double from = wave.getPoints().getFirst();
        double to = wave.getPoints().get(wave.getPoints().size() - 2);
        assertEquals(4 * letter, to - from, letter, "four letters wide");
        assertEquals(13 * letter, from - 10, letter, "behind the first thirteen");
        robot.clickOn(".setting .fix");
        assertEquals(Optional.of(Value.of("value > 0 && value < 9")), at("positive", "condition"));
        await(() -> shown().current());
        await(() -> wave.getPoints().isEmpty());
    }

    private TableView<?> table(String label) {
        return (TableView<?>) field(label);
    }

    private void copy(FxRobot robot, String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private List<Value> rows() {
        return ((Value.Items) at("scores", "rows").orElseThrow()).items();
    }

    @Test
    void rowsArePastedFromASpreadsheetAsOneStep(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        select(robot, "scores");
        into(robot, "rows[7]");
        copy(robot,
                "Value\tArrives\tHappened\tColour\r\n21\t12:08:50 PM\t12:07:30\tred\r\n22\t12:08:55\t12:07:31\t\"a \"\"b\"\"\"\r\n"
                        + "23\t12:08:56\t12:07:32\t\r\n");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(10, rows().size(), "two rows are written over, one comes after");
        assertEquals(Value.of(List.of(Value.of("12:07:30"), Value.of("12:08:50"), Value.of(21))), rows().get(7));
        assertEquals(Value.of(List.of(Value.of("12:07:32"), Value.of("12:08:56"), Value.of(23))), rows().get(9));
        assertTrue(words(designer.inspector).contains(
                "4 columns were pasted, 3 have a place here: the others were left out."));
        await(() -> shown().current());
        robot.interact(() -> workspace.editor().undo());
        assertEquals(before, workspace.editor().design());
    }

    @Test
    void aTableIsTypedAsInASpreadsheet(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "scores");
        into(robot, "rows[8]");
        robot.push(KeyCode.ENTER);
        all(robot);
        robot.write("12:07:47").push(KeyCode.TAB);
        all(robot);
        robot.write("12:09:01").push(KeyCode.TAB);
        all(robot);
        robot.write("2").push(KeyCode.TAB);
        assertEquals(Value.of(List.of(Value.of("12:07:47"), Value.of("12:09:01"), Value.of(2))), rows().get(8));
        assertEquals(10, rows().size(), "Tab in the last cell begins another row");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.INSERT);
        assertEquals(11, rows().size());
        robot.push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.DELETE);
        assertEquals(9, rows().size(), "two rows were selected");
        robot.push(KeyCode.ESCAPE);
        assertTrue(designer.canvas.isFocused());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(11, rows().size(), "both come back as one step");
    }

    @Test
    void aWrongCellIsMarked(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "scores");
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.set("scores", "rows[1][1]", Value.of("25:99"))));
        await(() -> table("Events").lookupAll(".table-cell")
                .stream()
                .filter(c -> c.getPseudoClassStates().stream().anyMatch(p -> p.getPseudoClassName().equals("wrong")))
                .count() == 1);
    }

    @Test
    void whatWasTypedBelongsToTheNodeItWasTypedFor(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "positive");
        into(robot, "workTime");
        all(robot);
        robot.write("7");
        select(robot, "totals");
        assertEquals(Optional.of(Value.of("7 s")), at("positive", "workTime"));
        assertEquals(Optional.empty(), at("totals", "workTime"));
    }

    @Test
    void expressionsInTablesAreCompletedAndMendedToo(FxRobot robot) {
        open(robot, Path.of("../designs/examples/compute.json"));
        String node = workspace.editor()
                .design()
                .nodes()
                .stream()
                .filter(n -> n.type().equals("compute"))
                .findFirst()
                .orElseThrow()
                .id();
        String field = ((Value.Group) at(node, "fields").orElseThrow()).fields().firstEntry().getKey();
        select(robot, node);
        into(robot, "fields." + field);
        robot.push(KeyCode.ENTER);
        all(robot);
        robot.write("ab");
        await(() -> popup(robot));
        robot.push(KeyCode.ENTER).write("1").push(KeyCode.ENTER);
        assertEquals(Optional.of(Value.of("abs(1)")), at(node, "fields." + field));
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.set(node, "fields." + field, Value.of("abss(1)"))));
        await(() -> designer.inspector.lookupAll(".fix").stream().anyMatch(Node::isVisible));
        robot.push(KeyCode.ESCAPE);
        robot.clickOn(".setting .fix");
        assertEquals(Optional.of(Value.of("abs(1)")), at(node, "fields." + field));
    }

    @Test
    void severalNodesAreSetTogether(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        select(robot, "positive", "by2", "totals");
        assertTrue(words(designer.inspector).containsAll(List.of("of several types", "Work time", "Instances")));
        assertFalse(words(designer.inspector).contains("Size"), "only a window has one");
        into(robot, "workTime");
        all(robot);
        robot.write("2").push(KeyCode.ENTER);
        for (String node : List.of("positive", "by2", "totals"))
            assertEquals(Optional.of(Value.of("2 s")), at(node, "workTime"));
        robot.interact(() -> workspace.editor().undo());
        assertEquals(before, workspace.editor().design());
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "workTime", Value.of("1 s"))));
        assertEquals("", ((TextField) field("Work time")).getText(), "they differ");
    }

    @Test
    void aNoteIsWrittenInTheInspector(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        String note = workspace.editor().design().notes().getFirst().id();
        robot.interact(() -> workspace.editor().select(Selection.note(note)));
        into(robot, "text");
        assertTrue(field("Text") instanceof TextArea);
        all(robot);
        robot.write("Look");
        await(() -> workspace.editor().design().notes().getFirst().text().equals("Look"));
    }

    @Test
    void aNodeOfAnUnknownTypeIsKeptAndCanBeMadeAKnownOne(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"),
                Files.readString(LATE_ARRIVALS).replace("\"tumbling\"", "\"tumbing\""));
        disk(robot, () -> workspace.open(file));
        await(() -> designer.problems.count() == 1);
        select(robot, "by2");
        assertTrue(words(designer.inspector).contains("Unknown type 'tumbing'"));
        robot.clickOn(".setting .fix");
        await(() -> shown().current());
        assertTrue(words(designer.inspector).contains("Allowed lateness"), "its settings are still there");
    }

    @Test
    void aFileIsChosenBesideTheDesignOnly(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = Files.copy(Path.of("../designs/examples/file.json"), folder.resolve("file.json"));
        Path data = Files.copy(Path.of("../designs/examples/letters.jsonl"), folder.resolve("mine.jsonl"));
        disk(robot, () -> workspace.open(file));
        await(() -> shown().progress().isEmpty());
        String node = workspace.editor()
                .design()
                .nodes()
                .stream()
                .filter(n -> n.type().equals("file"))
                .findFirst()
                .orElseThrow()
                .id();
        select(robot, node);
        answers.data = Optional.of(Path.of("/etc/hosts"));
        robot.clickOn("…");
        assertEquals("not-beside", answers.told.getFirst().code());
        answers.data = Optional.of(data);
        robot.clickOn("…");
        assertEquals(Optional.of(Value.of("mine.jsonl")), at(node, "file"));
        await(() -> shown().current());
    }

    @Test
    void aFrameHasATitleAColourAndANote(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.addFrame("Counting", new millrace.design.Point(0, 0), 400, 300)));
        assertTrue(words(designer.inspector).containsAll(List.of("Counting", "Frame", "Colour", "Note")),
                words(designer.inspector).toString());
        robot.interact(() -> {
            designer.inspector.focus("note");
        });
        robot.write("Why");
        await(() -> frame().note().equals("Why"));
        robot.interact(() -> workspace.editor()
                .dispatch(new SettingEdits(designer.edits)
                        .set(new millrace.app.inspector.Subject.OfFrame(frame()), "colour", Value.of("green"))));
        assertEquals("green", frame().colour());
        robot.interact(() -> designer.inspector.editName());
        robot.write("Sums").push(KeyCode.ENTER);
        assertEquals("Sums", frame().title());
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("Counting", frame().title());
        assertEquals("", frame().note(), "writing the note was one step");
    }

    private millrace.design.Frame frame() {
        return workspace.editor().design().frames().getFirst();
    }

    @Test
    void aLongNameIsCutWithPointsAndStandsWholeInATip(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "by2");
        javafx.scene.control.TextField name = (javafx.scene.control.TextField) designer.inspector
                .lookup(".node-name-field");
        Label title = (Label) designer.inspector.lookup(".node-name");
        robot.interact(() -> assertFalse(title.isTextTruncated()));
        assertEquals(null, name.getTooltip());
        String longName = "The tumbling window of two minutes that counts all scores by their event time";
        robot.interact(() -> workspace.editor().dispatch(designer.edits.rename("by2", longName)));
        await(title::isTextTruncated);
        assertEquals(longName, name.getTooltip().getText());
        robot.interact(() -> designer.inspector.editName());
        assertFalse(title.isVisible(), "who writes it sees the field itself");
    }

    @Test
    void aNameThatIsLeftEmptyIsTheOldOneAgain(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.inspector.editName());
        robot.write(" ").push(KeyCode.TAB);
        assertEquals("Late arrivals", ((Label) designer.inspector.lookup(".node-name")).getText());
        assertEquals("Late arrivals", workspace.editor().design().name());
        assertFalse(workspace.editor().dirty());
    }

    @Test
    void everyFieldHasALabelThatIsRead(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        for (String node : List.of("scores", "by2", "totals")) {
            select(robot, node);
            for (Node label : designer.inspector.lookupAll(".setting-label")) {
                Node field = ((Label) label).getLabelFor();
                assertEquals(((Label) label).getText(), field.getAccessibleText());
                assertFalse(field.getAccessibleHelp().isBlank());
            }
        }
    }

    @Test
    void helpShowsWhatANodeDoesInAPictureAndOpensItsExample(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        select(robot, "by2");
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.F1);
        assertTrue(words(designer.help).containsAll(List.of("Tumbling", "The common mistake", "Its settings")));
        await(() -> designer.help.pictureRuns());
        robot.clickOn("Open the example");
        await(() -> shown().current() && !designer.help.isVisible());
        assertTrue(workspace.editor().design().nodes().stream().anyMatch(n -> n.type().equals("tumbling")));
        assertTrue(workspace.file().isEmpty(), "a copy, which is in no file");
        assertFalse(workspace.editor().dirty());
    }

    @Test
    void withoutASelectionHelpIsTheSheetOfAllKeys(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.F1);
        List<String> words = words(designer.shortcuts);
        for (Action action : designer.window.actions().all()) {
            if (action.keys().isEmpty()) continue;
            assertTrue(words.contains(action.name().get()), action.id());
            assertTrue(words.contains(action.keyText()), action.id());
        }
        robot.push(KeyCode.ESCAPE);
        assertFalse(designer.shortcuts.isVisible());
        assertTrue(designer.canvas.isFocused());
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        assertTrue(designer.shortcuts.isVisible());
    }
}
