package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import millrace.app.chart.TimeChart;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** In a window of 1280 x 720, the smallest that is meant, whatever is asked of the time chart is answered whole. */
@ExtendWith(ApplicationExtension.class)
class CardsTest extends WindowTest {
    private static final int GRID = 18;

    @Start
    @Override
    void start(Stage stage) {
        super.start(stage);
        stage.setWidth(1280);
        stage.setHeight(720);
    }

    @Stop
    @Override
    void stop() {
        super.stop();
    }

    private static void click(TimeChart chart, double x, double y) {
        Node paper = chart.lookup(".surface");
        Point2D scene = paper.localToScene(x, y);
        for (var what : List.of(MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                MouseEvent.MOUSE_CLICKED))
            Event.fireEvent(paper, new MouseEvent(what, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                    MouseButton.PRIMARY, 1, false, false, false, false, what == MouseEvent.MOUSE_PRESSED, false, false,
                    false, false, true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time/late-arrivals.json", "faults/kill-it.json", "joins/search-then-click.json"})
    void aCardLiesWholeWithinTheChart(String design, FxRobot robot) {
        open(robot, Path.of("../designs", design));
        robot.push(javafx.scene.input.KeyCode.END);
        TimeChart chart = designer.chart.chart();
        Set<String> asked = new TreeSet<>();
        List<String> cut = new ArrayList<>();
        robot.interact(() -> {
            for (double x = 0; x < chart.getWidth(); x += GRID)
                for (double y = 0; y < chart.getHeight(); y += GRID) {
                    click(chart, x, y);
                    designer.chart.applyCss();
                    designer.chart.layout();
                    Node card = designer.chart.lookup(".why-card");
                    if (card == null || !asked.add(words(card).getFirst())) continue;
                    if (!within(card)) cut.add(card.getAccessibleText() + " at " + card.getLayoutBounds());
                }
        });
        assertTrue(asked.size() > 5, asked.toString());
        assertEquals(List.of(), cut);
    }

    /** Where it comes to rest: it rises to there. */
    private boolean within(Node card) {
        Bounds chart = designer.chart.getLayoutBounds();
        return chart.contains(new BoundingBox(card.getLayoutX(), card.getLayoutY(), card.getLayoutBounds().getWidth(),
                card.getLayoutBounds().getHeight()));
    }
}
