package millrace.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import millrace.app.canvas.ManyNodes;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.format.DesignWriter;

/**
 * Measures the whole window at 1440x900 from the wish to open a file of 1,000 nodes to the picture of the design, and to that of its
 * run, after a small design was open; then both again. Run with {@code -Dglass.platform=Headless -Dprism.order=sw} for the software pipeline.
 */
final class OpenBench {
    private static final int NODES = 1_000;
    private static final int TIMES = 6;
    private final Workspace workspace = new Workspace(Platform::runLater);
    private final Designer designer = new Designer(workspace, new NoDialogs(), Theme.LIGHT);
    private final Scene scene = new Scene(designer, 1440, 900);
    private final WritableImage picture = new WritableImage(1440, 900);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Deque<Path> files = new ArrayDeque<>();
    private long begun;
    private double seen;

    /** @param arguments a small design, opened before */
    public static void main(String[] arguments) throws Exception {
        Path many = Files.createTempFile("many", ".json");
        Files.writeString(many, DesignWriter.write(ManyNodes.of(NODES)));
        Platform.startup(Type::load);
        OpenBench[] bench = new OpenBench[1];
        CountDownLatch made = new CountDownLatch(1);
        Platform.runLater(() -> {
            bench[0] = new OpenBench();
            bench[0].begin(Path.of(arguments[0]), many);
            made.countDown();
        });
        made.await();
        bench[0].done.await();
        Files.delete(many);
        System.exit(0);
    }

    private void begin(Path few, Path many) {
        for (int i = 0; i < TIMES; i++)
            files.addAll(List.of(few, many));
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        workspace.shownProperty().addListener((o, was, is) -> {
            if (is.current() && is.run() != was.run()) Platform.runLater(this::ran);
        });
        workspace.editor().listen(state -> Platform.runLater(this::drawn));
        next();
    }

    private void next() {
        seen = 0;
        begun = System.nanoTime();
        workspace.open(files.getFirst());
    }

    private void drawn() {
        if (seen != 0 || workspace.opening()) return;
        scene.snapshot(picture);
        seen = passed();
    }

    private double passed() {
        return (System.nanoTime() - begun) / 1e6;
    }

    private void ran() {
        scene.snapshot(picture);
        System.out.printf(Locale.ROOT, "%5d nodes: %4.0f ms to the design, %4.0f ms to its run%n",
                workspace.editor().design().nodes().size(), seen, passed());
        files.removeFirst();
        if (files.isEmpty()) done.countDown();
        else
            Platform.runLater(this::next);
    }
}
