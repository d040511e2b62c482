package millrace.app.inspector;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import millrace.design.Value;

/** Yes or no. */
final class FlagEditor implements FieldEditor {
    private final CheckBox box = new CheckBox();
    private final Value usual;

    FlagEditor(String label, Value usual, Change change) {
        this.usual = usual;
        box.setText(label);
        box.setOnAction(e -> change.to(Value.of(box.isSelected())));
    }

    @Override
    public Region view() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        box.setSelected(value.orElse(usual) instanceof Value.Flag f && f.on());
    }
}
