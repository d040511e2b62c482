package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import millrace.app.ProcessorTime;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * How long the interface's thread is held up by its own work, in its processor time, which other programs do not lengthen: over
 * a journey of opening, playing, seeking and editing nothing takes more than 8 ms but what is listed here with its figure.
 */
@ExtendWith(ApplicationExtension.class)
class WatchdogTest {
    private static final double MOST_MS = 8;
    private static final int REPEATS = 30;
    private static final int EDITS = 16;
    private static final int WARM_UPS = 2;
    private static final int JOURNEYS = 5;
    private static final List<String> WATCHED = List.of("open", "seek", "frame", "edit", "run arrives",
            "pulse after frame", "pulse after seek");

    private final Map<String, List<Double>> taken = new TreeMap<>();
    private String kind = "open";
    private long pulseBegan;

    private void timed(String what, Runnable work) {
        keep(what, ProcessorTime.of(work));
    }

    private void keep(String what, long ns) {
        taken.computeIfAbsent(what, k -> new ArrayList<>()).add(ns / 1e6);
    }

    @Test
    void nothingHoldsTheInterfaceUp(FxRobot robot) {
        Workspace[] workspace = new Workspace[1];
        Designer[] designer = new Designer[1];
        robot.interact(() -> {
            Type.load();
            workspace[0] = new Workspace(task -> Platform.runLater(() -> timed("run arrives", task)));
            designer[0] = new Designer(workspace[0], new NoDialogs(), Theme.LIGHT);
            Scene scene = new Scene(designer[0], 1280, 720);
            scene.addPreLayoutPulseListener(() -> pulseBegan = ProcessorTime.own());
            scene.addPostLayoutPulseListener(() -> keep("pulse after " + kind, ProcessorTime.own() - pulseBegan));
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.sizeToScene();
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
        for (int i = 0; i < WARM_UPS; i++)
            journey(robot, workspace[0]);
        // The first journeys load classes and are not yet compiled.
        Map<String, Double> best = best(robot, workspace[0]);
        robot.interact(() -> designer[0].stop());
        best.forEach((what, ms) -> assertTrue(ms <= MOST_MS,
                what + " usually takes " + ms + " ms of the interface's thread, in the best of " + JOURNEYS));
        assertTrue(best.keySet().containsAll(WATCHED), best.keySet().toString());
    }

    /**
     * What each usually takes in the best of a few journeys, ms: a machine that is slow for a moment lengthens some of
     * them, what the program does lengthens all.
     */
    private Map<String, Double> best(FxRobot robot, Workspace workspace) {
        Map<String, Double> best = new TreeMap<>();
        for (int i = 0; i < JOURNEYS && (i == 0 || best.values().stream().anyMatch(ms -> ms > MOST_MS)); i++) {
            taken.clear();
            journey(robot, workspace);
            taken.forEach(WatchdogTest::tell);
            taken.forEach((what, times) -> best.merge(what, usual(times), Math::min));
        }
        return best;
    }

    private void journey(FxRobot robot, Workspace workspace) {
        kind = "open";
        robot.interact(() -> timed("open", () -> workspace.open(Path.of("../designs/time/late-arrivals.json"))));
        WindowTest.await(() -> !workspace.disk().busy() && workspace.shownProperty().get().current());
        kind = "seek";
        long from = workspace.playhead().from();
        long span = workspace.playhead().to() - from;
        for (int i = 0; i < REPEATS; i++) {
            long to = from + span * (i * 7 % REPEATS) / REPEATS;
            robot.interact(() -> timed("seek", () -> workspace.playhead().seek(to)));
            robot.sleep(20);
        }
        kind = "frame";
        for (int i = 0; i < REPEATS; i++) {
            robot.interact(() -> timed("frame", () -> {
                workspace.playhead().playingProperty().set(true);
                workspace.playhead().tick(16);
                workspace.playhead().playingProperty().set(false);
            }));
            robot.sleep(20);
        }
        kind = "edit";
        for (int i = 0; i < EDITS; i++) {
            Value size = Value.of(i % 2 == 0 ? "1 min" : "2 min");
            robot.interact(() -> timed("edit", () -> workspace.editor()
                    .dispatch(new millrace.app.editor.Edits(millrace.catalog.Catalog::find).set("by2", "size", size))));
            WindowTest.await(() -> workspace.shownProperty().get().current());
        }
        robot.sleep(50);
    }

    /** All but one of a hundred take no longer, and all if they are fewer. */
    private static double usual(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() - 1 - sorted.size() / 100);
    }

    private static void tell(String what, List<Double> times) {
        System.out.printf(Locale.ROOT, "%-20s %4d times, median %6.2f ms, 99 of 100 within %6.2f ms, most %6.2f ms%n",
                what,
                times.size(), times.stream().sorted().toList().get(times.size() / 2), usual(times),
                Collections.max(times));
    }
}
