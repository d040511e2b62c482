package millrace.app.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import millrace.app.text.Texts;

/** Says over the canvas what was done, with the way back if there is one. */
final class StepNote extends HBox {
    private final Label words = new Label();
    private final Button undo = new Button(Texts.of("what-if.undo"));

    StepNote() {
        super(10);
        Button close = new Button("✕");
        close.getStyleClass().addAll("flat", "icon", "close");
        close.setAccessibleText(Texts.of("what-if.close"));
        close.setOnAction(e -> hide());
        undo.setId("note-undo");
        undo.getStyleClass().add("small");
        undo.setMinWidth(USE_PREF_SIZE);
        words.setWrapText(true);
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("step-note");
        getChildren().setAll(words, undo, close);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        StackPane.setMargin(this, new Insets(12));
        hide();
    }

    /** @param back takes back what was done */
    void show(String what, Runnable back) {
        words.setText(what);
        setAccessibleText(what);
        undo.setOnAction(e -> back.run());
        undone(true);
    }

    /** Says what was done outside the design: nothing can be taken back. */
    void say(String what) {
        words.setText(what);
        setAccessibleText(what);
        undone(false);
    }

    private void undone(boolean possible) {
        undo.setVisible(possible);
        undo.setManaged(possible);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
