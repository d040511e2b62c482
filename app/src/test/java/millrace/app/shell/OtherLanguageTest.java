package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import millrace.app.editor.Selection;
import millrace.app.export.SceneReader;
import millrace.app.look.Drawn;
import millrace.app.look.Tape;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.design.Point;
import millrace.design.Value;
import millrace.text.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The window in a language of which there are a few words: they are shown everywhere, and what is missing is English. */
@Isolated("the language is the whole machine's")
@ExtendWith(ApplicationExtension.class)
class OtherLanguageTest extends WindowTest {
    private final Locale usual = Locale.getDefault();
    private Tape.Recording recording;

    @Start
    @Override
    void start(Stage stage) {
        Locale.setDefault(Locale.GERMANY);
        recording = Tape.record();
        super.start(stage);
        stage.setWidth(1440);
    }

    @Stop
    @Override
    void stop() {
        super.stop();
        recording.close();
        Locale.setDefault(usual);
        Sentences.speak(usual);
    }

    private void addFilter(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> {
            designer.palette.rail(false);
            workspace.editor()
                    .dispatch(designer.edits.add(CatalogTexts.find("filter").orElseThrow(), new Point(300, 300)));
        });
        await(() -> shown().current());
        robot.interact(() -> designer.canvas.fit());
    }

    @Test
    void thePaletteSpeaksIt(FxRobot robot) {
        addFilter(robot);
        List<String> words = words(designer.palette);
        assertTrue(words.containsAll(List.of("Umformer", "Sieb", "Behalte, was passt", "Kippfenster")),
                words::toString);
        assertTrue(words.containsAll(List.of("Sources", "Generator")), "the rest is English: " + words);
    }

    @Test
    void itsWordsAreFound(FxRobot robot) {
        addFilter(robot);
        assertEquals("filter", TypeQuery.of("umformer sieb").among(CatalogTexts.types()).getFirst().id());
        robot.interact(() -> designer.finder.open());
        robot.write("Sieb");
        assertTrue(words(designer.finder).contains("Add Sieb"), words(designer.finder)::toString);
    }

    @Test
    void theInspectorSpeaksIt(FxRobot robot) {
        addFilter(robot);
        List<String> words = words(designer.inspector);
        assertTrue(words.containsAll(List.of("Sieb", "Bedingung", "Eingänge", "Instances")), words::toString);
        assertTrue(words.contains("Ereignisse, für die sie gilt, dürfen durch."), words::toString);
        List<String> choices = designer.inspector.lookupAll(".toggle-button")
                .stream()
                .map(b -> ((Labeled) b).getText())
                .toList();
        assertTrue(choices.containsAll(List.of("Nach Schlüssel", "As partitioned")), choices::toString);
        robot.interact(() -> workspace.editor().select(Selection.NONE));
        await(() -> words(designer.inspector).contains("Beginnt um"));
    }

    @Test
    void theCanvasSpeaksIt(FxRobot robot) {
        addFilter(robot);
        // The rest is English.
        await(() -> drawn().containsAll(List.of("Sieb", "durchgelassen", "weggelassen", "watermark")));
    }

    @Test
    void namesAndSettingsOfNodesAreSaidInIt(FxRobot robot) {
        addFilter(robot);
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.add(CatalogTexts.find("tumbling").orElseThrow(), new Point(300, 600))));
        robot.interact(() -> designer.canvas.fit());
        await(() -> drawn().containsAll(List.of("Kippen 2 min", "count, nach event-Zeit")));
    }

    @Test
    void aStepIsNamedByIt(FxRobot robot) {
        addFilter(robot);
        assertEquals("add Sieb", workspace.editor().undoName().orElseThrow());
        String filter = workspace.editor().state().selection().nodes().getFirst();
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.set(filter, "condition", Value.of("value > 1"))));
        assertEquals("change Bedingung of Sieb", workspace.editor().undoName().orElseThrow());
    }

    @Test
    void theHelpSaysApartWhatPeopleGetWrong(FxRobot robot) {
        addFilter(robot);
        var filter = CatalogTexts.find("filter").orElseThrow();
        assertEquals("Lässt durch, wofür die Bedingung gilt.", filter.what());
        assertEquals("Verspätete Ereignisse wegzulassen.", filter.mistake());
        assertEquals("Umbenennen", Texts.of("shell.rename"));
        assertEquals(Locale.ENGLISH, Texts.language(), "there are no dates in that language");
    }

    @Test
    void anAnswerIsInIt(FxRobot robot) {
        open(robot, Path.of("../designs/faults/kill-it.json"));
        seek(robot, "12:00:23");
        robot.moveTo(head("count"));
        robot.clickOn("#why-node");
        assertEquals("Warum ist Count ausgefallen?", words(designer.canvasWhy).getFirst());
        String answer = designer.canvasWhy.lookupAll("TextFlow")
                .stream()
                .flatMap(n -> ((TextFlow) n).getChildren().stream())
                .map(t -> ((Text) t).getText())
                .collect(Collectors.joining());
        assertTrue(answer.contains("Um 12:00:26 geht es weiter."), answer);
        assertTrue(answer.startsWith("It was killed at 12:00:22"), "the rest is English: " + answer);
        assertTrue(designer.canvasWhy.lookupAll(".go.moment")
                .stream()
                .anyMatch(b -> ((Labeled) b).getText().equals("12:00:26")), "its moments can still be gone to");
    }

    @Test
    void aProblemIsSaidInItAndPutRightByOneClick(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.set("by2", "accumulation", Value.of("discardin"))));
        await(() -> designer.problems.count() > 0);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        List<String> words = words(designer.problems);
        assertTrue(words.contains("'accumulation' kann nicht 'discardin' sein"), words::toString);
        assertTrue(words.stream().anyMatch(w -> w.endsWith("ist 'discarding' gemeint?")), words::toString);
        robot.clickOn(designer.problems.lookup(".fix"));
        await(() -> shown().current() && designer.problems.count() == 0);
    }

    /** On the interface's thread. */
    private List<String> drawn() {
        return SceneReader.read(designer.canvas)
                .stream()
                .filter(Drawn.Words.class::isInstance)
                .map(d -> ((Drawn.Words) d).text())
                .toList();
    }
}
