package millrace.app.inspector;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import millrace.design.Clock;
import millrace.design.Value;

/** An instant on the design's clock; arrows go by a second, with Shift by a minute. */
final class TimeEditor implements FieldEditor {
    private static final long SECOND = 1_000;

    private final TextField field = new TextField();
    private final HBox box = new HBox(field, Stepper.buttons(this::step));
    private final Clock clock;
    private final Value usual;
    private final LiveText live;

    TimeEditor(Clock clock, Value usual, Change change) {
        this.clock = clock;
        this.usual = usual;
        field.getStyleClass().add("figures");
        field.setPromptText(clock.format(clock.start()));
        HBox.setHgrow(field, Priority.ALWAYS);
        live = LiveText.of(field, Value::of, change);
        Stepper.keys(field, this::step);
        box.getStyleClass().add("number-field");
        box.setAlignment(Pos.CENTER_LEFT);
    }

    private void step(int times) {
        OptionalLong now = field.getText().isBlank() ? OptionalLong.of(clock.start()) : clock.parse(field.getText());
        long by = Math.abs(times) > 1 ? Integer.signum(times) * 60 * SECOND : times * SECOND;
        now.ifPresent(at -> {
            field.setText(clock.full(at + by));
            field.requestFocus();
            field.end();
        });
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
