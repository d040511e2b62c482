package millrace.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import millrace.app.text.Texts;
import millrace.design.Problem;

/** Questions in windows of their own. */
final class WindowDialogs implements Dialogs {
    private final Stage stage;

    WindowDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> chooseToOpen(Optional<Path> near) {
        return Optional.ofNullable(chooser("Open a design", near).showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseToSave(String name, Optional<Path> near) {
        boolean table = name.endsWith(".csv");
        FileChooser chooser = chooser(table ? "Save the results" : "Save the design", near);
        if (table) chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Tables", "*.csv"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseData(Optional<Path> near, boolean forReading) {
        FileChooser chooser = chooser(Texts.of("finder.data"), near);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(Texts.of("finder.data"), "*.*"));
        File file = forReading ? chooser.showOpenDialog(stage) : chooser.showSaveDialog(stage);
        return Optional.ofNullable(file).map(File::toPath);
    }

    private static FileChooser chooser(String title, Optional<Path> near) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Designs", "*.json"));
        near.map(Path::toAbsolutePath)
                .map(Path::getParent)
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    @Override
    public Unsaved askUnsaved(String name) {
        ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
        ButtonType leave = new ButtonType("Don't save", ButtonBar.ButtonData.NO);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, "Save the changes to " + name + "?",
                "They are lost if you don't save them.");
        alert.getButtonTypes().setAll(save, leave, ButtonType.CANCEL);
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == save ? Unsaved.SAVE : answer == leave ? Unsaved.LEAVE : Unsaved.CANCEL;
    }

    @Override
    public void tell(Problem problem) {
        alert(Alert.AlertType.WARNING, problem.message(), problem.fix().orElse("")).showAndWait();
    }

    private Alert alert(Alert.AlertType type, String header, String words) {
        Alert alert = new Alert(type, words);
        alert.initOwner(stage);
        alert.setTitle("Millrace");
        alert.setHeaderText(header);
        alert.setGraphic(null);
        alert.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        return alert;
    }
}
