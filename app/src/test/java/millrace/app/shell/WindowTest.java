package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import millrace.app.run.Shown;
import millrace.app.tool.Box;
import millrace.design.Problem;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window in a headless stage, with a hand that uses it and dialogs that answer as a test says. */
abstract class WindowTest {
    static final Path LATE_ARRIVALS = Path.of("../designs/time/late-arrivals.json");
    private static final long PATIENCE_S = 60;

    final Answers answers = new Answers();
    Designer designer;
    Workspace workspace;

    /** To be called by each test's own method of that name: TestFX looks for it in the test's class alone. */
    void start(Stage stage) {
        MillraceApp.prepare();
        workspace = new Workspace(Platform::runLater);
        designer = new Designer(workspace, answers, Theme.LIGHT);
        stage.setScene(new Scene(designer, 1000, 900));
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    void stop() {
        designer.stop();
    }

    /** What the person answers when the program asks. */
    static final class Answers implements Dialogs {
        Optional<Path> open = Optional.empty();
        Optional<Path> save = Optional.empty();
        Optional<Path> data = Optional.empty();
        Unsaved unsaved = Unsaved.CANCEL;
        boolean confirm;
        final List<Problem> told = new ArrayList<>();
        final List<String> asked = new ArrayList<>();
        final List<String> compared = new ArrayList<>();

        @Override
        public Optional<Path> chooseToOpen(Optional<Path> near) {
            return open;
        }

        @Override
        public Optional<Path> chooseToSave(String name, Optional<Path> near) {
            return save;
        }

        @Override
        public Optional<Path> chooseData(Optional<Path> near, boolean forReading) {
            return data;
        }

        @Override
        public Unsaved askUnsaved(String name) {
            asked.add(name);
            return unsaved;
        }

        @Override
        public boolean confirm(String question, String price, String yes) {
            asked.add(question);
            return confirm;
        }

        @Override
        public void compare(String title, List<String> differences) {
            compared.clear();
            compared.addAll(differences);
        }

        @Override
        public void tell(Problem problem) {
            told.add(problem);
        }
    }

    /** Opens a design and waits for its run. */
    final void open(FxRobot robot, Path file) {
        robot.interact(() -> workspace.open(file));
        await(() -> !workspace.disk().busy() && shown().current());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Does something with files and waits until the disk is at rest. */
    final void disk(FxRobot robot, Runnable what) {
        robot.interact(what);
        await(() -> !workspace.disk().busy());
    }

    final Shown<Views> shown() {
        return workspace.shownProperty().get();
    }

    /** Waits until it holds on the interface's thread. */
    static void await(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(holds).get());
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come about within " + PATIENCE_S + " s", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** An instant of the run. */
    final long time(String text) {
        return shown().run().orElseThrow().run().plan().clock().parse(text).orElseThrow();
    }

    final void seek(FxRobot robot, String time) {
        robot.interact(() -> workspace.playhead().seek(time(time)));
    }

    /** The head of a node on the canvas, on the screen. */
    final Point2D head(String node) {
        Box box = designer.canvas.places().placeOf(node).orElseThrow();
        return designer.canvas.localToScreen(box.x() + 52, box.y() + 14);
    }

    /**
     * Double clicks where that opens a field to write in, and does it again while none is there: on a busy machine the two
     * presses may come too far apart to be one double click, and so they would for a person.
     */
    final void doubleClick(FxRobot robot, Point2D place) {
        for (int i = 0; i < 10 && !writes(); i++) {
            // What was pressed before must not count as the first of two.
            robot.sleep(i == 0 ? 0 : 700);
            robot.doubleClickOn(place);
        }
        assertTrue(writes(), "nothing to write in at " + place);
    }

    private boolean writes() {
        return designer.getScene().getFocusOwner() instanceof TextInputControl;
    }

    /** A place on the canvas, on the screen. */
    final Point2D onCanvas(double x, double y) {
        return designer.canvas.localToScreen(x, y);
    }

    final String text(String selector) {
        return read(() -> ((Label) designer.lookup(selector)).getText());
    }

    /** Reads what the interface's thread writes, between two of its doings. */
    static <T> T read(Callable<T> what) {
        try {
            return Platform.isFxApplicationThread() ? what.call() : WaitForAsyncUtils.asyncFx(what).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** All words that are to be seen below a part of the window. */
    static List<String> words(Node part) {
        return read(() -> part.lookupAll(".label")
                .stream()
                .filter(Label.class::isInstance)
                .filter(WindowTest::seen)
                .map(n -> ((Label) n).getText())
                .toList());
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) return false;
        }
        return true;
    }
}
