package millrace.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import millrace.app.look.Ink;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What only some designs have is in the chart's key, and in the picture as long as its row there is on. */
@ExtendWith(ApplicationExtension.class)
class ChartPicturesTest {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 360;

    @Start
    void start(Stage stage) {
        Type.load();
    }

    private static Design design(String name) {
        return DesignReader.read(Path.of("../designs", name)).wholeDesign().orElseThrow();
    }

    private static ChartModel model(Design design, String folder, String node) {
        Run run = Run
                .of(Compiler.compile(design, new DesignFolder(Path.of("../designs", folder))).value().orElseThrow());
        return ChartModels.of(run.trace(), node, Keys.of(run.trace()), run.start(), run.end());
    }

    private static int[] pixels(FxRobot robot, ChartModel model, Set<Layer> hidden, Theme theme) {
        int[] pixels = new int[WIDTH * HEIGHT];
        robot.interact(() -> {
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            Ink g = Ink.on(canvas);
            Plot plot = Plot.fit(model, Plot.area(WIDTH, HEIGHT, model.clock(), false));
            Sheet.Pointing pointing = new Sheet.Pointing(hidden, Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Set.of());
            TimeChartPainter.paint(new Sheet(g, new Marks(g, theme), model, plot, Discs.of(model, plot),
                    Windows.of(model, plot), model.end(), theme, pointing, false, Sheet.Differing.NOTHING), WIDTH,
                    HEIGHT);
            WritableImage image = canvas.snapshot(null, null);
            image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        });
        return pixels;
    }

    /** Each of these layers is told of in the key, and draws something: without it the picture is another. */
    private static void has(FxRobot robot, ChartModel model, Layer... layers) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            int[] whole = pixels(robot, model, Set.of(), theme);
            for (Layer layer : layers) {
                assertTrue(LegendPainter.rows(model).contains(layer), layer + " is in the key");
                int[] without = pixels(robot, model, Set.of(layer), theme);
                assertNotEquals(0, different(whole, without), layer + " is in the picture");
            }
        }
    }

    private static int different(int[] a, int[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++)
            count += a[i] == b[i] ? 0 : 1;
        return count;
    }

    @Test
    void aJoinsInputsPairsAndWaitingEvents(FxRobot robot) {
        ChartModel model = model(design("joins/sixty-one-minutes.json"), "joins", "trip");
        has(robot, model, Layer.OTHER_INPUT, Layer.PAIRS, Layer.WAITING);
        assertEquals(2, model.beside().join().pairs().size(), "A and D");
    }

    @Test
    void anEventWithoutAPartner(FxRobot robot) {
        has(robot, model(design("joins/unpaid.json"), "joins", join(design("joins/unpaid.json"))), Layer.UNMATCHED);
    }

    private static String join(Design design) {
        return design.nodes().stream().filter(n -> n.type().endsWith("join")).findFirst().orElseThrow().id();
    }

    @Test
    void sessionsThatMerge(FxRobot robot) {
        has(robot, model(design("time/sessions.json"), "time", "visit"), Layer.MERGES);
    }

    @Test
    void resultsThatAreTakenBackAndTheHorizon(FxRobot robot) {
        Design design = design("time/late-arrivals.json").change("by2",
                n -> n.withSettings(n.settings()
                        .with("accumulation", Value.of("retracting"))
                        .with("lateness", Value.of("1 min"))));
        has(robot, model(design, "time", "by2"), Layer.TAKEN_BACK, Layer.HORIZON);
    }

    @Test
    void aCrashAndWhatItLost(FxRobot robot) {
        has(robot, model(design("faults/kill-it.json"), "faults", "count"), Layer.DOWN, Layer.LOST);
    }

    @Test
    void anIdleInput(FxRobot robot) {
        Design design = design("time/quiet-turnstile.json");
        String source = design.nodes().getFirst().id();
        Design idle = design.change(source, n -> n.withSettings(n.settings().with("idleAfter", Value.of("20 s"))));
        has(robot, model(idle, "time", source), Layer.IDLE);
    }

    @Test
    void anOrdinaryChartsKeyTellsOfNoneOfThese() {
        List<Layer> rows = LegendPainter.rows(model(design("time/late-arrivals.json"), "time", "by2"));
        for (Layer rare : List.of(Layer.OTHER_INPUT, Layer.PAIRS, Layer.UNMATCHED, Layer.WAITING, Layer.MERGES,
                Layer.TAKEN_BACK, Layer.DOWN, Layer.LOST, Layer.IDLE))
            assertTrue(!rows.contains(rare), rare.toString());
    }

    @Test
    void allRowsOfTheKeyAreInSightAndHitInALowChart() {
        ChartModel model = model(design("time/late-arrivals.json"), "time", "by2");
        List<Layer> rows = LegendPainter.rows(model);
        for (double height : List.of(230.0, 260.0, 360.0)) {
            Plot plot = Plot.fit(model, Plot.area(WIDTH, height, model.clock()));
            double pitch = LegendPainter.pitch(plot, rows.size());
            double x = plot.area().getMaxX() + 40;
            for (int i = 0; i < rows.size(); i++) {
                double y = plot.area().getMinY() - 2 + i * pitch;
                assertTrue(y + 7 <= height, rows.get(i) + " at a height of " + height);
                assertEquals(Optional.of(rows.get(i)), LegendPainter.at(model, plot, x, y + pitch / 2 - 1));
                assertEquals(Optional.of(rows.get(i)), LegendPainter.at(model, plot, x, y - pitch / 2 + 1));
            }
        }
    }
}
