package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import millrace.app.look.Drawn;
import millrace.app.look.Ink;
import millrace.app.look.Outline;
import millrace.app.look.Tape;
import millrace.app.look.Theme;
import millrace.app.tool.Box;
import millrace.catalog.Catalog;
import millrace.format.DesignReader;
import millrace.trace.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Nothing that is written around nodes lies on anything written: counts, watermarks, snapshots, what was lost, names, notes. */
@ExtendWith(ApplicationExtension.class)
class WrittenTest {
    private static final int MOMENTS = 15;
    private static final Box EVERYWHERE = new Box(-10_000, -10_000, 40_000, 40_000);
    /** Letters do not fill the room of their line. */
    private static final double LOOSE = 1.5;

    /** All shipped designs that make checkpoints. */
    private static List<String> designs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../designs"))) {
            return files.filter(f -> f.toString().endsWith(".json") && checkpoints(f))
                    .map(f -> Path.of("../designs").relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean checkpoints(Path file) {
        return DesignReader.read(file)
                .wholeDesign()
                .filter(d -> d.settings().toString().contains("checkpoint"))
                .isPresent();
    }

    /** What is written around the nodes at a moment, in the order in which it is drawn. */
    private static List<Drawn.Words> written(Layout layout, Labels labels, Moment moment) {
        Canvas canvas = new Canvas(10, 10);
        try (Tape.Recording recording = Tape.record()) {
            Pen pen = new Pen(Ink.on(canvas), Theme.LIGHT);
            new GroundPainter(pen).notes(layout, millrace.app.editor.Selection.NONE);
            layout.shapes().forEach(s -> PortNames.paint(pen, s));
            new Said(pen, layout, labels, Focus.NONE).paint(moment, EVERYWHERE);
            return Tape.of(canvas)
                    .orElseThrow()
                    .stream()
                    .filter(Drawn.Words.class::isInstance)
                    .map(Drawn.Words.class::cast)
                    .toList();
        }
    }

    private static boolean over(Outline.Room a, Outline.Room b) {
        return a.left() < b.right() - LOOSE && b.left() < a.right() - LOOSE && a.top() < b.bottom() - LOOSE
                && b.top() < a.bottom() - LOOSE;
    }

    private static List<String> overlaps(List<Drawn.Words> words, Layout layout) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Outline.Room room = words.get(i).room();
            String text = words.get(i).text();
            words.subList(0, i)
                    .stream()
                    .filter(w -> over(w.room(), room))
                    .forEach(w -> found.add(text + " on " + w.text()));
            for (Shape shape : layout.shapes())
                if (over(room, room(shape.box()))) found.add(text + " on " + shape.id());
        }
        return found;
    }

    private static Outline.Room room(Box box) {
        return Outline.Room.of(box.x(), box.y(), box.width(), box.height());
    }

    /** What is written over another at many moments of a run. */
    private static List<String> overlaps(FxRobot robot, Runs runs, String design, int[] snapshots) {
        Labels labels = new Labels(Optional.of(runs.view()));
        Layout layout = Layout.of(runs.design(), Catalog::find, new Sizes(Optional.of(runs.view().end()), labels),
                false);
        long end = runs.view().end().time();
        long start = runs.moments().atRow(1).time();
        List<String> found = new ArrayList<>();
        for (int i = 0; i <= MOMENTS; i++) {
            Moment moment = runs.moments().at(start + (end - start) * i / MOMENTS);
            robot.interact(() -> {
                List<Drawn.Words> words = written(layout, labels, moment);
                snapshots[0] += (int) words.stream().filter(w -> w.text().startsWith("snapshot")).count();
                overlaps(words, layout).forEach(
                        o -> found.add(design + " at " + labels.clock().format(moment.time()) + ": " + o));
            });
        }
        return found;
    }

    @Test
    void inNoDesignWithCheckpointsAnythingIsWrittenOverAnother(FxRobot robot) throws IOException {
        List<String> all = designs();
        assertTrue(all.size() >= 6, all.toString());
        List<String> found = new ArrayList<>();
        int[] snapshots = {0};
        for (String design : all)
            found.addAll(overlaps(robot, Runs.ofFile(design), design, snapshots));
        assertTrue(snapshots[0] > 100, "snapshots are told: " + snapshots[0]);
        assertEquals(List.of(), found.stream().limit(10).toList());
    }

    /** A wire that leads up to a node comes by below it, where its snapshot stands. */
    @Test
    void norWhenItsNodesAreMovedByHand(FxRobot robot) throws IOException {
        String text = Files.readString(Path.of("../designs/faults/kill-it.json"));
        List<String> found = new ArrayList<>();
        int[] snapshots = {0};
        for (int y = -90; y <= 30; y += 30) {
            String moved = text.replaceFirst("(\"name\": \"Count\",\\s*\"at\": )\\[[^]]*]", "$1[520, " + y + "]");
            assertNotEquals(text, moved);
            Runs runs = Runs.of(DesignReader.read(moved, "x").wholeDesign().orElseThrow());
            found.addAll(overlaps(robot, runs, "Count at " + y, snapshots));
        }
        assertTrue(snapshots[0] > 100, "snapshots are told: " + snapshots[0]);
        assertEquals(List.of(), found.stream().limit(10).toList());
    }
}
