package millrace.app.inspector;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import millrace.app.text.Texts;
import millrace.design.Value;

/** The name of a file beside the design, typed or chosen. */
final class FileEditor implements FieldEditor {
    private final TextField field = new TextField();
    private final Button choose = new Button("…");
    private final HBox box = new HBox(6, field, choose);
    private final Value usual;
    private final LiveText live;

    /** @param chooser asks the person for a file; empty if none was chosen that can be used */
    FileEditor(Value usual, Supplier<Optional<String>> chooser, Change change) {
        this.usual = usual;
        field.getStyleClass().add("figures");
        HBox.setHgrow(field, Priority.ALWAYS);
        live = LiveText.of(field, Value::of, change);
        choose.getStyleClass().add("icon");
        choose.setAccessibleText(Texts.of("inspector.choose-file"));
        choose.setOnAction(e -> chooser.get().ifPresent(name -> {
            field.setText(name);
            live.tell();
            change.done();
        }));
        box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    public Region view() {
        return box;
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
