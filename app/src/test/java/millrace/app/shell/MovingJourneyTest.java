package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import millrace.app.canvas.Viewport;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Point;
import millrace.design.Problem;
import millrace.format.DesignReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Moving, lining up, copying, framing, noting and naming, through the whole window. */
@ExtendWith(ApplicationExtension.class)
class MovingJourneyTest extends WindowTest {
    private final Memory memory = new Memory();

    /** A clipboard of the test's own. */
    private static final class Memory implements ClipBoard {
        private Optional<String> text = Optional.empty();

        @Override
        public void put(String next) {
            text = Optional.of(next);
        }

        @Override
        public Optional<String> text() {
            return text;
        }
    }

    @Start
    @Override
    void start(Stage stage) {
        super.start(stage);
        designer.clipBoard = memory;
    }

    @Stop
    @Override
    void stop() {
        super.stop();
    }

    @BeforeEach
    void open(FxRobot robot) {
        open(robot, LATE_ARRIVALS);
    }

    private Design design() {
        return workspace.editor().design();
    }

    private Selection selection() {
        return workspace.editor().state().selection();
    }

    private Point place(String node) {
        return design().node(node).orElseThrow().at();
    }

    private void select(FxRobot robot, String... nodes) {
        robot.interact(() -> workspace.editor().select(Selection.nodes(List.of(nodes))));
        robot.interact(designer.canvas::requestFocus);
    }

    /** A place in canvas coordinates, on the screen. */
    private Point2D screen(double x, double y) {
        Point at = designer.canvas.viewport().toView(new Point(x, y));
        return onCanvas(at.x(), at.y());
    }

    private void drag(FxRobot robot, Point2D from, double dx, double dy) {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(dx / 2, dy / 2).moveBy(dx / 2, dy / 2);
    }

    @Test
    void aDraggedNodeStaysInLineWithItsNeighbourAndALineIsSeenMeanwhile(FxRobot robot) {
        robot.interact(() -> designer.canvas.setViewport(new Viewport(-20, -60, 1)));
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.place("put aside",
                        java.util.Map.of("positive", new Point(60, 130), "scores", new Point(31, -40), "by2",
                                new Point(900, 0), "totals", new Point(900, 300), "too-late", new Point(900, 500)))));
        drag(robot, head("positive"), -26, 0);
        int lines = upright(robot, Theme.LIGHT.event());
        robot.release(MouseButton.PRIMARY);
        assertEquals(31, place("positive").x(), "the left side of its neighbour, not the grid's 36");
        assertTrue(lines > 0, "a thin line of the accent is drawn through both");
        assertEquals(0, upright(robot, Theme.LIGHT.event()), "and is gone afterwards");
    }

    /** How many columns of the canvas have a line of this colour, 100 px or more. */
    private int upright(FxRobot robot, Color colour) {
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = designer.canvas.snapshot(null, null));
        int found = 0;
        for (int x = 0; x < picture[0].getWidth(); x++) {
            int length = 0;
            for (int y = 0; y < picture[0].getHeight(); y++) {
                Color c = picture[0].getPixelReader().getColor(x, y);
                if (Math.abs(c.getHue() - colour.getHue()) < 6 && c.getSaturation() > 0.25) length++;
            }
            if (length >= 100) found++;
        }
        return found;
    }

    @Test
    void nodesAreAlignedAndDistributedByKeys(FxRobot robot) {
        select(robot, "scores", "positive", "by2");
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        assertEquals(1, Set.of("scores", "positive", "by2").stream().map(n -> place(n).y()).distinct().count());
        assertEquals(Optional.of("arrange 3 nodes"), workspace.editor().undoName());
        robot.push(KeyCode.SHORTCUT, KeyCode.K).write("distribute hor").push(KeyCode.ENTER);
        Box a = designer.canvas.places().placeOf("scores").orElseThrow();
        Box b = designer.canvas.places().placeOf("positive").orElseThrow();
        Box c = designer.canvas.places().placeOf("by2").orElseThrow();
        assertEquals(b.x() - a.right(), c.x() - b.right(), 1.01);
    }

    @Test
    void whatLiesBeforeAndBehindIsSelectedByKeys(FxRobot robot) {
        select(robot, "by2");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(Set.of("by2", "positive", "scores"), selection().nodes());
        select(robot, "by2");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(Set.of("by2", "totals", "too-late"), selection().nodes());
    }

    @Test
    void whatIsCopiedIsPastedAtThePointer(FxRobot robot) {
        select(robot, "scores", "positive");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        Point2D free = onCanvas(40, 40);
        robot.moveTo(free);
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(List.of("scores-2", "positive-2"), List.copyOf(selection().nodes()));
        assertTrue(design().wires().stream().anyMatch(w -> w.id().equals("scores-2.out -> positive-2.in")));
        Point pointer = designer.canvas.viewport().toCanvas(40, 40);
        double left = Math.min(place("scores-2").x(), place("positive-2").x());
        assertEquals(pointer.x(), left, 6.1, "its corner is at the pointer, on the grid");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(left + 24, Math.min(place("scores-3").x(), place("positive-3").x()), "beside what is there");
    }

    @Test
    void withoutAPointerItIsPastedInTheMiddleOfWhatIsSeen(FxRobot robot) {
        select(robot, "scores");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        robot.moveTo(designer.inspector);
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        Box box = designer.canvas.places().placeOf("scores-2").orElseThrow();
        assertEquals(designer.canvas.getWidth() / 2, box.centre().x(), 60);
        assertEquals(designer.canvas.getHeight() / 2, box.centre().y(), 60);
    }

    @Test
    void whatIsCutInOneWindowIsPastedInAnother(FxRobot robot) {
        Design before = design();
        select(robot, "by2", "totals");
        robot.push(KeyCode.SHORTCUT, KeyCode.X);
        assertTrue(design().node("by2").isEmpty());
        assertEquals(Optional.of("cut 2 nodes"), workspace.editor().undoName());
        Design[] there = new Design[1];
        robot.interact(() -> there[0] = pastedElsewhere());
        assertEquals(before.node("by2").orElseThrow().settings(), there[0].node("by2").orElseThrow().settings());
        assertEquals(List.of("by2.out -> totals.in"), there[0].wires().stream().map(w -> w.id()).toList());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, design());
    }

    /** A second window with a design of its own. */
    private Design pastedElsewhere() {
        Designer other = new Designer(new Workspace(Platform::runLater), answers, Theme.DARK);
        other.clipBoard = memory;
        Stage stage = new Stage();
        stage.setScene(new Scene(other, 900, 700));
        stage.sizeToScene();
        stage.show();
        other.window.actions().find("paste").run();
        Design pasted = other.workspace.editor().design();
        other.stop();
        stage.close();
        return pasted;
    }

    @Test
    void whatIsNoPartOfADesignIsNotPastedAndTheReasonIsTold(FxRobot robot) {
        Design before = design();
        robot.interact(designer.canvas::requestFocus);
        memory.put("Dear Sir or Madam");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        memory.put("{\"millrace\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"filter\"}], "
                + "\"wires\": [{\"from\": \"a\", \"to\": \"b\"}]}");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(before, design());
        assertEquals(List.of("not-a-part", "broken-part"), answers.told.stream().map(Problem::code).toList());
        assertTrue(answers.told.getFirst().message().startsWith("Nothing was pasted: "));
    }

    @Test
    void aFrameIsMadeNamedMovedSizedAndSavedWithTheDesign(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = Files.copy(LATE_ARRIVALS, folder.resolve("mine.json"));
        open(robot, file);
        select(robot, "scores", "positive");
        robot.push(KeyCode.SHORTCUT, KeyCode.G).write("Points only").push(KeyCode.ENTER);
        Frame frame = design().frame("f1").orElseThrow();
        assertEquals("Points only", frame.title());
        Point scores = place("scores");
        Point by2 = place("by2");
        drag(robot, screen(frame.at().x() + 60, frame.at().y() + 14), 0, 48);
        robot.release(MouseButton.PRIMARY);
        assertEquals(Optional.of("move frame Points only"), workspace.editor().undoName());
        double moved = place("scores").y() - scores.y();
        assertTrue(moved > 30, "what lies in it goes along: " + moved);
        assertEquals(design().frame("f1").orElseThrow().at().y() - frame.at().y(), moved);
        assertEquals(by2, place("by2"));
        robot.interact(() -> designer.canvas.setViewport(new Viewport(-100, 0, 1)));
        Frame before = design().frame("f1").orElseThrow();
        drag(robot, screen(before.at().x(), before.at().y() + 60), -40, 0);
        robot.release(MouseButton.PRIMARY);
        Frame wider = design().frame("f1").orElseThrow();
        assertTrue(wider.width() > before.width() + 20, wider.toString());
        assertEquals(before.at().x() + before.width(), wider.at().x() + wider.width(), 0.01);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertEquals(List.of(wider), DesignReader.read(file).wholeDesign().orElseThrow().frames());
    }

    @Test
    void aFrameIsDrawnByHand(FxRobot robot) {
        robot.interact(() -> designer.canvas.setViewport(new Viewport(2000, 2000, 1)));
        robot.interact(() -> {
            withCtrl(MouseEvent.MOUSE_PRESSED, 60, 60);
            withCtrl(MouseEvent.MOUSE_DRAGGED, 150, 120);
            withCtrl(MouseEvent.MOUSE_DRAGGED, 210, 180);
            withCtrl(MouseEvent.MOUSE_RELEASED, 210, 180);
        });
        robot.write("By hand").push(KeyCode.ENTER);
        Frame frame = design().frame("f1").orElseThrow();
        assertEquals("By hand", frame.title());
        assertEquals(new Point(2064, 2064), frame.at());
    }

    /** The hand of the test can't hold a key and drag at once: the event is given to the canvas. */
    private void withCtrl(EventType<MouseEvent> type, double x, double y) {
        Point2D at = designer.canvas.localToScene(x, y);
        Event.fireEvent(designer.canvas,
                new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, true,
                        false,
                        false, true, false, false, true, false, true, null));
    }

    @Test
    void aNoteIsWrittenInPlaceAndItsWidthIsDragged(FxRobot robot) {
        robot.interact(() -> designer.canvas.setViewport(new Viewport(2000, 2000, 0.8)));
        robot.interact(() -> workspace.editor().dispatch(designer.edits.addNote("plain", new Point(2100, 2100))));
        String id = selection().notes().getFirst();
        doubleClick(robot, screen(2112, 2112));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("# Why");
        robot.push(KeyCode.ENTER).write("because of **late** events that come when nobody waits for them any more");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        String text = design().note(id).orElseThrow().text();
        assertEquals("# Why\nbecause of **late** events that come when nobody waits for them any more", text);
        Box box = designer.canvas.places().placeOfNote(id).orElseThrow();
        drag(robot, onCanvas(box.right() - 1, box.centre().y()), 220, 0);
        robot.release(MouseButton.PRIMARY);
        Box wide = designer.canvas.places().placeOfNote(id).orElseThrow();
        assertTrue(wide.width() > box.width() + 80 && wide.height() < box.height(), box + " became " + wide);
    }

    @Test
    void aNodeIsRenamedInPlaceByADoubleClickOrF2(FxRobot robot) {
        doubleClick(robot, head("by2"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("Every 2 minutes").push(KeyCode.ENTER);
        assertEquals("Every 2 minutes", design().node("by2").orElseThrow().name());
        robot.interact(() -> designer.canvas.setViewport(new Viewport(0, 0, 0.3)));
        select(robot, "totals");
        String before = design().node("totals").orElseThrow().name();
        robot.push(KeyCode.F2).write("not this").push(KeyCode.ESCAPE);
        assertEquals(before, design().node("totals").orElseThrow().name());
        robot.push(KeyCode.F2).write("Sums").push(KeyCode.ENTER);
        assertEquals("Sums", design().node("totals").orElseThrow().name());
        robot.push(KeyCode.DELETE);
        assertTrue(design().node("totals").isEmpty(), "the canvas has the keys again");
    }

    @Test
    void aLinkInANoteIsAskedAboutBeforeItIsOpened(FxRobot robot) {
        List<String> opened = new java.util.ArrayList<>();
        designer.browser = opened::add;
        robot.interact(() -> designer.canvas.setViewport(new Viewport(2000, 2000, 1)));
        robot.interact(() -> workspace.editor()
                .dispatch(designer.edits.addNote("[The example](https://example.org/late)", new Point(2100, 2100))));
        robot.clickOn(screen(2130, 2118));
        assertEquals(List.of(), opened);
        robot.clickOn("Open in the browser");
        assertEquals(List.of("https://example.org/late"), opened);
    }
}
