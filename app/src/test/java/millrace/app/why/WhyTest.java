package millrace.app.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import millrace.explain.Answer;
import millrace.explain.Span;
import millrace.explain.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WhyTest {
    private static final Answer ANSWER = new Answer("Why is this 9 late, and counted?",
            List.of(new Span("Event time ", Tone.PLAIN), new Span("12:01:26", Tone.EVENT), new Span(".", Tone.PLAIN)));
    private WhyLayer layer;
    private final List<String> done = new ArrayList<>();

    @Start
    void start(Stage stage) {
        layer = new WhyLayer();
        layer.setMotion(false);
        layer.setOnClosed(() -> done.add("closed"));
        Scene scene = new Scene(layer, 900, 360);
        scene.getStylesheets().addAll(Theme.LIGHT.styleSheets());
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void show(FxRobot robot, Rectangle2D thing) {
        robot.interact(() -> {
            layer.show(ANSWER, new Sign.OfDropped(), thing,
                    List.of(new WhyCard.Action("Show its path", () -> done.add("path"))), Theme.LIGHT);
            layer.layout();
        });
    }

    @Test
    void anActionIsDoneAndTheCrossCloses(FxRobot robot) {
        show(robot, new Rectangle2D(100, 100, 30, 30));
        robot.clickOn("Show its path");
        robot.clickOn(".close");
        assertEquals(List.of("path", "closed"), done);
        assertFalse(layer.showing());
    }

    @Test
    void theCardNeverCoversWhatItIsAbout(FxRobot robot) {
        for (Rectangle2D thing : List.of(new Rectangle2D(10, 10, 30, 30), new Rectangle2D(440, 160, 30, 30),
                new Rectangle2D(860, 320, 30, 30))) {
            show(robot, thing);
            Region card = (Region) layer.lookup(".why-card");
            assertFalse(card.getBoundsInParent().intersects(thing.getMinX(), thing.getMinY(), 30, 30), "" + thing);
        }
    }

    @Test
    void whereverTheThingIsThePlaceIsInsideAndBesideIt() {
        long seed = 20261122;
        Random random = new Random(seed);
        Rectangle2D room = new Rectangle2D(0, 0, 1140, 386);
        Dimension2D card = new Dimension2D(380, 170);
        for (int i = 0; i < 500; i++) {
            Rectangle2D thing = new Rectangle2D(random.nextInt(1100), random.nextInt(340), 40, 40);
            Point2D at = Beside.place(thing, card, room);
            assertEquals(0, Beside.covered(at, card, thing), "seed " + seed + ", " + thing);
            assertTrue(room.contains(new Rectangle2D(at.getX(), at.getY(), 380, 170)), "seed " + seed + ", " + thing);
        }
    }
}
