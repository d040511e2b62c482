package millrace.app.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.run.Shown;
import millrace.design.Value;

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
        workspace.editor().open(ManyRows.of(EVENTS, 1, "1 s"));
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

    private static void tell(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%-40s median %6.1f ms, 95 of 100 within %6.1f ms, least %6.1f ms%n", what,
                sorted[EDITS / 2], sorted[EDITS * 95 / 100], sorted[0]);
    }
}
