package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.catalog.Catalog;
import millrace.design.Value;

/**
 * Measures the canvas at 1440x900 with 1,000 nodes and 1,000 wires: the first picture, frames that come while it is panned
 * and zoomed (near, and with everything in sight), and edits until their picture. Run with
 * {@code -Dglass.platform=Headless -Dprism.order=sw} for the software pipeline.
 */
final class ManyNodesBench {
    private static final int NODES = 1_000;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int WARM_UP = 60;
    private static final int FRAMES = 240;
    private static final int EDITS = 100;

    private final Runs runs = Runs.of(ManyNodes.of(NODES));
    private final Editor editor = new Editor(runs.design());
    private final Edits edits = new Edits(Catalog::find);
    private final CanvasView view = new CanvasView(editor, Catalog::find, Catalog.types(), Theme.LIGHT);
    private final Scene scene = new Scene(view, WIDTH, HEIGHT);
    private final WritableImage picture = new WritableImage(WIDTH, HEIGHT);
    private final CountDownLatch done = new CountDownLatch(1);
    private Viewport whole = Viewport.START;

    public static void main(String[] arguments) throws InterruptedException {
        Platform.startup(Type::load);
        ManyNodesBench bench = new ManyNodesBench();
        Platform.runLater(bench::begin);
        bench.done.await();
        System.exit(0);
    }

    private void begin() {
        long t0 = System.nanoTime();
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        scene.snapshot(picture);
        long t1 = System.nanoTime();
        view.setRun(Optional.of(runs.view()));
        view.show(runs.at("12:00:08"), Motion.still(runs.time("12:00:08")));
        view.fit();
        view.layout();
        scene.snapshot(picture);
        whole = view.viewport();
        System.out.printf(Locale.ROOT, "first picture %.0f ms, with its run %.0f ms, zoom %.2f%n", (t1 - t0) / 1e6,
                (System.nanoTime() - t1) / 1e6, whole.zoom());
        edits();
        pans();
    }

    private void edits() {
        for (Viewport at : List.of(whole, new Viewport(1_000, 1_000, 1))) {
            view.setViewport(at);
            double[] moves = new double[EDITS];
            double[] settings = new double[EDITS];
            for (int i = -EDITS; i < EDITS; i++) {
                double step = i % 2 == 0 ? 12 : -12;
                double moved = edit(() -> editor.dispatch(edits.move(Selection.node("compute42"), step, 0)));
                String words = "value >= " + Math.abs(i % 3);
                double set = edit(() -> editor.dispatch(edits.set("filter42", "condition", Value.of(words))));
                if (i < 0) continue;
                moves[i] = moved;
                settings[i] = set;
            }
            tell("a move until its picture, zoom " + text(at), moves);
            tell("a setting until its picture, zoom " + text(at), settings);
        }
    }

    private double edit(Runnable what) {
        long from = System.nanoTime();
        what.run();
        scene.snapshot(picture);
        return (System.nanoTime() - from) / 1e6;
    }

    private static String text(Viewport v) {
        return String.format(Locale.ROOT, "%.2f", v.zoom());
    }

    private void pans() {
        Viewport near = new Viewport(1_000, 1_000, 1);
        Viewport middle = new Viewport(1_000, 1_000, 0.5);
        frames("pan, zoom 1", near, i -> view.setViewport(view.viewport().panned(-9, -4)),
                () -> frames("pan, zoom 0.5", middle, i -> view.setViewport(view.viewport().panned(-9, -4)),
                        () -> frames("pan, everything in sight", whole,
                                i -> view.setViewport(view.viewport().panned(i / 40 % 2 == 0 ? -9 : 9, 0)),
                                () -> frames("zoom, near", near, i -> zoom(i, 1),
                                        () -> frames("zoom, from everything on", whole, i -> zoom(i, whole.zoom()),
                                                done::countDown)))));
    }

    private void zoom(int i, double least) {
        view.setViewport(view.viewport().zoomed(least * (1 + i % 60 / 60.0), 500, 400));
    }

    private void frames(String what, Viewport start, IntConsumer step, Runnable then) {
        view.setViewport(start);
        List<Double> gaps = new ArrayList<>();
        new AnimationTimer() {
            private long last;
            private int i = -WARM_UP;

            @Override
            public void handle(long nanos) {
                long now = System.nanoTime();
                if (i > 0) gaps.add((now - last) / 1e6);
                last = now;
                step.accept(Math.max(0, i));
                if (i++ < FRAMES) return;
                stop();
                tell("between frames: " + what, gaps.stream().mapToDouble(Double::doubleValue).toArray());
                then.run();
            }
        }.start();
    }

    private static void tell(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%-50s mean %6.1f ms, 95 of 100 within %6.1f ms, most %6.1f ms%n", what,
                Arrays.stream(times).average().orElse(0), sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }
}
