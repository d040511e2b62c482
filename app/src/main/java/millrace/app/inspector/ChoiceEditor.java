package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import millrace.catalog.Setting.Kind.Choice.Option;
import millrace.design.Value;
import org.controlsfx.control.SegmentedButton;

/** One of a few: segments side by side while they fit, else a list that drops down. */
final class ChoiceEditor {
    /** The longest label that fits into one of two, and into one of three segments of the inspector's width. */
    private static final int OF_TWO = 16;
    private static final int OF_THREE = 10;

    private ChoiceEditor() {}

    static FieldEditor of(List<Option> options, Value usual, FieldEditor.Change change) {
        int longest = options.stream().mapToInt(o -> o.label().length()).max().orElse(0);
        boolean fit = options.size() <= 2 ? longest <= OF_TWO : options.size() == 3 && longest <= OF_THREE;
        return fit ? new Segments(options, usual, change) : new Drop(options, usual, change);
    }

    private static final class Segments implements FieldEditor {
        private final SegmentedButton segments = new SegmentedButton();
        private final HBox box = new HBox(segments);
        private final Value usual;

        Segments(List<Option> options, Value usual, Change change) {
            this.usual = usual;
            segments.getStyleClass().add("segments");
            segments.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(segments, Priority.ALWAYS);
            for (Option option : options)
                segments.getButtons().add(button(option, options.size(), change));
        }

        private ToggleButton button(Option option, int count, Change change) {
            ToggleButton button = new ToggleButton(option.label());
            button.setUserData(option.value());
            button.prefWidthProperty().bind(box.widthProperty().divide(count));
            button.setOnAction(e -> {
                button.setSelected(true);
                change.to(Value.of(option.value()));
            });
            return button;
        }

        @Override
        public Region view() {
            return box;
        }

        @Override
        public void show(Optional<Value> value) {
            String text = Values.text(value.orElse(usual));
            for (ToggleButton b : segments.getButtons())
                b.setSelected(text.equals(b.getUserData()));
        }
    }

    private static final class Drop implements FieldEditor {
        private final ComboBox<String> box = new ComboBox<>();
        private final Value usual;
        private boolean showing;

        Drop(List<Option> options, Value usual, Change change) {
            this.usual = usual;
            box.setMaxWidth(Double.MAX_VALUE);
            box.getItems().setAll(options.stream().map(Option::value).toList());
            box.setConverter(new Labels(options));
            box.valueProperty().addListener((o, was, is) -> {
                if (!showing && is != null) change.to(Value.of(is));
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

    private static final class Labels extends StringConverter<String> {
        private final List<Option> options;

        Labels(List<Option> options) {
            this.options = options;
        }

        @Override
        public String toString(String value) {
            return options.stream()
                    .filter(o -> o.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse(value == null ? "" : value);
        }

        @Override
        public String fromString(String label) {
            return options.stream().filter(o -> o.label().equals(label)).map(Option::value).findFirst().orElse(label);
        }
    }
}
