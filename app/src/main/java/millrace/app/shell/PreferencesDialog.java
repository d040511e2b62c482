package millrace.app.shell;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import millrace.app.prefs.Preferences;
import millrace.app.text.Texts;

/** What a person chooses once for all designs. Each choice holds at once; there is nothing to confirm. */
final class PreferencesDialog {
    private static final double WIDTH = 440;
    private static final Double[] SCALES = {0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0};

    private final Windows windows;
    private final Stage owner;
    private final VBox rows = new VBox();

    PreferencesDialog(Windows windows, Stage owner) {
        this.windows = windows;
        this.owner = owner;
        rows.getStyleClass().add("preferences");
        rows.setPrefWidth(WIDTH);
        Preferences now = windows.preferences();
        choice("look", Preferences.Look.values(), now.look(),
                l -> Texts.of("prefs.look." + l.name().toLowerCase(Locale.ROOT)),
                l -> windows.prefer(windows.preferences().with(l)));
        choice("scale", SCALES, now.scale(), s -> Math.round(s * 100) + " %",
                s -> windows.prefer(windows.preferences().scaled(s)));
        flag("motion", now.reducedMotion(), on -> windows.prefer(windows.preferences().withReducedMotion(on)));
        flag("autosave", now.autosave(), on -> windows.prefer(windows.preferences().withAutosave(on)));
        flag("reopen", now.reopen(), on -> windows.prefer(windows.preferences().withReopen(on)));
    }

    void show() {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Texts.of("prefs.title"));
        stage.setResizable(false);
        Scene scene = new Scene(rows);
        rows.getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
        owner.getScene()
                .getRoot()
                .getStylesheets()
                .addListener((javafx.beans.Observable o) -> rows.getStylesheets()
                        .setAll(owner.getScene().getRoot().getStylesheets()));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) stage.hide();
        });
        stage.setScene(scene);
        stage.show();
    }

    private <T> void choice(String id, T[] all, T now, Function<T, String> name,
            java.util.function.Consumer<T> chosen) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getItems().setAll(all);
        box.setConverter(new Names<>(name));
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setId("prefs-" + id);
        box.valueProperty().addListener((o, was, is) -> chosen.accept(is));
        Label label = new Label(Texts.of("prefs." + id));
        label.getStyleClass().add("setting-label");
        label.setLabelFor(box);
        rows.getChildren().addAll(label, box, help(id));
    }

    private void flag(String id, boolean now, java.util.function.Consumer<Boolean> chosen) {
        CheckBox box = new CheckBox(Texts.of("prefs." + id));
        box.setSelected(now);
        box.setId("prefs-" + id);
        box.selectedProperty().addListener((o, was, is) -> chosen.accept(is));
        rows.getChildren().addAll(box, help(id));
    }

    private static Label help(String id) {
        Label help = new Label(Texts.of("prefs." + id + ".help"));
        help.getStyleClass().add("setting-help");
        help.setWrapText(true);
        return help;
    }

    private static final class Names<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Names(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException();
        }
    }
}
