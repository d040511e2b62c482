package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import millrace.app.editor.Editor;
import millrace.app.editor.History;
import millrace.app.text.Texts;

/** All steps as a list, over the window: a click, or the arrows and Enter, goes to where that step is the last one done. */
final class HistoryView extends StackPane {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final double ROW = 30;
    private final Editor editor;
    private final ListView<Step> list = new ListView<>();
    private Runnable closed = () -> {};

    /** A row: how many steps are done there, and what the last of them was. */
    private record Step(int done, String name, boolean present, boolean undone, boolean saved) {}

    HistoryView(Editor editor) {
        this.editor = editor;
        Label title = new Label(Texts.of("shell.history"));
        title.getStyleClass().add("history-title");
        list.setCellFactory(l -> new Row());
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Texts.of("shell.history"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(e -> go());
        VBox box = new VBox(8, title, list);
        box.getStyleClass().add("history");
        box.setMaxSize(340, USE_PREF_SIZE);
        getChildren().add(box);
        getStyleClass().add("history-ground");
        setAlignment(Pos.TOP_LEFT);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) close();
        });
        setVisible(false);
        editor.listen(state -> {
            if (isVisible()) show(editor.history());
        });
    }

    /** @param afterwards what takes the keys when the list is closed */
    void open(Runnable afterwards) {
        closed = afterwards;
        show(editor.history());
        setVisible(true);
        list.requestFocus();
    }

    private void close() {
        setVisible(false);
        closed.run();
    }

    private void show(History history) {
        List<Step> rows = new ArrayList<>();
        for (int i = 0; i <= history.steps().size(); i++) {
            String name = i == 0 ? Texts.of("shell.history-start") : Texts.begun(history.steps().get(i - 1));
            rows.add(new Step(i, name, i == history.done(), i > history.done(),
                    history.saved().isPresent() && history.saved().getAsInt() == i));
        }
        list.getItems().setAll(rows);
        list.setPrefHeight(Math.min(rows.size(), 11) * ROW + 2);
        list.getSelectionModel().select(history.done());
        list.scrollTo(Math.max(0, history.done() - 5));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) close();
        else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) go();
        else
            return;
        event.consume();
    }

    private void go() {
        Step step = list.getSelectionModel().getSelectedItem();
        if (step != null) editor.goTo(step.done());
    }

    private static final class Row extends ListCell<Step> {
        @Override
        protected void updateItem(Step step, boolean empty) {
            super.updateItem(step, empty);
            pseudoClassStateChanged(UNDONE, step != null && !empty && step.undone());
            setGraphic(empty || step == null ? null : row(step));
        }

        private static HBox row(Step step) {
            Label here = new Label(step.present() ? "\u25B8" : "");
            here.getStyleClass().add("history-here");
            Label name = new Label(step.name());
            name.getStyleClass().add(step.present() ? "history-present" : "history-step");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(6, here, name, gap);
            row.setAlignment(Pos.CENTER_LEFT);
            if (step.saved()) {
                Label saved = new Label(Texts.of("shell.history-saved"));
                saved.getStyleClass().add("history-saved");
                saved.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(saved);
            }
            return row;
        }
    }
}
