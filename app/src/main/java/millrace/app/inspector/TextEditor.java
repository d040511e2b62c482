package millrace.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import millrace.design.Value;

/** One line of text, or several. */
final class TextEditor implements FieldEditor {
    private final TextInputControl field;
    private final Value usual;
    private final LiveText live;

    private TextEditor(TextInputControl field, Value usual, Function<String, Value> read, Change change) {
        this.field = field;
        this.usual = usual;
        field.setPromptText(Values.text(usual));
        live = LiveText.of(field, read, change);
    }

    static TextEditor line(Value usual, Function<String, Value> read, Change change) {
        return new TextEditor(new TextField(), usual, read, change);
    }

    static TextEditor area(Value usual, Change change) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(8);
        return new TextEditor(area, usual, Value::of, change);
    }

    TextEditor mono() {
        field.getStyleClass().add("figures");
        return this;
    }

    @Override
    public Region view() {
        return field;
    }

    @Override
    public Node entry() {
        return field;
    }

    @Override
    public void show(Optional<Value> value) {
        live.show(Values.text(value.orElse(usual)), value);
    }
}
