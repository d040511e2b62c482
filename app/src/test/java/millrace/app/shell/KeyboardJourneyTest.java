package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.Wire;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A design is made, changed, looked through and saved without a mouse. */
@ExtendWith(ApplicationExtension.class)
class KeyboardJourneyTest extends WindowTest {
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

    private Design design() {
        return workspace.editor().design();
    }

    private String selected() {
        return workspace.editor().state().selection().nodes().getFirst();
    }

    private List<String> types() {
        return design().nodes().stream().map(Node::type).toList();
    }

    private List<String> wires() {
        return design().wires().stream().map(Wire::id).toList();
    }

    /** Event list, tumbling window, results: wired as they are added. */
    private void chain(FxRobot robot) {
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.TAB).write("event list").push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER).write("tumbling").push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER).write("results").push(KeyCode.ENTER);
    }

    @Test
    void aGraphIsMadeAndWired(FxRobot robot) {
        chain(robot);
        assertEquals(List.of("timetable", "tumbling", "results"), types());
        assertEquals(2, wires().size(), wires().toString());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(List.of("timetable"), types());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(2, wires().size());
    }

    @Test
    void twoNodesAreConnected(FxRobot robot) {
        chain(robot);
        robot.push(KeyCode.ESCAPE).push(KeyCode.TAB).write("results").push(KeyCode.ENTER);
        String lone = selected();
        robot.push(KeyCode.C).push(KeyCode.ENTER);
        assertEquals(3, wires().size(), wires().toString());
        assertTrue(wires().stream().anyMatch(w -> w.endsWith(lone + ".in")), wires().toString());
    }

    @Test
    void nodesAreNamedMovedArrangedCopiedAndTakenOut(FxRobot robot) {
        chain(robot);
        String results = selected();
        robot.push(KeyCode.F2).push(KeyCode.SHORTCUT, KeyCode.A).write("Totals").push(KeyCode.ENTER);
        assertEquals("Totals", design().node(results).orElseThrow().name());
        Point before = design().node(results).orElseThrow().at();
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN);
        assertEquals(new Point(before.x() + 12, before.y() + 12), design().node(results).orElseThrow().at());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.C).push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(6, design().nodes().size());
        assertEquals(4, design().wires().size(), "the wires within come along");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(3, design().nodes().size());
        List<Point> places = design().nodes().stream().map(Node::at).toList();
        robot.push(KeyCode.ESCAPE).push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        await(() -> !places.equals(design().nodes().stream().map(Node::at).toList()));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(places, design().nodes().stream().map(Node::at).toList(), "one step");
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("totals").push(KeyCode.ENTER).push(KeyCode.DELETE);
        assertEquals(List.of("timetable", "tumbling"), types());
    }

    @Test
    void theCommandPaletteGoesToANodeAndDoesAnything(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("too late").push(KeyCode.ENTER);
        assertEquals("too-late", selected());
        double zoom = designer.canvas.viewport().zoom();
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("zoom in").push(KeyCode.ENTER);
        assertNotEquals(zoom, designer.canvas.viewport().zoom());
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("type:tumbling").push(KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);
        assertEquals("by2", selected());
    }

    @Test
    void helpAndTheSheetOfKeysOpenAndClose(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.F1);
        assertTrue(designer.shortcuts.isVisible());
        robot.push(KeyCode.ESCAPE);
        assertFalse(designer.shortcuts.isVisible());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("too late").push(KeyCode.ENTER);
        robot.push(KeyCode.F1);
        assertTrue(designer.help.isVisible());
        robot.push(KeyCode.ESCAPE);
        assertFalse(designer.help.isVisible());
    }

    @Test
    void aSettingIsReachedSetAndLeft(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> designer.canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("tumbling 2 min").push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.I);
        assertFalse(designer.canvas.isFocused());
        robot.push(KeyCode.ESCAPE);
        assertTrue(designer.canvas.isFocused());
    }

    @Test
    void theHistoryIsWalkedAndTheDesignSaved(FxRobot robot, @TempDir Path folder) throws IOException {
        chain(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.Z).push(KeyCode.UP).push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        assertEquals(List.of("timetable", "tumbling"), types());
        answers.save = Optional.of(folder.resolve("mine.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertEquals(design(), DesignReader.read(folder.resolve("mine.json")).wholeDesign().orElseThrow());
        assertFalse(workspace.editor().dirty());
    }
}
