package millrace.app.inspector;

import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import millrace.design.Value;

/** A composed trigger as text; an empty field means the everyday form. Entered with Ctrl+Enter or by leaving the field. */
final class TriggerEditor implements FieldEditor {
    private final TextArea area = new TextArea();
    private final Change change;
    private String shown = "";

    TriggerEditor(Change change) {
        this.change = change;
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.getStyleClass().add("figures");
        area.setPromptText("repeatedly(afterCount(3))");
        area.focusedProperty().addListener((o, was, is) -> {
            if (!is) enter();
        });
        area.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) enter();
        });
    }

    private void enter() {
        if (area.getText().equals(shown)) return;
        shown = area.getText();
        change.to(shown.isBlank() ? new Value.Nothing() : TriggerText.read(shown));
    }

    @Override
    public Region view() {
        return area;
    }

    @Override
    public void show(Optional<Value> value) {
        String text = value.map(TriggerText::write).orElse("");
        if (area.isFocused() && text.equals(shown)) return;
        shown = text;
        area.setText(text);
    }
}
