package millrace.app.inspector;

import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import millrace.app.text.Texts;

/** Steps by the arrow keys (with Shift ten at once) and by two small buttons at the end of the field. */
final class Stepper {
    private static final int MANY = 10;

    private Stepper() {}

    static void keys(TextField field, IntConsumer step) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean up = e.getCode() == KeyCode.UP;
            if (!up && e.getCode() != KeyCode.DOWN || e.isShortcutDown() || e.isAltDown()) return;
            step.accept((up ? 1 : -1) * (e.isShiftDown() ? MANY : 1));
            e.consume();
        });
    }

    static VBox buttons(IntConsumer step) {
        VBox buttons = new VBox(button("up", "▴", () -> step.accept(1)), button("down", "▾", () -> step.accept(-1)));
        buttons.getStyleClass().add("stepper");
        return buttons;
    }

    private static Button button(String word, String sign, Runnable what) {
        Button button = new Button(sign);
        button.getStyleClass().add("flat");
        button.setFocusTraversable(false);
        button.setAccessibleText(Texts.of("inspector." + word));
        button.setOnAction(e -> what.run());
        return button;
    }
}
