package millrace.app.shell;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the letter that opened a field out of it: a bare key gives the field the focus when it is pressed, and the letter
 * comes after that. Only what is pressed in the field is written there.
 */
final class OwnKeys {
    private boolean pressed;

    private OwnKeys() {}

    static void only(TextInputControl field) {
        OwnKeys own = new OwnKeys();
        field.focusedProperty().addListener(o -> own.pressed = false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> own.pressed = true);
        field.addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (!own.pressed) e.consume();
        });
    }
}
