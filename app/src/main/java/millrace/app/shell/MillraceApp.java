package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import millrace.app.look.Type;

/** The designer as a program with windows. */
public final class MillraceApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /** Opens the designer with a file, or with an empty design, and returns when its window is closed. */
    public static void open(List<Path> files) {
        launch(MillraceApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Type.load();
        Workspace workspace = new Workspace(Platform::runLater);
        Designer designer = new Designer(workspace, new WindowDialogs(stage), remembered());
        designer.browser = getHostServices()::showDocument;
        stage.setTitle("Millrace");
        stage.setScene(scene(designer));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        workspace.editor()
                .listen(s -> stage
                        .setTitle(s.design().name() + (workspace.editor().dirty() ? " •" : "") + " – Millrace"));
        stage.setOnCloseRequest(e -> {
            if (!designer.window.files().leave(() -> {})) e.consume();
        });
        stage.setOnHidden(e -> {
            remember(designer.theme());
            designer.stop();
        });
        acceptFiles(designer);
        stage.show();
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(workspace::open);
    }

    private static Scene scene(Designer designer) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        return new Scene(designer, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    }

    /** A file dragged onto the window is opened. */
    private static void acceptFiles(Designer designer) {
        designer.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
        });
        designer.setOnDragDropped(e -> {
            Optional<Path> file = e.getDragboard().getFiles().stream().findFirst().map(java.io.File::toPath);
            file.ifPresent(
                    f -> Platform.runLater(() -> designer.window.files().leave(() -> designer.workspace.open(f))));
            e.setDropCompleted(file.isPresent());
        });
    }

    private static Preferences preferences() {
        return Preferences.userNodeForPackage(MillraceApp.class);
    }

    private static Theme remembered() {
        return preferences().getBoolean("dark", false) ? Theme.DARK : Theme.LIGHT;
    }

    private static void remember(Theme theme) {
        preferences().putBoolean("dark", theme.dark());
    }
}
