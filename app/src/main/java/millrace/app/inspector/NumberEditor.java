package millrace.app.inspector;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import millrace.app.text.Texts;
import millrace.design.Value;

/** A number with its unit; arrows make it more or less, but never more than it may be. */
final class NumberEditor implements FieldEditor {
    /** What is as large as this is no limit that one would want to read. */
    private static final BigDecimal HUGE = BigDecimal.valueOf(1_000_000_000);

    private final TextField field = new TextField();
    private final HBox box = new HBox(field);
    private final BigDecimal least;
    private final BigDecimal most;
    private final BigDecimal step;
    private final Value usual;
    private final LiveText live;

    private NumberEditor(BigDecimal least, BigDecimal most, BigDecimal step, String unit, Value usual, Change change) {
        this.least = least;
        this.most = most;
        this.step = step;
        this.usual = usual;
        field.getStyleClass().add("figures");
        field.setPromptText(Values.text(usual));
        field.setPrefColumnCount(5);
        HBox.setHgrow(field, Priority.ALWAYS);
        live = LiveText.of(field, Values::numberOrText, change);
        Stepper.keys(field, this::step);
        if (!unit.isEmpty()) box.getChildren().add(unit(unit));
        box.getChildren().add(Stepper.buttons(this::step));
        box.getStyleClass().add("number-field");
        box.setAlignment(Pos.CENTER_LEFT);
        range().ifPresent(words -> field.setTooltip(new Tooltip(words)));
    }

    static NumberEditor whole(long least, long most, String unit, Value usual, Change change) {
        return new NumberEditor(BigDecimal.valueOf(least), BigDecimal.valueOf(most), BigDecimal.ONE, unit, usual,
                change);
    }

    static NumberEditor decimal(double least, double most, String unit, Value usual, Change change) {
        return new NumberEditor(decimal(least), decimal(most), new BigDecimal("0.1"), unit, usual, change);
    }

    private static BigDecimal decimal(double d) {
        return new BigDecimal(String.valueOf(d));
    }

    private static Label unit(String unit) {
        Label label = new Label(unit);
        label.getStyleClass().add("unit");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** "1 to 16", "1 or more"; nothing where it may be anything. */
    private Optional<String> range() {
        boolean low = least.abs().compareTo(HUGE) < 0;
        boolean high = most.abs().compareTo(HUGE) < 0;
        if (low && high) return Optional.of(Texts.of("inspector.range", text(least), text(most)));
        return low ? Optional.of(Texts.of("inspector.at-least", text(least))) : Optional.empty();
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void step(int times) {
        Value now = Values.numberOrText(field.getText().isBlank() ? Values.text(usual) : field.getText());
        if (!(now instanceof Value.Number n)) return;
        BigDecimal next = n.number().add(step.multiply(BigDecimal.valueOf(times))).max(least).min(most);
        field.setText(text(next));
        field.requestFocus();
        field.end();
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
