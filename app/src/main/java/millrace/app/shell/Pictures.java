package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.run.Shown;
import millrace.app.text.Texts;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;

/** Pictures of the window and its views at an instant, made with no window on a screen. The toolkit must be running. */
public final class Pictures {
    private static final long LONGEST_WAIT_S = 120;
    private static final double SMALL = 400;

    private Pictures() {}

    /** What is to be on the picture. */
    public enum View {
        WINDOW,
        CANVAS,
        TIME_CHART,
        LANES,
        TABLES,
        BROKERS
    }

    /**
     * @param at processing time, ms; before or after the run means its start or end
     * @param node the node that is selected and whose time chart is shown; empty = the first window
     */
    public record Request(Path design, long at, View view, Theme theme, int width, int height,
            Optional<String> node) {}

    /** Makes the picture, or says what kept it from being made. Not to be called on the interface's thread. */
    public static Outcome<WritableImage> make(Request request) {
        CompletableFuture<Outcome<WritableImage>> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                new Sitting(request, picture).begin();
            } catch (RuntimeException | LinkageError e) {
                picture.completeExceptionally(e);
            }
        });
        try {
            return picture.get(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return failed("too-long", String.valueOf(LONGEST_WAIT_S));
        } catch (ExecutionException e) {
            throw new IllegalStateException("no picture", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted", "");
        }
    }

    private static Outcome<WritableImage> failed(String why, String part) {
        return Outcome
                .failed(List.of(Problem.error(Location.DESIGN, "no-picture", Texts.of("files.picture." + why, part),
                        Texts.of("files.picture." + why + ".fix"))));
    }

    /** One design before the camera, until its run is there. All on the interface's thread. */
    private static final class Sitting implements ChangeListener<Shown<Views>> {
        private final Request request;
        private final CompletableFuture<Outcome<WritableImage>> picture;
        private final Workspace workspace = new Workspace(Platform::runLater);
        private final Designer designer;
        /** What is on the picture; it may be larger than the stage, which must fit on the screen that there is not. */
        private final Region subject;
        private final Stage stage = new Stage();

        Sitting(Request request, CompletableFuture<Outcome<WritableImage>> picture) {
            this.request = request;
            this.picture = picture;
            Type.load();
            designer = new Designer(workspace, new NoDialogs(), request.theme());
            subject = posed();
        }

        void begin() {
            subject.setMinSize(request.width(), request.height());
            subject.setPrefSize(request.width(), request.height());
            subject.getStyleClass().add("root");
            stage.setScene(new Scene(new Pane(subject), SMALL, SMALL));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            workspace.shownProperty().addListener(this);
            workspace.open(request.design());
        }

        /** A single view has the whole picture to itself. */
        private Region posed() {
            return switch (request.view()) {
                case WINDOW -> designer;
                case CANVAS -> alone(designer.canvas);
                case TIME_CHART -> alone(designer.chart);
                case LANES, TABLES, BROKERS -> pane(request.view().name().toLowerCase(Locale.ROOT));
            };
        }

        private Region pane(String id) {
            Tab tab = designer.panes.tab(id).orElseThrow();
            designer.tabs.getSelectionModel().select(tab);
            return alone(tab.getContent());
        }

        private Region alone(Node view) {
            StackPane ground = new StackPane(view);
            ground.getStylesheets().setAll(designer.getStylesheets());
            ground.setStyle("-fx-background-color: -mr-panel;");
            return ground;
        }

        @Override
        public void changed(javafx.beans.value.ObservableValue<? extends Shown<Views>> o, Shown<Views> was,
                Shown<Views> is) {
            boolean over = is.progress().isEmpty() && (is.run().isPresent() || !is.problems().isEmpty());
            if (!over) return;
            workspace.shownProperty().removeListener(this);
            Platform.runLater(() -> {
                place(is);
                new Patience(this::shoot).start();
            });
        }

        private void place(Shown<Views> shown) {
            shown.run().ifPresent(ready -> workspace.playhead().seek(request.at()));
            request.node()
                    .filter(id -> workspace.editor().design().node(id).isPresent())
                    .ifPresent(id -> workspace.editor().select(Selection.node(id)));
            designer.canvas.fit();
        }

        private void shoot() {
            WritableImage image = subject.snapshot(null, new WritableImage(request.width(), request.height()));
            designer.stop();
            stage.hide();
            picture.complete(Outcome.of(image));
        }
    }

    /** Waits for some pulses: what came with the run is styled in one, laid out in the next, and drawn in a third. */
    private static final class Patience extends AnimationTimer {
        private static final int PULSES = 5;
        private final Runnable then;
        private int passed;

        Patience(Runnable then) {
            this.then = then;
        }

        @Override
        public void handle(long now) {
            if (++passed < PULSES) return;
            stop();
            then.run();
        }
    }
}
