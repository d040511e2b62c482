package millrace.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import millrace.app.canvas.Motion;
import millrace.app.editor.Selection;
import millrace.app.export.SceneReader;
import millrace.app.look.Drawn;
import millrace.app.look.Tape;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.pane.Underway;
import millrace.app.run.Shown;
import millrace.app.text.Texts;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;

/**
 * A design before the camera: a designer of its own in a window that nobody sees, whose views can be pictured at any moment of the run. Its
 * methods are for a thread that may wait; all that concerns the interface happens on the interface's thread.
 */
final class Studio implements AutoCloseable {
    static final String WINDOW = "window";
    static final String REPLAY = "replay";
    private static final long LONGEST_WAIT_S = 120;
    private static final int PULSES = 14;
    /** Pulses after the last thing that was made in the background. */
    private static final int AFTERWARDS = 4;
    private static final double SMALL = 1;
    /** The canvas has this share of a replay's height; the time chart the rest. */
    private static final double CANVAS_SHARE = 0.54;

    private final Subject subject;
    private final CompletableFuture<Shown<Views>> ready = new CompletableFuture<>();
    private final Workspace workspace = new Workspace(Platform::runLater);
    private final Designer designer;
    /** What is pictured. */
    private final Region picture;
    private final Optional<Tape.Recording> recording;
    private final Stage stage = new Stage();

    /**
     * What is before the camera.
     *
     * @param open opens the design
     * @param view what of the designer is to be seen
     * @param node the node that is selected and whose time chart is shown; empty = the first window
     * @param recorded pictures are also wanted as what was drawn
     */
    record Subject(Consumer<Workspace> open, String view, Theme theme, int width, int height, Optional<String> node,
            boolean recorded) {}

    /** On the interface's thread. */
    private Studio(Subject subject) {
        this.subject = subject;
        recording = subject.recorded() ? Optional.of(Tape.record()) : Optional.empty();
        Type.load();
        designer = new Designer(workspace, new NoDialogs(), subject.theme());
        picture = posed();
        picture.setMinSize(subject.width(), subject.height());
        picture.setPrefSize(subject.width(), subject.height());
        picture.setMaxSize(subject.width(), subject.height());
        picture.getStyleClass().add("root");
        show();
        workspace.shownProperty().addListener(new Until());
        subject.open().accept(workspace);
    }

    /** Only what is in a window that is shown is styled and laid out. It is a dot, for not everywhere can windows be transparent. */
    private void show() {
        stage.initStyle(StageStyle.UTILITY);
        stage.setOpacity(0);
        stage.setScene(new Scene(new Pane(picture), SMALL, SMALL));
        if (subject.recorded()) Tape.alone(stage.getScene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.toBack();
    }

    /** Waits until the run is there, or says what kept it from being pictured. */
    static Outcome<Studio> open(Subject subject) {
        Studio studio = onInterface(() -> new Studio(subject));
        try {
            if (studio.picture.getStyleClass().contains("missing")) return studio.unknown();
            studio.ready.get(LONGEST_WAIT_S, TimeUnit.SECONDS);
            return Outcome.of(studio);
        } catch (TimeoutException e) {
            studio.close();
            return failed("too-long", String.valueOf(LONGEST_WAIT_S));
        } catch (ExecutionException e) {
            studio.close();
            throw new IllegalStateException("no picture", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            studio.close();
            return failed("interrupted", "");
        }
    }

    private static <T> Outcome<T> failed(String why, String part) {
        return Outcome
                .failed(List.of(Problem.inWords(Location.DESIGN, "no-picture", Texts.of("files.picture." + why, part),
                        Texts.of("files.picture." + why + ".fix"))));
    }

    private Outcome<Studio> unknown() {
        String known = String.join(", ", onInterface(() -> views(designer)));
        close();
        return Outcome.failed(List.of(Problem.inWords(Location.DESIGN, "no-view",
                Texts.of("export.no-view", subject.view()), Texts.of("export.no-view.fix", known))));
    }

    /** What can be pictured, by the words of the command line. */
    static List<String> views(Designer designer) {
        List<String> all = new java.util.ArrayList<>(List.of(WINDOW, "canvas", "time-chart", "timeline", "results",
                "problems", REPLAY));
        all.addAll(designer.panes.ids());
        all.addAll(Ways.words());
        return all;
    }

    /** A single view has the whole picture to itself. */
    private Region posed() {
        return switch (subject.view()) {
            case WINDOW -> designer;
            case "canvas" -> alone(designer.canvas);
            case "time-chart" -> alone(designer.chart);
            case "timeline" -> alone(designer.timeline);
            case "results" -> alone(designer.results);
            case "problems" -> alone(designer.problems);
            case REPLAY -> both();
            default -> pane(subject.view());
        };
    }

    private Region pane(String word) {
        Optional<Ways> ways = Ways.of(word);
        ways.ifPresent(w -> w.choose(designer));
        return designer.panes.open(ways.isPresent() ? Ways.PANE : word).map(this::alone).orElseGet(Studio::missing);
    }

    private static Region missing() {
        Region nothing = new Region();
        nothing.getStyleClass().add("missing");
        return nothing;
    }

    private Region alone(Node view) {
        return grounded(new StackPane(view));
    }

    private Region grounded(Region ground) {
        ground.getStylesheets().setAll(designer.getStylesheets());
        ground.setStyle("-fx-background-color: -mr-panel;");
        return ground;
    }

    /** Canvas and time chart, one above the other. */
    private Region both() {
        designer.canvas.withoutControls();
        designer.canvas.setPrefHeight(subject.height() * CANVAS_SHARE);
        designer.canvas.setMinHeight(subject.height() * CANVAS_SHARE);
        VBox.setVgrow(designer.chart, Priority.ALWAYS);
        return grounded(new VBox(designer.canvas, designer.chart));
    }

    /** Hears when the run is there. */
    private final class Until implements ChangeListener<Shown<Views>> {
        @Override
        public void changed(ObservableValue<? extends Shown<Views>> o, Shown<Views> was, Shown<Views> is) {
            boolean over = is.progress().isEmpty() && (is.run().isPresent() || !is.problems().isEmpty());
            if (!over) return;
            workspace.shownProperty().removeListener(this);
            Platform.runLater(() -> {
                place();
                new Patience(picture, () -> ready.complete(is)).start();
            });
        }
    }

    private void place() {
        subject.node()
                .filter(id -> workspace.editor().design().node(id).isPresent())
                .ifPresent(id -> workspace.editor().select(Selection.node(id)));
        new Division().give(designer);
        designer.canvas.fit();
    }

    /** Lets some pulses pass: what came with the run is styled in one, laid out in the next; hasty drawings are made anew; views make what they show in the background. */
    private static final class Patience extends AnimationTimer {
        private final Region picture;
        private final Runnable then;
        private int passed;

        Patience(Region picture, Runnable then) {
            this.picture = picture;
            this.then = then;
        }

        @Override
        public void handle(long now) {
            picture.applyCss();
            picture.layout();
            if (Underway.any()) passed = Math.min(passed, PULSES - AFTERWARDS);
            if (++passed < PULSES) return;
            stop();
            then.run();
        }
    }

    // What it shows

    Optional<Shown.Ready<Views>> run() {
        return onInterface(() -> workspace.shownProperty().get().run());
    }

    /** The picture at a moment; with a speed, as it looks while it is played. */
    WritableImage picture(double at, Optional<Double> speed) {
        return onInterface(() -> {
            at(at, speed);
            return picture.snapshot(null, new WritableImage(subject.width(), subject.height()));
        });
    }

    /** What is drawn at a moment. */
    List<Drawn> drawn(double at, Optional<Double> speed) {
        return onInterface(() -> {
            at(at, speed);
            return SceneReader.read(picture);
        });
    }

    private void at(double at, Optional<Double> speed) {
        workspace.shownProperty().get().run().ifPresent(ready -> {
            workspace.playhead().seek(Math.round(Math.floor(at)));
            speed.ifPresent(s -> designer.canvas.show(ready.timeline().at(workspace.playhead().time()),
                    new Motion(Math.max(at, workspace.playhead().time()), s, true)));
        });
        picture.applyCss();
        picture.layout();
    }

    @Override
    public void close() {
        onInterface(() -> {
            recording.ifPresent(Tape.Recording::close);
            designer.stop();
            stage.hide();
            return true;
        });
    }

    private static <T> T onInterface(Callable<T> what) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                done.complete(what.call());
            } catch (Exception | LinkageError e) {
                done.completeExceptionally(e);
            }
        };
        if (Platform.isFxApplicationThread()) task.run();
        else
            Platform.runLater(task);
        return done.join();
    }
}
