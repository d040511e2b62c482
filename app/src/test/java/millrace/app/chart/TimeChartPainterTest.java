package millrace.app.chart;

import static millrace.app.chart.LateArrivals.t;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.ProcessorTime;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.trace.WatermarkLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TimeChartPainterTest {
    private static final double WIDTH = 1140;
    private static final double HEIGHT = 386;
    /** A disc's figure covers its middle: its colour is looked for beside it. */
    private static final double BESIDE = 8;

    private static WritableImage picture(FxRobot robot, ChartModel model, long playhead, Theme theme) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> {
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            TimeChartPainter.paint(millrace.app.look.Ink.on(canvas), WIDTH, HEIGHT, model, playhead, theme);
            image[0] = canvas.snapshot(null, null);
        });
        return image[0];
    }

    private static Plot plot(ChartModel model) {
        return Plot.fit(model, Plot.area(WIDTH, HEIGHT, model.clock()));
    }

    private static Color at(WritableImage image, double x, double y) {
        return image.getPixelReader().getColor((int) x, (int) y);
    }

    private static void assertColour(Color expected, Color actual, String what) {
        double off = Math.abs(expected.getRed() - actual.getRed()) + Math.abs(expected.getGreen() - actual.getGreen())
                + Math.abs(expected.getBlue() - actual.getBlue());
        assertTrue(off < 0.02, what + ": expected " + expected + ", was " + actual);
    }

    @Test
    void everyEventLiesAtItsTwoTimesInTheColourOfItsKey(FxRobot robot) {
        Keys keys = Keys.of(List.of("ann", "ben"));
        List<Arrival> keyed = LateArrivals.arrivals()
                .stream()
                .map(a -> new Arrival(a.event(), a.eventTime(), a.at(), a.event() % 2 == 0 ? "ann" : "ben", a.figure(),
                        a.fate()))
                .toList();
        ChartModel plain = LateArrivals.model();
        ChartModel model = new ChartModel("by2", plain.clock(), false, plain.start(), plain.end(), keys,
                Arrivals.of(keyed, keys), List.of(), plain.watermark());
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            WritableImage image = picture(robot, model, t("12:09:22"), theme);
            for (Arrival a : keyed)
                assertColour(theme.key(keys, a.key()).fill(),
                        at(image, plot(model).x(a.eventTime()) - BESIDE, plot(model).y(a.at())), "event " + a.event());
        }
    }

    @Test
    void aResultsLineLiesWhereItLeftInTheColourOfItsTiming(FxRobot robot) {
        ChartModel model = LateArrivals.model();
        WritableImage image = picture(robot, model, t("12:08:25"), Theme.LIGHT);
        double middle = plot(model).x(t("12:00:40"));
        assertColour(Theme.LIGHT.late(), at(image, middle, plot(model).y(t("12:08:19"))), "14 late");
        assertColour(Theme.LIGHT.event(), at(image, middle, plot(model).y(t("12:05:59"))), "5 on time");
        assertColour(Theme.LIGHT.proc(), at(image, plot(model).x(t("12:05")), plot(model).y(t("12:07"))), "4 early");
    }

    @Test
    void theWatermarkIsAnExactStair(FxRobot robot) {
        ChartModel model = LateArrivals.model();
        WritableImage image = picture(robot, model, t("12:08:25"), Theme.LIGHT);
        double x = plot(model).x(t("12:01"));
        assertColour(Theme.LIGHT.event(), at(image, x, plot(model).y(t("12:05:51"))), "12:01 at 12:05:51");
        assertColour(Theme.LIGHT.event(), at(image, plot(model).x(t("12:06:30")), plot(model).y(t("12:08:10"))),
                "the step of 12:08:10");
    }

    @Test
    void whatIsAboveThePlayheadIsFaint(FxRobot robot) {
        ChartModel model = LateArrivals.model();
        Plot plot = plot(model);
        Color before = at(picture(robot, model, t("12:08:25"), Theme.LIGHT), plot.x(t("12:07:26")) - BESIDE,
                plot.y(t("12:08:39")));
        Color after = at(picture(robot, model, t("12:08:50"), Theme.LIGHT), plot.x(t("12:07:26")) - BESIDE,
                plot.y(t("12:08:39")));
        assertColour(Theme.LIGHT.token(), after, "the 8 has come");
        assertTrue(before.getBrightness() > after.getBrightness() + 0.3, "the 8 is still to come: " + before);
    }

    @Test
    void aWindowFillsOnlyUpToThePlayhead(FxRobot robot) {
        ChartModel model = LateArrivals.model();
        Plot plot = plot(model);
        double x = plot.x(t("12:07:50"));
        WritableImage image = picture(robot, model, t("12:08:25"), Theme.LIGHT);
        assertNotEquals(Theme.LIGHT.panel(), at(image, x, plot.y(t("12:08:20"))));
        assertColour(Theme.LIGHT.panel(), at(image, x, plot.y(t("12:08:31"))), "above the playhead");
    }

    private static ChartModel of(List<Arrival> arrivals) {
        ChartModel plain = LateArrivals.model();
        Keys keys = Keys.of(List.of("ann"));
        return new ChartModel("by2", plain.clock(), false, plain.start(), plain.end(), keys,
                Arrivals.of(arrivals, keys),
                List.of(), plain.watermark());
    }

    @Test
    void anEventAtTheVeryBeginningLiesWholeBesideTheAxesAndTheLaterOnesWhereTheyLay() {
        long start = LateArrivals.model().start();
        Arrival first = new Arrival(1, start, start, "ann", "1", Fate.IN_TIME);
        Plot plot = plot(of(List.of(first, new Arrival(2, t("12:06"), t("12:07"), "ann", "2", Fate.IN_TIME))));
        double radius = Marks.IN_CHART;
        assertTrue(plot.x(start) - radius > plot.area().getMinX(), "beside the axis of processing time");
        assertTrue(plot.y(start) + radius < plot.area().getMaxY(), "above the axis of event time");
        ChartModel later = of(List.of(new Arrival(2, t("12:06"), t("12:07"), "ann", "2", Fate.IN_TIME)));
        assertEquals(plot(later).area().getMaxY(), plot(later).y(start), 0.01, "no room where none is needed");
    }

    @Test
    void wordsOfAnOutageStandBesideTheEventsThatLieAtItsHeight() {
        List<Arrival> early = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            early.add(new Arrival(i, t("12:05") + i * 20_000L, t("12:06"), "ann", "1", Fate.IN_TIME));
        early.add(new Arrival(9, t("12:12"), t("12:12"), "ann", "1", Fate.IN_TIME));
        Plot plot = plot(of(early));
        Discs discs = Discs.of(of(early), plot);
        double y = plot.y(t("12:06"));
        double last = plot.x(t("12:06")) + discs.radius;
        double beside = FaultPainter.free(discs, plot.area(), 150, y);
        assertTrue(beside > last || beside + 150 < plot.x(t("12:05")),
                "at " + beside + ", the last event ends at " + last);
        assertEquals(plot.area().getMinX() + 10, FaultPainter.free(discs, plot.area(), 150, y - 60), 0.01,
                "else at the left");
    }

    @Test
    void thousandsOfEventsAreThinnedAndNoneOfTheLateIsLost() {
        ChartModel model = crowd(60_000);
        Discs discs = Discs.of(model, plot(model));
        assertTrue(discs.cloud());
        assertTrue(discs.shown.size() < 40_000, "shown " + discs.shown.size());
        long late = discs.shown.stream().filter(d -> model.arrivals().fate(d.place()) == Fate.LATE).count();
        assertEquals(5, late);
    }

    /** A ratio, as the machine's own speed says nothing about the painter; the figures are in docs/benchmarks.md. */
    @Test
    void aCloudTenTimesAsDenseIsPaintedInNearlyTheSameTime(FxRobot robot) {
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
        robot.interact(() -> {
            Runnable thin = painting(crowd(20_000));
            Runnable dense = painting(crowd(200_000));
            for (int i = 0; i < 20; i++) {
                best[0] = Math.min(best[0], ProcessorTime.of(thin));
                best[1] = Math.min(best[1], ProcessorTime.of(dense));
            }
        });
        assertTrue(best[1] < 3 * best[0], "20,000 took " + best[0] / 1e6 + " ms, 200,000 took " + best[1] / 1e6);
    }

    private static Runnable painting(ChartModel model) {
        Plot plot = plot(model);
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        var g = millrace.app.look.Ink.on(canvas);
        Sheet sheet = new Sheet(g, new millrace.app.look.Marks(g, Theme.LIGHT), model, plot, Discs.of(model, plot),
                Windows.of(model, plot), model.end() / 2, Theme.LIGHT, Sheet.Pointing.NONE);
        return () -> {
            canvas.setWidth(canvas.getWidth() == WIDTH ? WIDTH + 1 : WIDTH);
            TimeChartPainter.paint(sheet, WIDTH, HEIGHT);
        };
    }

    private static ChartModel crowd(int size) {
        Random random = new Random(7);
        List<Arrival> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long time = (long) (3_600_000.0 * i / size);
            Fate fate = i % (size / 5) == 3 ? Fate.LATE : Fate.IN_TIME;
            all.add(new Arrival(i + 1, time, time + random.nextInt(1_200_000), "", "1", fate));
        }
        all.sort(java.util.Comparator.comparingLong(Arrival::at));
        return new ChartModel("n", LateArrivals.CLOCK, false, 0, 4_800_000, Keys.NONE, Arrivals.of(all, Keys.NONE),
                List.of(), new WatermarkLine(List.of()));
    }

    @Test
    void pointsFindWhatLiesThere() {
        ChartModel model = LateArrivals.model();
        Plot plot = plot(model);
        TimeChart.View view = new TimeChart.View(model, plot, Discs.of(model, plot), Windows.of(model, plot));
        Target nine = Places.at(view, plot.x(t("12:01:26")) + 3, plot.y(t("12:08:19")) - 3).orElseThrow();
        assertEquals("9", ((Target.OfEvent) nine).arrival().figure());
        Target early = Places.at(view, plot.x(t("12:05:40")), plot.y(t("12:07")) + 8).orElseThrow();
        assertEquals("4", ((Target.OfPane) early).pane().value());
        Target window = Places.at(view, plot.x(t("12:00:20")), plot.y(t("12:07"))).orElseThrow();
        assertEquals(t("12:02"), ((Target.OfWindow) window).column().end());
        assertFalse(Places.at(view, plot.x(t("12:08:30")), plot.y(t("12:06"))).isPresent());
    }
}
