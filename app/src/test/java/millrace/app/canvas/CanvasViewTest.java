package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import millrace.app.editor.Editor;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.app.tool.Effect;
import millrace.app.tool.Hit;
import millrace.catalog.Catalog;
import millrace.design.Location;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.event.Event;
import millrace.event.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Hands and pictures in a real stage: "Late arrivals" at 12:08:25. */
@ExtendWith(ApplicationExtension.class)
class CanvasViewTest {
    private final Runs runs = Runs.lateArrivals();
    private final Editor editor = new Editor(runs.design());
    private final List<Event> held = new ArrayList<>();
    private final List<Effect.Offer> offered = new ArrayList<>();
    private CanvasView view;
    private Scene scene;

    @Start
    void start(Stage stage) {
        view = new CanvasView(editor, Catalog::find, Catalog.types(), Theme.LIGHT);
        view.hand().setRequests(new Requests());
        scene = new Scene(view, 944, 356);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.setRun(Optional.of(runs.view()));
        view.setViewport(Viewport.START);
        view.show(runs.at("12:08:25"), Motion.still(runs.time("12:08:25")));
    }

    private final class Requests implements CanvasRequests {
        @Override
        public void hold(Event event, String node, double x, double y) {
            held.add(event);
        }

        @Override
        public void letGo() {}

        @Override
        public void open(String node) {}

        @Override
        public void follow(String address, double viewX, double viewY) {}

        @Override
        public void offer(Effect.Offer offer, double x, double y) {
            offered.add(offer);
        }

        @Override
        public void menu(Hit hit, double x, double y) {}
    }

    private Point2D on(double x, double y) {
        return view.localToScreen(x, y);
    }

    private Point2D port(String port, boolean output) {
        Point p = view.places()
                .placeOf(new Hit.OnPort(PortRef.parse(port, output ? "out" : "in"), output))
                .orElseThrow();
        return on(p.x(), p.y());
    }

    private Point2D header(String node) {
        Box box = view.places().placeOf(node).orElseThrow();
        return on(box.x() + 60, box.y() + 16);
    }

    private WritableImage picture(FxRobot robot) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> {
            view.layout();
            image[0] = scene.snapshot(null);
        });
        return image[0];
    }

    private Color colour(FxRobot robot, double x, double y) {
        return picture(robot).getPixelReader().getColor((int) Math.round(x), (int) Math.round(y));
    }

    private static double apart(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }

    @Test
    void aNodeIsDraggedAndUndone(FxRobot robot) {
        Point before = editor.design().node("too-late").orElseThrow().at();
        robot.drag(header("too-late"), MouseButton.PRIMARY).moveBy(-60, 10).dropBy(0, 14);
        Point after = editor.design().node("too-late").orElseThrow().at();
        assertTrue(after.x() < before.x() - 40 && after.y() > before.y() + 10, after.toString());
        assertEquals(0, after.x() % 12);
        assertEquals(Optional.of("move Too late"), editor.undoName());
        robot.interact(editor::undo);
        assertEquals(before, editor.design().node("too-late").orElseThrow().at());
    }

    @Test
    void aWireIsDrawnFromPortToPort(FxRobot robot) {
        robot.interact(() -> editor.dispatch(new millrace.app.editor.Edits(Catalog::find).disconnect(
                "by2.out -> totals.in")));
        robot.drag(port("by2", true), MouseButton.PRIMARY).moveBy(20, 5).dropTo(port("totals", false));
        assertTrue(editor.design().wires().stream().anyMatch(w -> w.id().equals("by2.out -> totals.in")));
    }

    @Test
    void aWireDroppedOnNothingOffersTypes(FxRobot robot) {
        robot.drag(port("positive", true), MouseButton.PRIMARY).moveBy(20, 60).dropTo(on(560, 310));
        assertEquals(Optional.of(PortRef.out("positive")), offered.getFirst().port());
        assertTrue(offered.getFirst().types().stream().noneMatch(t -> t.id().equals("timetable")));
        robot.interact(() -> view.hand().accept(offered.getFirst(), Catalog.find("results").orElseThrow()));
        assertTrue(editor.design().wires().stream().anyMatch(w -> w.id().startsWith("positive.out -> results")));
    }

    @Test
    void aClickOnALateEventHoldsIt(FxRobot robot) {
        Event nine = runs.view()
                .trace()
                .facts()
                .filter(f -> f instanceof millrace.trace.Fact.Added a && a.late())
                .map(f -> f.subject().orElseThrow())
                .findFirst()
                .orElseThrow();
        Point place = view.places().placeOf(nine.id).orElseThrow();
        robot.clickOn(on(place.x(), place.y()));
        assertEquals(nine.id, held.getFirst().id);
        assertTrue(apart(colour(robot, place.x() + 5.5, place.y() + 6.5), Theme.LIGHT.late()) < 0.25, "rim of late");
    }

    @Test
    void keysWorkOnTheSelection(FxRobot robot) {
        robot.clickOn(header("positive"));
        assertEquals(Selection.node("positive"), editor.state().selection());
        Point before = editor.design().node("positive").orElseThrow().at();
        robot.type(KeyCode.RIGHT);
        assertEquals(new Point(before.x() + 12, before.y()), editor.design().node("positive").orElseThrow().at());
        robot.type(KeyCode.DELETE);
        assertTrue(editor.design().node("positive").isEmpty());
        robot.interact(editor::undo);
        assertEquals(4, editor.design().wires().size());
    }

    @Test
    void aNewNodeComesFromThePalette(FxRobot robot) {
        robot.interact(() -> {
            view.hand().dropMoved(Catalog.find("filter").orElseThrow(), 300, 300);
            view.hand().dropMoved(Catalog.find("filter").orElseThrow(), 320, 310);
            view.hand().dropReleased(320, 310);
        });
        assertEquals(new Point(264, 288), editor.design().node("filter").orElseThrow().at());
    }

    @Test
    void portsWiresAndSelectionAreWhereTheyShouldBe(FxRobot robot) {
        Point out = view.places().placeOf(new Hit.OnPort(PortRef.out("scores"), true)).orElseThrow();
        assertTrue(apart(colour(robot, out.x(), out.y()), Theme.LIGHT.raised()) < 0.1, "inside of the port");
        assertTrue(apart(colour(robot, out.x() + 5, out.y()), Theme.LIGHT.portLine()) < 0.4, "its ring");
        assertTrue(apart(colour(robot, out.x() + 20, out.y()), Theme.LIGHT.wire()) < 0.3, "its wire");
        robot.interact(() -> view.setViewport(new Viewport(0, -40, 1)));
        Box box = view.places().placeOf("by2").orElseThrow();
        Color unselected = colour(robot, box.x() + 100, box.y() - 5.2);
        robot.interact(() -> editor.select(Selection.node("by2")));
        Color selected = colour(robot, box.x() + 100, box.y() - 5.2);
        assertTrue(apart(selected, Theme.LIGHT.ink()) < 0.4, selected.toString());
        assertNotEquals(unselected, selected);
    }

    @Test
    void bothThemesAndTheProblemOfANodeAreDrawn(FxRobot robot) {
        Box box = view.places().placeOf("by2").orElseThrow();
        robot.interact(() -> view.setProblems(List.of(Problem.inWords(Location.setting("by2", "size"), "missing",
                "no size yet", "write one"))));
        assertTrue(apart(colour(robot, box.right() - 15 + 6, box.y() + 17), Theme.LIGHT.fail()) < 0.2);
        robot.interact(() -> view.setTheme(Theme.DARK));
        assertTrue(apart(colour(robot, 600, 340), Theme.DARK.bg()) < 0.1);
        assertTrue(apart(colour(robot, box.right() - 15 + 6, box.y() + 17), Theme.DARK.fail()) < 0.2);
    }

    @Test
    void theResultsOfASinkCanBeHeld(FxRobot robot) {
        Box box = view.places().placeOf("totals").orElseThrow();
        robot.clickOn(on(box.x() + 40, box.y() + 64));
        assertEquals(0, Pane.of(held.getFirst()).start() - runs.time("12:00:00"), "the latest: the late result");
    }

    @Test
    void aWindowOfAnotherSizeShowsAllThatIsInSight(FxRobot robot) {
        robot.interact(() -> view.setViewport(new Viewport(0, 0, 0.9)));
        Box box = view.places().placeOf("by2").orElseThrow();
        Color before = colour(robot, box.x() + 100, box.y() + 4);
        robot.interact(() -> view.resize(700, 330));
        assertTrue(apart(colour(robot, box.x() + 100, box.y() + 4), before) < 0.1);
        assertTrue(apart(colour(robot, box.x() + 100, box.y() + 4), Theme.LIGHT.bg()) > 0.01);
    }

    @Test
    void theWheelZoomsAtThePointerAndFitShowsAll(FxRobot robot) {
        robot.moveTo(on(500, 200));
        robot.scroll(3, javafx.geometry.VerticalDirection.UP);
        assertNotEquals(1, view.viewport().zoom());
        robot.interact(() -> {
            view.fit();
            view.layout();
        });
        Box first = view.places().placeOf("scores").orElseThrow();
        Box last = view.places().placeOf("too-late").orElseThrow();
        assertTrue(first.x() >= 0 && last.right() <= 944 && last.bottom() <= 356, first + " " + last);
    }
}
