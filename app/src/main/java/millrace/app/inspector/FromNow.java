package millrace.app.inspector;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import millrace.app.text.Texts;
import millrace.format.ValueText;

/**
 * Beside a setting: whether what is written there holds from the playhead on, instead of for the whole run; and below it,
 * what is to become of it when.
 */
final class FromNow {
    private static final String CLOCK = "M8 1.6a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 1 1 0 -12.8 M8 4.4V8l2.6 1.8";
    private static final int SHORT = 8;
    private final ToggleButton toggle = new ToggleButton();
    private final VBox changes = new VBox(2);
    private final IntConsumer takeBack;

    /** @param turned is run when the switch is turned */
    FromNow(String label, Runnable turned, IntConsumer takeBack) {
        this.takeBack = takeBack;
        SVGPath icon = new SVGPath();
        icon.setContent(CLOCK);
        icon.getStyleClass().add("from-now-icon");
        toggle.setGraphic(icon);
        toggle.getStyleClass().add("from-now");
        toggle.setAccessibleText(Texts.of("inspector.from-now.of", label));
        toggle.setTooltip(new Tooltip(Texts.of("inspector.from-now.does")));
        toggle.setFocusTraversable(false);
        toggle.setOnAction(e -> {
            toggle.setText(toggle.isSelected() ? Texts.of("inspector.from-now") : "");
            turned.run();
        });
        changes.getStyleClass().add("scheduled");
    }

    boolean on() {
        return toggle.isSelected();
    }

    /** The label of a setting with the switch at its end. */
    HBox beside(Label label) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(6, label, gap, toggle);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        gap.setMinWidth(0);
        // In a narrow column a short label would be broken within its word.
        if (label.getText().length() <= SHORT) label.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    Node changes() {
        return changes;
    }

    void show(List<Scheduled> scheduled) {
        changes.getChildren().setAll(scheduled.stream().map(this::row).toList());
        changes.setVisible(!scheduled.isEmpty());
        changes.setManaged(!scheduled.isEmpty());
    }

    private HBox row(Scheduled change) {
        String value = change.value() instanceof millrace.design.Value.Nothing ? Texts.of("inspector.from-now.usual")
                : change.value() instanceof millrace.design.Value.Text t ? t.text() : ValueText.of(change.value());
        Label words = new Label(Texts.of("inspector.from-now.change", change.at(), value));
        words.getStyleClass().add("figures");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button out = new Button("×");
        out.setMinWidth(Region.USE_PREF_SIZE);
        out.getStyleClass().addAll("flat", "icon", "take-back");
        out.setAccessibleText(Texts.of("inspector.from-now.out", change.at()));
        out.setOnAction(e -> takeBack.accept(change.place()));
        HBox row = new HBox(6, words, out);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
