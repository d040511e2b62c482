package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import millrace.app.editor.Editor;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.tool.Box;
import millrace.catalog.Catalog;
import millrace.design.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** With motion reduced nothing travels while a run is played: what is new wears an outline for 600 ms. */
@ExtendWith(ApplicationExtension.class)
class ReducedMotionTest {
    private final Runs runs = Runs.lateArrivals();
    private CanvasView canvas;

    @Start
    void start(Stage stage) {
        Type.load();
        canvas = new CanvasView(new Editor(runs.design()), Catalog::find, Catalog.types(), Theme.LIGHT);
        stage.setScene(new Scene(canvas, 1300, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        canvas.setRun(Optional.of(runs.view()));
        canvas.setReducedMotion(true);
        canvas.setViewport(new Viewport(0, 0, 1));
    }

    /** The left edge of the outline around the sink's newest row, so long after 12:08:19, when a late result comes. */
    private Color edge(FxRobot robot, long later, boolean playing) {
        Color[] seen = new Color[1];
        robot.interact(() -> {
            long now = runs.time("12:08:19") + later;
            canvas.show(runs.moments().at(now), new Motion(now, 1, playing));
            canvas.layout();
            Box totals = canvas.places().placeOf("totals").orElseThrow();
            WritableImage image = canvas.snapshot(null, null);
            seen[0] = image.getPixelReader().getColor((int) totals.x() + 5, (int) (totals.y() + SinkBody.FIRST_ROW));
        });
        return seen[0];
    }

    @Test
    void aResultWearsAnOutlineForSixHundredMillisecondsWhileItIsPlayed(FxRobot robot) {
        assertEquals(Theme.LIGHT.ink(), edge(robot, 20, true));
        assertEquals(Theme.LIGHT.ink(), edge(robot, 590, true), "and does not fade");
        assertNotEquals(Theme.LIGHT.ink(), edge(robot, 610, true));
        assertNotEquals(Theme.LIGHT.ink(), edge(robot, 20, false), "while paused it is simply there");
    }

    @Test
    void nothingTravels(FxRobot robot) {
        robot.interact(() -> {
            long now = runs.time("12:08:19") + 130;
            canvas.show(runs.moments().at(now), new Motion(now, 1, true));
            canvas.layout();
        });
        assertEquals(List.of(), canvas.travellers());
    }

    @Test
    void whatTakesTimeOnAWireJumpsFromPortToPort() {
        Design slow = runs.design()
                .withSettings(runs.design()
                        .settings()
                        .with("transit", millrace.design.Value.of("10 s")));
        Runs late = Runs.of(slow);
        Travels travels = new Travels(late.view(), new Lags(late.view().trace(), late.moments()));
        int waiting = 0;
        for (long now = late.time("12:08:19"); now < late.time("12:08:29"); now += 500)
            for (Traveller t : travels.at(late.moments().at(now), new Motion(now, 1, true).reduced())) {
                assertEquals(0, ((Traveller.OnWire) t).progress());
                waiting++;
            }
        assertTrue(waiting > 5, waiting + " seen");
    }
}
