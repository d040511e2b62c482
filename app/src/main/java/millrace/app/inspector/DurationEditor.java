package millrace.app.inspector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import millrace.app.text.Texts;
import millrace.design.Value;

/** A figure and its unit in one field: "2 | min". Takes a whole duration ("4 min 56 s") as well. */
final class DurationEditor implements FieldEditor {
    /** As durations are written in a design: no words of the screen. */
    private static final List<String> UNITS = List.of("ms", "s", "min", "h", "days");
    private static final Pattern SIMPLE = Pattern.compile("(-?[0-9.]+)\\s*(ms|s|min|h|days?)");

    private final TextField figure = new TextField();
    private final MenuButton unit = new MenuButton();
    private final HBox box = new HBox(figure, unit);
    private final Value usual;
    private final Change change;
    private final LiveText live;

    DurationEditor(Value usual, Change change) {
        this.usual = usual;
        this.change = change;
        box.getStyleClass().add("duration-field");
        figure.getStyleClass().add("figures");
        HBox.setHgrow(figure, Priority.ALWAYS);
        figure.setPrefColumnCount(5);
        unit.setAccessibleText(Texts.of("inspector.unit"));
        UNITS.forEach(this::offer);
        live = new LiveText(figure, this::written, this::put, Value::of, change);
        Stepper.keys(figure, this::step);
    }

    private void offer(String word) {
        MenuItem item = new MenuItem(word);
        item.setOnAction(e -> {
            unit.setText(word);
            live.tell();
            change.done();
        });
        unit.getItems().add(item);
    }

    private void step(int times) {
        if (!(Values.numberOrText(figure.getText()) instanceof Value.Number n)) return;
        BigDecimal next = n.number().add(BigDecimal.valueOf(times));
        boolean below = next.signum() < 0 && n.number().signum() >= 0;
        figure.setText(below ? "0" : next.toPlainString());
        figure.end();
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
    public Node entry() {
        return figure;
    }

    @Override
    public void show(Optional<Value> value) {
        live.show(Values.text(value.orElse(usual)), value);
    }
}
