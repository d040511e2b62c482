package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import millrace.app.text.Texts;
import millrace.design.Value;

/** The name of a field: offered are those that arrive, and any other can be typed. */
final class NameEditor implements FieldEditor {
    private final ComboBox<String> box = new ComboBox<>();
    private final Value usual;
    private boolean showing;

    NameEditor(List<String> names, Value usual, Change change) {
        this.usual = usual;
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(names);
        box.setPromptText(Texts.of("inspector.none"));
        box.valueProperty().addListener((o, was, is) -> {
            if (!showing) change.to(Value.of(is == null ? "" : is));
        });
    }

    @Override
    public Region view() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        showing = true;
        box.setValue(Values.text(value.orElse(usual)));
        showing = false;
    }
}
