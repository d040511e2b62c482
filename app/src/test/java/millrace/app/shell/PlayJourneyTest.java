package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.app.editor.Bookmarks;
import millrace.app.editor.Selection;
import millrace.app.run.Place;
import millrace.app.run.Playhead;
import millrace.design.Value;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Going along a run by what happens in it, by keys. */
@ExtendWith(ApplicationExtension.class)
class PlayJourneyTest extends WindowTest {
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

    private Trace trace() {
        return shown().run().orElseThrow().run().trace();
    }

    private Playhead playhead() {
        return workspace.playhead();
    }

    /** The last thing that was done at the playhead's place. */
    private List<Fact> justDone() {
        Place at = playhead().place();
        int rows = at.whole() ? trace().rowsUntil(at.time()) : at.rows();
        return trace().facts().limit(rows).filter(f -> f.step() == trace().step(rows - 1)).toList();
    }

    private void playedTo(FxRobot robot, KeyCode... keys) {
        robot.interact(() -> playhead().speedProperty().set(64));
        Place before = playhead().place();
        robot.push(keys);
        await(() -> !playhead().playingProperty().get() && !playhead().place().equals(before));
    }

    @Test
    void aTapOfTheSpaceBarPlaysAndPauses(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> playhead().speedProperty().set(0.25));
        for (Node place : List.of(designer.canvas, designer.chart.chart().lookup(".surface"))) {
            robot.interact(place::requestFocus);
            robot.push(KeyCode.SPACE);
            assertTrue(playhead().playingProperty().get(), place.toString());
            robot.push(KeyCode.SPACE);
            assertFalse(playhead().playingProperty().get(), place.toString());
        }
        robot.press(KeyCode.SPACE).drag(designer.canvas).dropBy(30, 10).release(KeyCode.SPACE);
        assertFalse(playhead().playingProperty().get(), "with the mouse it moves the paper");
        robot.interact(designer.inspector.lookup(".text-field")::requestFocus);
        robot.push(KeyCode.SPACE);
        assertFalse(playhead().playingProperty().get(), "in a field it is a letter");
    }

    @Test
    void itPlaysToTheNextResultDropAndToWhatANodeDoes(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor().dispatch(designer.edits.set("by2", "lateness", Value.of("2 min"))));
        await(() -> shown().current() && trace().rows(FactKind.DROPPED).size() > 0);
        playedTo(robot, KeyCode.ALT, KeyCode.DIGIT1);
        assertTrue(justDone().stream().anyMatch(Fact.Fired.class::isInstance), justDone().toString());
        long first = playhead().time();
        playedTo(robot, KeyCode.ALT, KeyCode.DIGIT2);
        assertTrue(playhead().time() > first);
        assertTrue(justDone().stream().anyMatch(Fact.Dropped.class::isInstance), justDone().toString());
        robot.push(KeyCode.HOME);
        robot.interact(() -> workspace.editor().select(Selection.node("by2")));
        playedTo(robot, KeyCode.ALT, KeyCode.DIGIT5);
        assertTrue(justDone().stream().anyMatch(f -> f.node().equals("by2")), justDone().toString());
    }

    @Test
    void itPlaysToTheNextCheckpointAndCrash(FxRobot robot) {
        open(robot, Path.of("../designs/faults/kill-it.json"));
        playedTo(robot, KeyCode.ALT, KeyCode.DIGIT3);
        assertEquals("12:00:12", text(".clock"));
        playedTo(robot, KeyCode.ALT, KeyCode.DIGIT4);
        assertEquals("12:00:22", text(".clock"));
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        assertFalse(playhead().playingProperty().get(), "there is no other crash");
        assertEquals("No crash after this", designer.timeline.said());
    }

    @Test
    void stepsGoByEventByResultAndWithinAnInstant(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.ALT, KeyCode.PERIOD);
        assertTrue(justDone().stream().anyMatch(Fact.Emitted.class::isInstance));
        Place event = playhead().place();
        assertFalse(event.whole(), "what follows from it at the same instant is still to come");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals(event.time(), playhead().time());
        assertTrue(justDone().stream().anyMatch(Fact.Delivered.class::isInstance));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertEquals(event, playhead().place());
        robot.push(KeyCode.ALT, KeyCode.PERIOD);
        assertTrue(playhead().time() > event.time());
        robot.push(KeyCode.ALT, KeyCode.COMMA);
        assertEquals(event, playhead().place());
        robot.push(KeyCode.SHIFT, KeyCode.ALT, KeyCode.PERIOD);
        assertTrue(justDone().stream().anyMatch(Fact.Fired.class::isInstance));
    }

    @Test
    void aBookmarkIsKeptInTheDesignAndCanBeUndone(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        seek(robot, "12:07:30");
        robot.push(KeyCode.B);
        assertEquals(List.of(new Bookmarks.Bookmark("12:07:30", "")), Bookmarks.of(workspace.editor().design()));
        await(() -> shown().current());
        assertEquals(List.of(), shown().problems(), "the design may have it");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ALT, KeyCode.B);
        assertEquals("12:07:30", text(".clock"));
        robot.push(KeyCode.B);
        assertEquals(List.of(), Bookmarks.of(workspace.editor().design()));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(List.of(), Bookmarks.of(workspace.editor().design()));
        assertFalse(workspace.editor().dirty());
    }

    @Test
    void whatIsInSightIsPlayedAgainAndAgain(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.push(KeyCode.L);
        assertEquals(Optional.of(new Playhead.Range(playhead().from(), playhead().to())),
                playhead().loopProperty().get());
        robot.push(KeyCode.L);
        assertEquals(Optional.empty(), playhead().loopProperty().get());
    }
}
