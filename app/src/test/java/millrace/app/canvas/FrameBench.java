package millrace.app.canvas;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import millrace.app.editor.Editor;
import millrace.app.look.Theme;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.event.Event;
import millrace.format.DesignReader;
import millrace.trace.Moment;

/**
 * Measures frames of 1440x900 with 100 nodes and more than 1,000 events on wires: the time to find the moment, to give the drawing
 * commands, a whole frame rendered at once (a snapshot, which also copies it out), and the frames that come while it plays.
 * Run with {@code -Dglass.platform=Headless -Dprism.order=sw} for the software pipeline.
 */
final class FrameBench {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int CHAINS = 20;
    private static final double[] COLUMNS = {0, 190, 350, 510, 800};
    /** Far enough that no node stands on another: those would be drawn anew together. */
    private static final int ASIDE = 1_100;
    private static final int BESIDE = 4;
    private static final int FRAMES = 150;
    private static final int WARM_UP = 60;
    private static final long FROM = 60_000;

    private final Runs runs = Runs.of(design());
    private final CanvasView view = new CanvasView(new Editor(runs.design()), Catalog::find, Catalog.types(),
            Theme.LIGHT);
    private final Scene scene = new Scene(view, WIDTH, HEIGHT);
    private final long start = runs.view().trace().plan().clock().start();
    private final CountDownLatch done = new CountDownLatch(1);
    /** The threads that draw. */
    private final long[] drawing = drawing();

    private FrameBench() {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        view.setRun(Optional.of(runs.view()));
        view.fit();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Platform.startup(() -> {});
        FrameBench[] bench = new FrameBench[1];
        CountDownLatch ready = new CountDownLatch(1);
        Platform.runLater(() -> {
            bench[0] = new FrameBench();
            bench[0].frames();
            bench[0].play();
            ready.countDown();
        });
        ready.await();
        bench[0].done.await();
        System.exit(0);
    }

    /** Twenty chains of five nodes, four beside each other; 60 wires carry about 17 events each, twenty their windows' results. */
    private static Design design() {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < CHAINS; i++) {
            String[] types = {"generator", "filter", "compute", "tumbling", "results"};
            for (int j = 0; j < types.length; j++) {
                Point at = new Point(COLUMNS[j] + i % BESIDE * ASIDE, i / BESIDE * 230);
                nodes.add(new Node(types[j] + i, types[j], types[j] + " " + i, at, settings(types[j])));
                if (j > 0) wires.add(new Wire(PortRef.out(types[j - 1] + i), PortRef.in(types[j] + i)));
            }
        }
        Value.Group run = (Value.Group) value(
                "{\"clock\": \"12:00:00\", \"until\": \"12:05:00\", \"transit\": \"8 s\"}");
        return Design.EMPTY.withNodes(nodes).withWires(wires).withSettings(run);
    }

    private static Value.Group settings(String type) {
        return (Value.Group) value(switch (type) {
            case "generator" -> "{\"events\": 0, \"rate\": 2.1, \"keys\": {\"count\": 8}, "
                    + "\"watermark\": {\"strategy\": \"ascending\", \"every\": \"4 s\"}}";
            case "filter" -> "{\"condition\": \"value >= 0\"}";
            case "compute" -> "{\"fields\": {\"twice\": \"value + value\"}}";
            case "tumbling" -> "{\"size\": \"10 s\", \"aggregates\": [\"sum of value\"]}";
            default -> "{}";
        });
    }

    /** Reads settings as they stand in a design file. */
    private static Value value(String json) {
        String file = "{\"millrace\": 1, \"name\": \"x\", \"settings\": {}, \"nodes\": [{\"id\": \"a\", \"type\": \"filter\", "
                + "\"name\": \"a\", \"at\": [0, 0], \"settings\": " + json + "}], \"wires\": []}";
        return DesignReader.read(file, "bench").design().orElseThrow().nodes().getFirst().settings();
    }

    private void frames() {
        double[] moments = new double[FRAMES];
        double[] commands = new double[FRAMES];
        double[] whole = new double[FRAMES];
        double[] busy = new double[FRAMES];
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        long moving = 0;
        for (int i = -WARM_UP; i < FRAMES; i++) {
            double now = start + FROM + i * 16.0;
            long c0 = busyNanos();
            long t0 = System.nanoTime();
            Moment moment = runs.moments().at((long) now);
            long t1 = System.nanoTime();
            view.show(moment, new Motion(now, 1, true));
            view.paint();
            long t2 = System.nanoTime();
            scene.snapshot(image);
            long t3 = System.nanoTime();
            long c3 = busyNanos();
            if (i < 0) continue;
            moving += moment.travelling().stream().filter(t -> t.element() instanceof Event).count();
            moments[i] = (t1 - t0) / 1e6;
            commands[i] = (t2 - t1) / 1e6;
            whole[i] = (t3 - t0) / 1e6;
            busy[i] = (c3 - c0) / 1e6;
        }
        System.out.printf("%d nodes, %d events moving (mean), zoom %.2f%n", runs.design().nodes().size(),
                moving / FRAMES,
                view.viewport().zoom());
        tell("finding the moment", moments);
        tell("giving the commands", commands);
        tell("all, with a rendered picture", whole);
        tell("the same, processor time", busy);
    }

    /** Processor time of the threads that draw: it does not count the waiting on a busy machine. */
    private long busyNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : drawing)
            sum += threads.getThreadCpuTime(id);
        return sum;
    }

    private static long[] drawing() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(t -> t.getName().startsWith("QuantumRenderer") || t.getName().startsWith("JavaFX Application"))
                .mapToLong(Thread::threadId)
                .toArray();
    }

    private static void tell(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf("%-30s mean %6.2f ms, 95 of 100 within %6.2f ms%n", what,
                Arrays.stream(times).average().orElse(0),
                sorted[(int) (sorted.length * 0.95)]);
    }

    /** Plays for six seconds and counts the frames. */
    private void play() {
        List<Double> gaps = new ArrayList<>();
        new AnimationTimer() {
            private long first;
            private long last;

            @Override
            public void handle(long nanos) {
                if (first == 0) first = nanos;
                if (last != 0 && nanos - first > 1_000_000_000L) gaps.add((nanos - last) / 1e6);
                last = nanos;
                double now = start + FROM + (nanos - first) / 1e6;
                view.show(runs.moments().at((long) now), new Motion(now, 1, true));
                if (nanos - first < 6_000_000_000L) return;
                stop();
                tell("between frames while playing", gaps.stream().mapToDouble(Double::doubleValue).toArray());
                done.countDown();
            }
        }.start();
    }
}
