package millrace.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import millrace.app.text.Texts;
import millrace.design.Problem;

/** Questions in windows of their own. */
final class WindowDialogs implements Dialogs {
    private static final double LINE = 28;

    private final Stage stage;

    WindowDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> chooseToOpen(Optional<Path> near) {
        return Optional.ofNullable(chooser("open", near).showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseToSave(String name, Optional<Path> near) {
        String purpose = purpose(name);
        FileChooser chooser = chooser(purpose, near);
        if (purpose.equals("save-results")) chooser.getExtensionFilters().setAll(filter("tables", "*.csv"));
        if (purpose.equals("save-picture"))
            chooser.getExtensionFilters().setAll(filter("pictures", "*" + name.substring(name.lastIndexOf('.'))));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    /** What is written, by the ending of its file. */
    static String purpose(String name) {
        if (name.endsWith(".csv")) return "save-results";
        return name.endsWith(".json") || !name.contains(".") ? "save-design" : "save-picture";
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
        chooser.setTitle(Texts.of("files.dialog." + title));
        chooser.getExtensionFilters().add(filter("designs", "*.json"));
        near.map(Path::toAbsolutePath)
                .map(Path::getParent)
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private static FileChooser.ExtensionFilter filter(String name, String ending) {
        return new FileChooser.ExtensionFilter(Texts.of("files.dialog." + name), ending);
    }

    @Override
    public Unsaved askUnsaved(String name) {
        ButtonType save = new ButtonType(Texts.of("files.dialog.save"), ButtonBar.ButtonData.YES);
        ButtonType leave = new ButtonType(Texts.of("files.dialog.leave"), ButtonBar.ButtonData.NO);
        ButtonType cancel = cancel();
        Alert alert = alert(Alert.AlertType.CONFIRMATION, Texts.of("files.dialog.unsaved", name),
                Texts.of("files.dialog.unsaved.more"));
        alert.getButtonTypes().setAll(save, leave, cancel);
        ButtonType answer = alert.showAndWait().orElse(cancel);
        return answer == save ? Unsaved.SAVE : answer == leave ? Unsaved.LEAVE : Unsaved.CANCEL;
    }

    private static ButtonType cancel() {
        return new ButtonType(Texts.of("files.dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    @Override
    public boolean confirm(String question, String price, String yes) {
        ButtonType go = new ButtonType(yes, ButtonBar.ButtonData.YES);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, question, price);
        alert.getButtonTypes().setAll(go, cancel());
        return alert.showAndWait().filter(go::equals).isPresent();
    }

    @Override
    public void compare(String title, List<String> differences) {
        VBox lines = new VBox(6);
        lines.getStyleClass().add("differences");
        for (String line : differences) {
            Label label = new Label(line);
            label.setWrapText(true);
            lines.getChildren().add(label);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.clamp(differences.size() * LINE, 2 * LINE, 10 * LINE));
        scroll.setPrefViewportWidth(520);
        Alert alert = alert(Alert.AlertType.INFORMATION, title, "");
        alert.getDialogPane().setContent(scroll);
        alert.showAndWait();
    }

    @Override
    public void tell(Problem problem) {
        alert(Alert.AlertType.WARNING, problem.message(), problem.fix().orElse("")).showAndWait();
    }

    private Alert alert(Alert.AlertType type, String header, String words) {
        Alert alert = new Alert(type, words);
        alert.initOwner(stage);
        alert.setTitle(Texts.of("files.title"));
        alert.setHeaderText(header);
        alert.setGraphic(null);
        if (stage.getScene().getRoot() != null)
            alert.getDialogPane().getStylesheets().setAll(stage.getScene().getRoot().getStylesheets());
        return alert;
    }
}
