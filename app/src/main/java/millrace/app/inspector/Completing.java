package millrace.app.inspector;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import millrace.app.inspector.Completions.Completion;

/** Offers completions below a field: while one types, and at Ctrl+Space. Enter or Tab takes one, Escape none. */
final class Completing {
    private static final double ROW = 26;
    private static final int MOST_ROWS = 8;

    private final TextField field;
    private final Completions completions;
    private final ListView<Completion> list = new ListView<>();
    private final Popup popup = new Popup();
    private boolean taking;

    Completing(TextField field, Completions completions) {
        this.field = field;
        this.completions = completions;
        list.getStyleClass().addAll("root", "completions", "popup-list");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(240);
        list.setFocusTraversable(false);
        list.setCellFactory(l -> new Row());
        list.setOnMouseClicked(e -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().addListener((o, was, is) -> {
            // The cursor follows its text a moment later.
            if (!taking && field.isFocused() && is.length() > was.length())
                javafx.application.Platform.runLater(() -> offer(false));
            else
                popup.hide();
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) popup.hide();
        });
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE && e.isControlDown()) offer(true);
        else if (!popup.isShowing()) return;
        else if (e.getCode() == KeyCode.DOWN) list.getSelectionModel().selectNext();
        else if (e.getCode() == KeyCode.UP) list.getSelectionModel().selectPrevious();
        else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.TAB) take();
        else if (e.getCode() == KeyCode.ESCAPE) popup.hide();
        else
            return;
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        e.consume();
    }

    /** @param asked also where no letter of a word is written yet */
    private void offer(boolean asked) {
        Completions.Part part = Completions.part(field.getText(), field.getCaretPosition());
        List<Completion> fits = completions.at(field.getText(), field.getCaretPosition());
        boolean done = fits.size() == 1 && fits.getFirst().word().equals(part.letters());
        boolean due = asked || !part.letters().isEmpty() || part.afterPoint();
        if (fits.isEmpty() || done || !due || field.getScene() == null || !field.isFocused()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(fits);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(Math.min(fits.size(), MOST_ROWS) * ROW + 10);
        // Colours are looked up in the style sheets of the window, which a popup does not inherit.
        list.getStylesheets().setAll(sheets());
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        popup.show(field, at.getMinX(), at.getMaxY() + 2);
    }

    private List<String> sheets() {
        for (javafx.scene.Parent p = field.getParent(); p != null; p = p.getParent())
            if (p.getStyleClass().contains("designer")) return p.getStylesheets();
        return field.getScene().getStylesheets();
    }

    private void take() {
        Completion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        popup.hide();
        taking = true;
        int from = Completions.part(field.getText(), field.getCaretPosition()).from();
        field.replaceText(from, field.getCaretPosition(), chosen.word() + (chosen.function() ? "()" : ""));
        field.positionCaret(from + chosen.word().length() + (chosen.function() ? 1 : 0));
        taking = false;
    }

    private static final class Row extends ListCell<Completion> {
        @Override
        protected void updateItem(Completion item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : row(item));
        }

        private static HBox row(Completion item) {
            Label word = new Label(item.word() + (item.function() ? "()" : ""));
            word.getStyleClass().add("completion-word");
            Label more = new Label(item.more());
            more.getStyleClass().add("completion-more");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return new HBox(8, word, gap, more);
        }
    }
}
