package millrace.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line above the canvas that says what is the matter with the file, with what can be done about it. */
final class FileBanner extends HBox {
    final Label words = new Label();

    /** How bad it is. */
    enum Kind {
        PROBLEM,
        WARNING,
        REFUSED
    }

    /** @param id stable word, also the button's id with "banner-" before it */
    record Choice(String id, String name, Runnable what) {}

    record Notice(Kind kind, String words, List<Choice> choices) {}

    FileBanner() {
        super(8);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("file-banner");
        show(Optional.empty());
    }

    /** Shows the notice, or nothing at all. */
    void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        words.setText(notice.words);
        setAccessibleText(notice.words);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("problem"), notice.kind == Kind.PROBLEM);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("refused"), notice.kind == Kind.REFUSED);
        getChildren().setAll(words);
        notice.choices.forEach(c -> getChildren().add(button(c)));
    }

    private static Button button(Choice choice) {
        Button button = new Button(choice.name);
        button.setId("banner-" + choice.id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> choice.what.run());
        return button;
    }
}
