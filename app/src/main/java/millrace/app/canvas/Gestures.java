package millrace.app.canvas;

import java.util.Map;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import millrace.app.tool.Key;
import millrace.app.tool.Mods;
import millrace.app.tool.Pointer;

/** Turns JavaFX's events into those of the tools. */
final class Gestures {
    private static final Map<KeyCode, Key> KEYS = Map.ofEntries(Map.entry(KeyCode.LEFT, Key.LEFT),
            Map.entry(KeyCode.RIGHT, Key.RIGHT), Map.entry(KeyCode.UP, Key.UP), Map.entry(KeyCode.DOWN, Key.DOWN),
            Map.entry(KeyCode.DELETE, Key.DELETE), Map.entry(KeyCode.BACK_SPACE, Key.DELETE),
            Map.entry(KeyCode.ESCAPE, Key.ESCAPE), Map.entry(KeyCode.ENTER, Key.ENTER),
            Map.entry(KeyCode.TAB, Key.TAB), Map.entry(KeyCode.C, Key.CONNECT));
    private static final Map<KeyCode, Key> WITH_COMMAND = Map.of(KeyCode.A, Key.A, KeyCode.D, Key.D, KeyCode.DELETE,
            Key.TAKE_OUT, KeyCode.BACK_SPACE, Key.TAKE_OUT, KeyCode.ENTER, Key.OFFER);

    private final CanvasHand canvas;
    private boolean space;

    Gestures(CanvasHand canvas) {
        this.canvas = canvas;
    }

    void mouse(MouseEvent e) {
        EventType<? extends MouseEvent> type = e.getEventType();
        if (type == MouseEvent.MOUSE_PRESSED) canvas.press(pointer(e));
        else if (type == MouseEvent.MOUSE_DRAGGED) canvas.drag(pointer(e));
        else if (type == MouseEvent.MOUSE_RELEASED) canvas.release(pointer(e));
        else if (type == MouseEvent.MOUSE_MOVED) canvas.move(pointer(e));
        else if (type == MouseEvent.MOUSE_EXITED) canvas.leave();
    }

    private Pointer pointer(MouseEvent e) {
        Pointer.Button button = e.getButton() == MouseButton.MIDDLE ? Pointer.Button.MIDDLE
                : e.getButton() == MouseButton.SECONDARY ? Pointer.Button.RIGHT : Pointer.Button.LEFT;
        Mods mods = new Mods(e.isShiftDown(), e.isShortcutDown(), e.isAltDown(), space);
        return canvas.pointer(e.getX(), e.getY(), button, mods, e.getClickCount() >= 2 ? 2 : 1);
    }

    void key(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE) {
            space = e.getEventType() == KeyEvent.KEY_PRESSED || e.getEventType() != KeyEvent.KEY_RELEASED && space;
        } else if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            meaning(e).ifPresent(key -> {
                canvas.key(key, new Mods(e.isShiftDown(), e.isShortcutDown(), e.isAltDown(), space));
                e.consume();
            });
        }
    }

    private static Optional<Key> meaning(KeyEvent e) {
        // With Shift, too, the keys are those of actions: Ctrl+Shift+A is not Ctrl+A.
        if (e.isShortcutDown())
            return e.isShiftDown() || e.isAltDown() ? Optional.empty()
                    : Optional.ofNullable(WITH_COMMAND.get(e.getCode()));
        return e.isAltDown() ? Optional.empty() : Optional.ofNullable(KEYS.get(e.getCode()));
    }
}
