package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import millrace.app.ProcessorTime;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * A design of 1,000 nodes and 1,000 wires at 1440x900. How long things take depends on the machine (ManyNodesBench
 * measures it): here the work is counted, and time has generous bounds.
 */
@ExtendWith(ApplicationExtension.class)
class ManyNodesTest {
    private static final int NODES = 1_000;
    private final Runs runs = Runs.of(ManyNodes.of(NODES));
    private final Editor editor = new Editor(runs.design());
    private final Edits edits = new Edits(Catalog::find);
    private CanvasView view;
    private Layers.Work work;

    @Start
    void start(Stage stage) {
        view = new CanvasView(editor, Catalog::find, Catalog.types(), Theme.LIGHT);
        work = view.work();
        stage.setScene(new Scene(view, 1440, 900));
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.setRun(Optional.of(runs.view()));
        view.show(runs.at("12:00:08"), Motion.still(runs.time("12:00:08")));
        view.layout();
    }

    private void look(FxRobot robot, Viewport at) {
        robot.interact(() -> {
            view.setViewport(at);
            view.layout();
        });
        robot.sleep(300);
    }

    @Test
    void everythingFitsIntoSightAndIsDrawnAsPatches(FxRobot robot) {
        robot.interact(() -> {
            view.fit();
            view.layout();
        });
        assertTrue(view.viewport().zoom() < Scenery.PATCH_ZOOM, "far off");
        var first = view.places().placeOf("generator0").orElseThrow();
        var last = view.places().placeOf("results199").orElseThrow();
        assertTrue(first.x() >= 0 && last.right() <= 1440 && last.bottom() <= 900, first + " " + last);
    }

    @Test
    void panningMovesThePictureAndDrawsItAnewOnlyWhenItsMarginIsUsedUp(FxRobot robot) {
        look(robot, new Viewport(2_000, 1_000, 1));
        int pictures = work.restingPictures;
        int nodes = work.nodes;
        robot.interact(() -> {
            for (int i = 0; i < 100; i++) {
                view.setViewport(view.viewport().panned(-8, -2));
                view.layout();
            }
        });
        assertTrue(work.restingPictures - pictures <= 6, "pictures for 800 px: " + (work.restingPictures - pictures));
        assertTrue(work.nodes - nodes < 6 * 80, "nodes drawn: " + (work.nodes - nodes));
    }

    @Test
    void aNodeThatIsInSightAlreadyIsNotDrawnAgainWhilePanning(FxRobot robot) {
        look(robot, new Viewport(2_000, 1_000, 1));
        int bodies = work.bodies;
        robot.interact(() -> {
            view.setViewport(view.viewport().panned(-3, 0));
            view.layout();
        });
        assertTrue(work.bodies - bodies <= 2, "bodies: " + (work.bodies - bodies));
    }

    @Test
    void anEditDrawsWhatItChanges(FxRobot robot) {
        look(robot, new Viewport(0, 1_000, 1));
        int pictures = work.restingPictures;
        int nodes = work.nodes;
        robot.interact(() -> {
            editor.dispatch(edits.move(Selection.node("compute40"), 12, 0));
            view.layout();
        });
        assertEquals(1, work.restingPictures - pictures);
        assertTrue(work.nodes - nodes <= 20, "nodes drawn: " + (work.nodes - nodes));
        robot.interact(() -> {
            editor.select(Selection.node("compute40"));
            view.layout();
        });
        assertTrue(work.nodes - nodes <= 30, "nodes drawn with the selection: " + (work.nodes - nodes));
    }

    @Test
    void anEditOutOfSightDrawsNothing(FxRobot robot) {
        look(robot, new Viewport(0, 1_000, 1));
        int nodes = work.nodes;
        robot.interact(() -> {
            editor.dispatch(edits.move(Selection.node("compute199"), 12, 0));
            view.layout();
        });
        assertEquals(0, work.nodes - nodes);
    }

    @Test
    void theLayoutOfAnEditTakesLittle(FxRobot robot) {
        long[] took = {Long.MAX_VALUE};
        robot.interact(() -> {
            for (int i = 0; i < 20; i++) {
                int dx = i % 2 == 0 ? 12 : -12;
                took[0] = Math.min(took[0], ProcessorTime.of(() -> {
                    editor.dispatch(edits.move(Selection.node("compute40"), dx, 0));
                    view.layout();
                }));
            }
        });
        assertTrue(took[0] < 250_000_000L, "the best of 20 edits took " + took[0] / 1e6 + " ms");
    }
}
