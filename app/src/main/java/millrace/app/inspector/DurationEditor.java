package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import millrace.design.Value;

/** A figure and its unit in one field: "2 | min". Takes a whole duration ("4 min 56 s") as well. */
final class DurationEditor implements FieldEditor {
    private static final List<String> UNITS = List.of("ms", "s", "min", "h", "days");
    private static final Pattern SIMPLE = Pattern.compile("(-?[0-9.]+)\\s*(ms|s|min|h|days?)");

    private final TextField figure = new TextField();
    private final MenuButton unit = new MenuButton();
    private final HBox box = new HBox(figure, unit);
    private final Value usual;
    private final Change change;
    private String shown = "";

    DurationEditor(Value usual, Change change) {
        this.usual = usual;
        this.change = change;
        box.getStyleClass().add("duration-field");
        figure.getStyleClass().add("figures");
        HBox.setHgrow(figure, Priority.ALWAYS);
        figure.setPrefColumnCount(5);
        UNITS.forEach(this::offer);
        figure.setOnAction(e -> enter());
        figure.focusedProperty().addListener((o, was, is) -> {
            if (!is) enter();
        });
        figure.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) put(shown);
        });
    }

    private void offer(String word) {
        MenuItem item = new MenuItem(word);
        item.setOnAction(e -> {
            unit.setText(word);
            enter();
        });
        unit.getItems().add(item);
    }

    private void enter() {
        String text = written();
        if (text.equals(shown)) return;
        shown = text;
        change.to(Value.of(text));
    }

    /** A bare figure takes the unit beside it; anything else stands for itself. */
    private String written() {
        String text = figure.getText().strip();
        return text.matches("-?[0-9.]+") ? text + " " + (unit.getText().isBlank() ? "s" : unit.getText()) : text;
    }

    private void put(String text) {
        Matcher simple = SIMPLE.matcher(text.strip());
        boolean one = simple.matches();
        figure.setText(one ? simple.group(1) : text);
        unit.setText(one ? simple.group(2) : "");
    }

    @Override
    public Region view() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        String text = Values.text(value.orElse(usual));
        if (text.equals(shown) && figure.isFocused()) return;
        shown = text;
        put(text);
    }
}
