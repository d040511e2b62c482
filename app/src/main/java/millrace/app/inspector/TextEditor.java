package millrace.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import millrace.design.Value;

/** One line of text: entered with Enter or by leaving the field, taken back with Escape. */
final class TextEditor implements FieldEditor {
    private final TextField field = new TextField();
    private final Value usual;
    private final Function<String, Value> read;
    private final Change change;
    private String shown = "";

    TextEditor(Value usual, Function<String, Value> read, Change change) {
        this.usual = usual;
        this.read = read;
        this.change = change;
        field.setPromptText(Values.text(usual));
        field.setOnAction(e -> enter());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) enter();
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) field.setText(shown);
        });
    }

    TextEditor mono() {
        field.getStyleClass().add("figures");
        return this;
    }

    private void enter() {
        if (field.getText().equals(shown)) return;
        shown = field.getText();
        change.to(read.apply(shown));
    }

    @Override
    public Region view() {
        return field;
    }

    @Override
    public void show(Optional<Value> value) {
        String text = Values.text(value.orElse(usual));
        if (text.equals(shown) && field.isFocused()) return;
        shown = text;
        field.setText(text);
    }
}
