package millrace.app.chart;

import static millrace.app.chart.LateArrivals.t;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TimeChartTest {
    private TimeChart chart;
    private final List<TimeChart.ArrivalDrag> drags = new ArrayList<>();
    private Optional<Target> held = Optional.empty();

    @Start
    void start(Stage stage) {
        chart = new TimeChart();
        chart.setTheme(Theme.LIGHT);
        chart.setModel(LateArrivals.model());
        chart.setPlayhead(t("12:08:25"));
        chart.setMovable(event -> true);
        chart.setOnArrivalDragged(drags::add);
        chart.setOnHeld(target -> held = target);
        stage.setScene(new Scene(chart, 900, 360));
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private Point2D place(String eventTime, String arrival) {
        return chart.localToScreen(chart.place(t(eventTime), t(arrival)).orElseThrow());
    }

    @Test
    void aClickHoldsAnEventAndEscapeLetsGo(FxRobot robot) {
        robot.clickOn(place("12:01:26", "12:08:19"));
        assertEquals("9", ((Target.OfEvent) held.orElseThrow()).arrival().figure());
        robot.type(javafx.scene.input.KeyCode.ESCAPE);
        assertTrue(held.isEmpty());
    }

    @Test
    void aClickOnAResultHoldsIt(FxRobot robot) {
        robot.clickOn(place("12:05:45", "12:06:50"));
        assertEquals("4", ((Target.OfPane) held.orElseThrow()).pane().value());
    }

    @Test
    void draggingAnEventUpMakesItComeLater(FxRobot robot) {
        Point2D to = place("12:00:26", "12:06:30");
        robot.moveTo(place("12:00:26", "12:05:19")).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        TimeChart.ArrivalDrag last = drags.getLast();
        assertEquals("5", last.arrival().figure());
        assertTrue(last.done());
        assertFalse(last.sideways());
        assertEquals(t("12:06:30"), last.to(), 1_500);
        assertTrue(held.isEmpty(), "a drag is no click");
    }

    @Test
    void theWheelZoomsAroundThePointer(FxRobot robot) {
        Point2D before = chart.place(t("12:03"), t("12:07")).orElseThrow();
        robot.moveTo(chart.localToScreen(before)).scroll(3, javafx.geometry.VerticalDirection.UP);
        Point2D fixed = chart.place(t("12:03"), t("12:07")).orElseThrow();
        assertEquals(before.getX(), fixed.getX(), 1.5);
        assertEquals(before.getY(), fixed.getY(), 1.5);
        double apart = chart.place(t("12:04"), t("12:07")).orElseThrow().getX() - fixed.getX();
        robot.interact(chart::fit);
        assertTrue(apart > chart.place(t("12:04"), t("12:07")).orElseThrow().getX()
                - chart.place(t("12:03"), t("12:07")).orElseThrow().getX() + 1);
    }
}
