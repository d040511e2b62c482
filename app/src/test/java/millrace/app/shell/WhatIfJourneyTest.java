package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import millrace.app.editor.Selection;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Event;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What a person lets happen where the playhead is: the run becomes another, and undo takes it back. */
@ExtendWith(ApplicationExtension.class)
class WhatIfJourneyTest extends WindowTest {
    private static final Path READERS = Path.of("../designs/messaging/three-readers.json");
    private static final Path KILL = Path.of("../designs/faults/kill-it.json");
    private static final Path DATABASE = Path.of("../designs/examples/database.json");

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

    private Run run() {
        return shown().run().orElseThrow().run();
    }

    /** "12:00:19 9": when what reached a sink. */
    private List<String> rows(String sink, String field) {
        Run run = run();
        return run.trace().rows(sink, FactKind.REACHED).stream().mapToObj(row -> {
            Event event = ((Fact.Reached) run.trace().fact(row)).event();
            return run.plan().clock().format(run.trace().at(row)) + " "
                    + event.value(event.schema.indexOf(field).orElseThrow());
        }).toList();
    }

    private long notes(Class<? extends FaultNote> kind) {
        return run().trace().facts().filter(f -> f instanceof Fact.Noted n && kind.isInstance(n.note())).count();
    }

    /** Finds an action by its words and does it; then waits for the run. */
    private void does(FxRobot robot, String words) {
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write(words).push(KeyCode.ENTER);
        await(this::settled);
    }

    private boolean settled() {
        return shown().current() && run().plan().design().equals(workspace.editor().design());
    }

    private void select(FxRobot robot, String node) {
        robot.interact(() -> workspace.editor().select(Selection.node(node)));
    }

    /** Takes it back by the button of the note. */
    private void undo(FxRobot robot, Design before) {
        assertTrue(designer.stepNote.isVisible());
        robot.clickOn("#note-undo");
        assertEquals(before, workspace.editor().design());
        assertFalse(designer.stepNote.isVisible());
        await(this::settled);
    }

    /** An event of a source is held, as by a click on it. */
    private void hold(FxRobot robot, String source, int place) {
        int row = run().trace().rows(source, FactKind.EMITTED).get(place);
        robot.interact(() -> designer.screen().asking().hold(((Fact.Emitted) run().trace().fact(row)).event().id));
    }

    @Test
    void aNodeAndTheCoordinatorAreKilled(FxRobot robot) {
        open(robot, KILL);
        Design before = workspace.editor().design();
        seek(robot, "12:00:05");
        select(robot, "count");
        does(robot, "kill it");
        assertEquals(2, notes(FaultNote.Crashed.class));
        assertEquals("At 12:00:05: kill Count", text(".step-note > .label"));
        undo(robot, before);
        assertEquals(1, notes(FaultNote.Crashed.class));
        does(robot, "kill the coord");
        assertTrue(run().trace()
                .facts()
                .anyMatch(f -> f instanceof Fact.Noted n && n.note() instanceof FaultNote.Crashed(boolean c) && c));
        undo(robot, before);
    }

    @Test
    void aConsumerPausesAndIsSlow(FxRobot robot) {
        open(robot, READERS);
        Design before = workspace.editor().design();
        seek(robot, "12:00:15");
        select(robot, "log");
        assertEquals("12:00:20 3", rows("kitchen", "value").get(2));
        does(robot, "pause kitchen for 10 s");
        assertEquals("12:00:25 3", rows("kitchen", "value").get(2));
        undo(robot, before);
        does(robot, "slow kitchen down to 1 s");
        assertEquals("12:00:21 3", rows("kitchen", "value").get(2));
        undo(robot, before);
    }

    @Test
    void forHowLongAConsumerPausesCanBeSaid(FxRobot robot) {
        open(robot, READERS);
        seek(robot, "12:00:15");
        select(robot, "log");
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("pause kitchen for…").push(KeyCode.ENTER);
        assertTrue(designer.valuesForm.isVisible());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("seven").push(KeyCode.ENTER);
        assertTrue(designer.valuesForm.isVisible(), "that is no duration");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("17 s").push(KeyCode.ENTER);
        await(this::settled);
        assertEquals("12:00:32 3", rows("kitchen", "value").get(2));
    }

    @Test
    void anEventIsLeftOutPutOffAndDoubled(FxRobot robot) {
        open(robot, READERS);
        Design before = workspace.editor().design();
        seek(robot, "12:00:15");
        hold(robot, "orders", 1);
        does(robot, "leave out event");
        assertEquals(List.of("12:00:00 1", "12:00:20 3"), rows("kitchen", "value").subList(0, 2));
        undo(robot, before);
        hold(robot, "orders", 1);
        does(robot, "put off event 2 of orders by 1 min");
        assertTrue(rows("kitchen", "value").contains("12:01:10 2"));
        assertEquals("Put off event 2 of Orders by 1 min", text(".step-note > .label"), "it is not done at 12:00:15");
        undo(robot, before);
        hold(robot, "orders", 1);
        does(robot, "double event");
        assertEquals(7, rows("kitchen", "value").size());
        undo(robot, before);
    }

    @Test
    void whatWasMadeOfSeveralEventsCanNotBeTouchedAndItIsSaidWhy(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        int row = run().trace().rows("by2", FactKind.FIRED).get(4);
        robot.interact(() -> designer.screen().asking().ask(row));
        List<WhatIf> refused = designer.window.whatIf().now().stream().filter(w -> w.refused().isPresent()).toList();
        assertTrue(refused.stream()
                .anyMatch(w -> w.name().equals("Leave out the event")
                        && w.refused().equals(Optional.of("It was made of several events: touch one of them"))));
    }

    @Test
    void anEventIsInserted(FxRobot robot) {
        open(robot, READERS);
        Design before = workspace.editor().design();
        seek(robot, "12:00:15");
        select(robot, "orders");
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("insert an event").push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("12:00:04").push(KeyCode.TAB).write("99").push(KeyCode.ENTER);
        await(this::settled);
        assertEquals("12:00:15 99", rows("kitchen", "value").get(2));
        undo(robot, before);
    }

    @Test
    void aSourceIsStopped(FxRobot robot) {
        open(robot, READERS);
        Design before = workspace.editor().design();
        seek(robot, "12:00:25");
        select(robot, "orders");
        does(robot, "stop it for ever");
        assertEquals(List.of("12:00:00 1", "12:00:10 2", "12:00:20 3"), rows("kitchen", "value"));
        undo(robot, before);
        does(robot, "stop it for 1 min");
        assertEquals("12:01:25 4", rows("kitchen", "value").get(3));
        undo(robot, before);
    }

    @Test
    void aRowOfADatabaseIsEdited(FxRobot robot) {
        open(robot, DATABASE);
        Design before = workspace.editor().design();
        seek(robot, "12:00:15");
        select(robot, "prices");
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("edit a row").push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("tea").push(KeyCode.TAB);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("9").push(KeyCode.ENTER);
        await(this::settled);
        assertEquals(List.of("12:00:15 2", "12:00:15 9"), rows("changes", "price").subList(2, 4));
        undo(robot, before);
    }

    /** What stands in the lines of the form. */
    private List<String> entries() {
        return designer.valuesForm.lookupAll(".values-entry").stream().map(n -> switch (n) {
            case ComboBox<?> box -> box.getEditor().getText();
            case TextField field -> field.getText();
            default -> throw new AssertionError(n);
        }).toList();
    }

    private void askRow(FxRobot robot, String at) {
        seek(robot, at);
        select(robot, "prices");
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("edit a row").push(KeyCode.ENTER);
    }

    private Value lastEdit() {
        return ((Value.Items) workspace.editor()
                .design()
                .node("prices")
                .orElseThrow()
                .settings()
                .get("edits")
                .orElseThrow())
                .items()
                .getLast();
    }

    private static Value edit(String at, String what, String item, Value price) {
        return Value.of(List.of(Value.of(at), Value.of(what), Value.of(item), price));
    }

    /** Defect: it opened with empty fields, and what was not filled in anew was lost. */
    @Test
    void theFormOfARowHoldsWhatIsThereAndFollowsTheKey(FxRobot robot) {
        open(robot, DATABASE);
        Design before = workspace.editor().design();
        askRow(robot, "12:00:21");
        assertEquals(List.of("tea", "3"), entries(), "the first row, as it is at 12:00:21");
        assertEquals("The row tea is so already: nothing would change", text("#values-note"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("jam");
        assertEquals(List.of("jam", "4"), entries());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("fig");
        assertEquals(List.of("fig", "4"), entries());
        assertEquals("There is no fig yet: a row is inserted", text("#values-note"));
        assertTrue(designer.valuesForm.lookup("#values-other").isDisabled(), "nothing to delete");
        robot.push(KeyCode.TAB).push(KeyCode.SHORTCUT, KeyCode.A).write("6").push(KeyCode.ENTER);
        await(this::settled);
        assertEquals(edit("12:00:21", "insert", "fig", Value.of(6)), lastEdit());
        assertTrue(rows("changes", "price").contains("12:00:21 6"));
        undo(robot, before);
    }

    @Test
    void aRowOfADatabaseIsDeletedUnlessALaterEditNeedsIt(FxRobot robot) {
        open(robot, DATABASE);
        Design before = workspace.editor().design();
        askRow(robot, "12:00:26");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("jam");
        robot.clickOn("#values-other");
        assertEquals("The edit at 12:00:30 needs the row jam: change that one first", text("#values-problem"));
        assertEquals(before, workspace.editor().design());
        robot.clickOn(designer.valuesForm.lookup(".values-entry"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("tea");
        robot.clickOn("#values-other");
        await(this::settled);
        assertEquals(edit("12:00:26", "delete", "tea", new Value.Nothing()), lastEdit());
        assertEquals("12:00:26 3", rows("changes", "price").get(4));
        undo(robot, before);
    }

    /** Defect: it was offered twice, under two names. */
    @Test
    void aNodeIsKilledInOnePlaceOfItsMenu(FxRobot robot) {
        open(robot, KILL);
        select(robot, "count");
        List<String> names = new ArrayList<>();
        robot.interact(() -> names(new Menus(designer).ofInspector(), names));
        assertEquals(List.of("Kill it", "Kill the coordinator"),
                names.stream().filter(n -> n.startsWith("Kill")).toList());
        robot.interact(() -> workspace.editor().select(Selection.NONE));
        assertTrue(designer.window.whatIf()
                .now()
                .stream()
                .anyMatch(w -> w.name().equals("Kill it")
                        && w.refused().equals(Optional.of("Select one node first"))));
    }

    private static void names(List<MenuItem> items, List<String> names) {
        for (MenuItem item : items) {
            names.add(String.valueOf(item.getText()));
            if (item instanceof Menu menu) names(menu.getItems(), names);
        }
    }

    @Test
    void aCheckpointIsTriggeredWhereThereAreAny(FxRobot robot) {
        open(robot, KILL);
        Design before = workspace.editor().design();
        long usual = notes(FaultNote.Began.class);
        seek(robot, "12:00:05");
        does(robot, "trigger a check");
        assertEquals(usual + 1, notes(FaultNote.Began.class));
        undo(robot, before);
        open(robot, READERS);
        WhatIf refused = designer.window.whatIf()
                .now()
                .stream()
                .filter(w -> w.name().equals("Trigger a checkpoint"))
                .findFirst()
                .orElseThrow();
        assertEquals("The run has no checkpoints: choose a guarantee first", refused.action().whyNot());
    }

    @Test
    void theMenuOfANodeOffersIt(FxRobot robot) {
        open(robot, READERS);
        Design before = workspace.editor().design();
        seek(robot, "12:00:15");
        robot.rightClickOn(head("orders"));
        robot.moveTo("What if, at 12:00:15");
        await(() -> robot.lookup("Stop it for ever").tryQuery().isPresent());
        robot.clickOn("Stop it for ever");
        await(this::settled);
        assertNotEquals(before, workspace.editor().design());
        undo(robot, before);
    }

    @Test
    void theMenuOfAnEventOnTheChartOffersIt(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        robot.interact(() -> workspace.playhead().seek(workspace.playhead().to()));
        var chart = designer.chart.chart();
        robot.rightClickOn(chart.localToScreen(chart.place(time("12:01:26"), time("12:08:19")).orElseThrow()));
        await(() -> robot.lookup("Leave out event 7 of Scores").tryQuery().isPresent());
        robot.clickOn("Leave out event 7 of Scores");
        await(this::settled);
        assertTrue(rows("totals", "sum").stream().noneMatch(r -> r.endsWith(" 14")), rows("totals", "sum").toString());
        undo(robot, before);
    }

    @Test
    void aSettingIsAnotherFromNowOn(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        Design before = workspace.editor().design();
        List<String> usual = rows("totals", "sum");
        seek(robot, "12:06:30");
        robot.clickOn(head("by2"));
        robot.clickOn(fromNow("Size"));
        robot.clickOn(robot.lookup(".duration-field .text-input").nth(0).<TextField>query());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("1").push(KeyCode.ENTER);
        await(this::settled);
        assertEquals(before.node("by2"), workspace.editor().design().node("by2"), "the setting itself stays");
        assertTrue(words(designer.inspector).contains("from 12:06:30: 1 min"));
        assertEquals("Change Size of Tumbling 2 min from 12:06:30 on", words(designer.stepNote).getFirst());
        assertTrue(((Text) designer.inspector.lookup(".scheduled .label .text")).getText()
                .replace('\n', ' ')
                .endsWith("1 min"), "it is to be read whole");
        assertNotEquals(usual, rows("totals", "sum"));
        assertEquals(usual.subList(0, 2), rows("totals", "sum").subList(0, 2), "what was before stays");
        robot.clickOn(".take-back");
        assertEquals(before, workspace.editor().design());
        robot.interact(() -> workspace.editor().undo());
        robot.interact(() -> workspace.editor().undo());
        assertEquals(before, workspace.editor().design());
    }

    private Node fromNow(String label) {
        return designer.inspector.lookupAll(".from-now")
                .stream()
                .filter(n -> n.getAccessibleText().equals(label + ", from now on"))
                .findFirst()
                .orElseThrow();
    }
}
