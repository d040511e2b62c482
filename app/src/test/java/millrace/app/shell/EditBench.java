package millrace.app.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.run.Shown;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignReader;

/**
 * Measures the whole window from an edit to the picture of the new run: a timetable of 10,000 rows, a tumbling window whose
 * size is edited, results. Run with {@code -Dglass.platform=Headless -Dprism.order=sw} for the software pipeline.
 */
final class EditBench {
    private static final int EVENTS = 10_000;
    private static final int WARM_UP = 30;
    private static final int EDITS = 60;

    private final Workspace workspace = new Workspace(Platform::runLater);
    private final Designer designer = new Designer(workspace, new NoDialogs(), Theme.LIGHT);
    private final Scene scene = new Scene(designer, 1280, 720);
    private final WritableImage picture = new WritableImage(1280, 720);
    private final CountDownLatch done = new CountDownLatch(1);
    private final double[] computed = new double[EDITS];
    private final double[] shown = new double[EDITS];
    private int edits = -WARM_UP - 1;
    private long begun;

    public static void main(String[] arguments) throws InterruptedException {
        Platform.startup(Type::load);
        EditBench[] bench = new EditBench[1];
        CountDownLatch made = new CountDownLatch(1);
        Platform.runLater(() -> {
            bench[0] = new EditBench();
            bench[0].begin();
            made.countDown();
        });
        made.await();
        bench[0].done.await();
        tell("from the edit to the run in the views", bench[0].computed);
        tell("from the edit to the picture", bench[0].shown);
        System.exit(0);
    }

    private void begin() {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        ChangeListener<Shown<Views>> listener = (o, was, is) -> {
            if (is.progress().isEmpty() && !is.run().equals(was.run())) ran();
        };
        workspace.shownProperty().addListener(listener);
        begun = System.nanoTime();
        workspace.editor().open(design());
    }

    /** The new run is in the views; the layout and the drawing that follow are part of what is measured. */
    private void ran() {
        long there = System.nanoTime();
        Platform.runLater(() -> {
            scene.snapshot(picture);
            keep(there, System.nanoTime());
        });
    }

    private void keep(long there, long drawn) {
        if (edits >= 0) {
            computed[edits] = (there - begun) / 1e6;
            shown[edits] = (drawn - begun) / 1e6;
        }
        if (++edits == EDITS) done.countDown();
        else
            Platform.runLater(this::edit);
    }

    private void edit() {
        begun = System.nanoTime();
        Value size = Value.of(edits % 2 == 0 ? "2 s" : "1 s");
        workspace.editor().dispatch(designer.edits.set("sums", "size", size));
    }

    /** An event each millisecond, of 20 keys, up to two seconds late. */
    private static Design design() {
        Random random = new Random(42);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            String happened = Clock.MIDNIGHT.format(i + 2_000L - random.nextInt(2_000));
            String arrives = Clock.MIDNIGHT.format(i + 2_000L);
            rows.append(i == 0 ? "" : ", ")
                    .append(String.format(Locale.ROOT, "[\"%s\", \"%s\", \"k%d\", %d]", happened, arrives,
                            random.nextInt(20), random.nextInt(100)));
        }
        return DesignReader.read(
                """
                        {"millrace": 1, "name": "many rows", "settings": {}, "nodes": [
                        {"id": "rows", "type": "timetable", "name": "rows", "at": [0, 0], "settings": {
                          "fields": {"key": "string", "value": "long"}, "key": "key",
                          "watermark": {"strategy": "bounded", "bound": "1 s"}, "rows": [%s]}},
                        {"id": "sums", "type": "tumbling", "name": "sums", "at": [300, 0],
                          "settings": {"size": "1 s", "aggregates": ["sum of value"]}},
                        {"id": "out", "type": "results", "name": "out", "at": [700, 0], "settings": {}}],
                        "wires": [{"from": "rows", "to": "sums"}, {"from": "sums", "to": "out"}]}
                        """
                        .formatted(rows),
                "bench").design().orElseThrow();
    }

    private static void tell(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%-40s median %6.1f ms, 95 of 100 within %6.1f ms, least %6.1f ms%n", what,
                sorted[EDITS / 2], sorted[EDITS * 95 / 100], sorted[0]);
    }
}
