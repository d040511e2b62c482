package millrace.app.shell;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Finds an action by a part of its name: Ctrl+K, type, Enter. Lies over the window while it is open. */
final class ActionFinder extends StackPane {
    private final Actions actions;
    private final TextField query = new TextField();
    private final ListView<Action> found = new ListView<>();

    ActionFinder(Actions actions) {
        this.actions = actions;
        query.setPromptText("Find an action");
        query.textProperty().addListener((o, was, is) -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setCellFactory(list -> new Row());
        found.setOnMouseClicked(e -> choose());
        found.setFocusTraversable(false);
        VBox box = new VBox(8, query, found);
        box.getStyleClass().add("finder");
        box.setMaxSize(480, 360);
        getChildren().add(box);
        getStyleClass().add("finder-ground");
        setAlignment(Pos.TOP_CENTER);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) close();
        });
        close();
    }

    void open() {
        setVisible(true);
        query.clear();
        search();
        query.requestFocus();
    }

    private void close() {
        setVisible(false);
    }

    private void search() {
        String words = query.getText().toLowerCase(Locale.ROOT).strip();
        List<Action> fits = actions.all()
                .stream()
                .filter(a -> a.possible().get())
                .filter(a -> a.name().get().toLowerCase(Locale.ROOT).contains(words))
                .toList();
        found.getItems().setAll(fits);
        found.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) close();
        else if (code == KeyCode.ENTER) choose();
        else if (code == KeyCode.DOWN) found.getSelectionModel().selectNext();
        else if (code == KeyCode.UP) found.getSelectionModel().selectPrevious();
        else
            return;
        event.consume();
    }

    private void choose() {
        Action chosen = found.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        close();
        chosen.run();
    }

    private static final class Row extends ListCell<Action> {
        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(empty || action == null ? null : row(action));
        }

        private static HBox row(Action action) {
            Label keys = new Label(action.keyText());
            keys.getStyleClass().add("key-cap");
            keys.setVisible(!action.keyText().isEmpty());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return new HBox(new Label(action.name().get()), gap, keys);
        }
    }
}
