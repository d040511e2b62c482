package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import millrace.app.file.Autosave;
import millrace.app.file.Places;
import millrace.app.look.Type;

/** The designer as a program with windows. */
public final class MillraceApp extends Application {
    /** Opens the designer with files, each in a tab of its own, and returns when its last window is closed. */
    public static void open(List<Path> files) {
        launch(MillraceApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Type.load();
        Windows windows = new Windows(Places.usual(), WindowDialogs::new, Autosave.Pace.USUAL);
        windows.setBrowser(getHostServices()::showDocument);
        windows.start(stage, getParameters().getRaw().stream().map(Path::of).toList());
    }

    /** Side files that are to go are gone before the program is. */
    @Override
    public void stop() {
        Autosave.await();
    }
}
