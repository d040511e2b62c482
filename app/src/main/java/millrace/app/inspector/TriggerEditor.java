package millrace.app.inspector;

import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import millrace.design.Value;

/** A composed trigger as text; an empty field means the everyday form. */
final class TriggerEditor implements FieldEditor {
    /** In the language of triggers, which is no word of the screen. */
    private static final String EXAMPLE = "repeatedly(afterCount(3))";

    private final TextArea area = new TextArea();
    private final LiveText live;

    TriggerEditor(Change change) {
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.getStyleClass().add("figures");
        area.setPromptText(EXAMPLE);
        live = LiveText.of(area, text -> text.isBlank() ? new Value.Nothing() : TriggerText.read(text), change);
    }

    @Override
    public Region view() {
        return area;
    }

    @Override
    public void show(Optional<Value> value) {
        live.show(value.map(TriggerText::write).orElse(""), value);
    }
}
