package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import millrace.app.look.Tokens;
import millrace.app.prefs.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** In a window of 1280 x 720, the smallest that is meant, what nodes hold is seen as soon as a design is opened. */
@ExtendWith(ApplicationExtension.class)
class DivisionTest extends WindowTest {
    private static final double OF_VIEWS = 280;
    private final Division division = new Division();

    @Start
    @Override
    void start(Stage stage) {
        super.start(stage);
        Scene scene = designer.getScene();
        scene.getWindow().setWidth(1280);
        scene.getWindow().setHeight(720);
    }

    @Stop
    @Override
    void stop() {
        super.stop();
    }

    private double opened(FxRobot robot, String design) {
        open(robot, Path.of("../designs", design));
        robot.interact(() -> {
            division.give(designer);
            designer.canvas.fit();
            designer.layout();
        });
        return designer.work.getDividerPositions()[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"faults/kill-it.json", "joins/search-then-click.json", "joins/unpaid.json",
        "messaging/two-workers.json", "faults/press-twice.json", "time/late-arrivals.json"})
    void theBodiesOfItsNodesAreSeenAndTheViewsKeepTheirRoom(String design, FxRobot robot) {
        double share = opened(robot, design);
        assertTrue(designer.canvas.viewport().zoom() >= Tokens.COMPACT_ZOOM,
                design + " at " + designer.canvas.viewport().zoom());
        assertTrue((1 - share) * designer.work.getHeight() >= OF_VIEWS, "left for the views: " + share);
    }

    @Test
    void whatNeedsNoMoreLeavesTheHeightAsItWasChosen(FxRobot robot) {
        assertEquals(Session.Window.DIVIDER, opened(robot, "events/first-stream.json"), 0.01);
        robot.interact(() -> designer.work.setDividerPositions(0.3));
        assertEquals(0.3, division.chosen(designer), 0.01, "the hand chose");
        assertEquals(0.3, opened(robot, "events/first-stream.json"), 0.01, "and is followed");
    }

    @Test
    void whatADesignWasGivenIsNoChoiceOfTheHand(FxRobot robot) {
        assertTrue(opened(robot, "faults/press-twice.json") > Session.Window.DIVIDER);
        assertEquals(Session.Window.DIVIDER, division.chosen(designer), 1e-9);
    }

    @Test
    void whatAWallIsGivenWhilePresentingIsNoChoiceOfTheHandEither(FxRobot robot) {
        opened(robot, "events/first-stream.json");
        robot.interact(() -> designer.window.actions().find("present").run());
        assertTrue(Math.abs(designer.work.getDividerPositions()[0] - Session.Window.DIVIDER) > 0.02,
                "the wall is divided otherwise: " + designer.work.getDividerPositions()[0]);
        assertEquals(Session.Window.DIVIDER, division.chosen(designer), 1e-9);
        robot.interact(() -> designer.window.actions().find("present").run());
        assertEquals(Session.Window.DIVIDER, division.chosen(designer), 0.01);
    }
}
