package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import millrace.app.file.Autosave;
import millrace.app.file.Places;
import millrace.app.look.Type;
import millrace.text.Sentences;

/** The designer as a program with windows. */
public final class MillraceApp extends Application {
    private Optional<Windows> windows = Optional.empty();

    /** Opens the designer with files, each in a tab of its own, and returns when its last window is closed. */
    public static void open(List<Path> files) {
        launch(MillraceApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    /** Before the first window: the language of the person, and typefaces. */
    static void prepare() {
        Sentences.speak(Locale.getDefault());
        Type.load();
    }

    @Override
    public void start(Stage stage) {
        prepare();
        Windows all = new Windows(Places.usual(), WindowDialogs::new, Autosave.Pace.USUAL);
        windows = Optional.of(all);
        all.setBrowser(getHostServices()::showDocument);
        all.start(stage, getParameters().getRaw().stream().map(Path::of).toList());
    }

    /** Side files that are to go are gone before the program is. */
    @Override
    public void stop() {
        windows.ifPresent(Windows::finish);
        Autosave.await();
    }
}
