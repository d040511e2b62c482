package millrace.app.chart;

import static millrace.app.chart.LateArrivals.t;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.trace.WatermarkLine;
import org.junit.jupiter.api.Test;

/** How large events are drawn: as large as there is room for, and never so small that a few cannot be seen. */
class DiscsTest {
    private static final Rectangle2D AREA = new Rectangle2D(70, 20, 750, 190);

    private static Discs discs(List<Arrival> arrivals, Rectangle2D area) {
        ChartModel model = new ChartModel("a", LateArrivals.CLOCK, false, t("12:05"), t("12:10"), Keys.NONE,
                Arrivals.of(arrivals, Keys.NONE), List.of(), new WatermarkLine(List.of()));
        return Discs.of(model, Plot.fit(model, area));
    }

    private static Arrival at(long id, String time) {
        return new Arrival(id, t(time), t(time), "", "5", Fate.IN_TIME);
    }

    @Test
    void eventsOfOneInstantDoNotMakeTheOthersSmall() {
        Discs discs = discs(List.of(at(1, "12:05"), at(2, "12:05"), at(3, "12:05"), at(4, "12:07"), at(5, "12:09")),
                AREA);
        assertEquals(Marks.IN_CHART, discs.radius);
    }

    @Test
    void aFewInASmallChartAreSeen() {
        List<Arrival> close = new ArrayList<>();
        for (int i = 0; i < 40; i++)
            close.add(new Arrival(i, t("12:05") + i * 1_000, t("12:05") + i * 1_000, "", "5", Fate.IN_TIME));
        assertTrue(discs(close, new Rectangle2D(70, 20, 110, 190)).radius >= 4, "no specks");
    }
}
