package millrace.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** A tap of the space bar plays and pauses, as in every player. Held while the mouse drags it moves the paper; in a control it is the control's. */
final class SpaceTap {
    private boolean down;
    private boolean tap;

    private SpaceTap() {}

    static void on(Node page, Runnable then) {
        SpaceTap space = new SpaceTap();
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> space.tap = false);
        page.addEventHandler(KeyEvent.KEY_PRESSED, space::pressed);
        page.addEventHandler(KeyEvent.KEY_RELEASED, e -> space.released(e, then));
    }

    /** A key that is held is pressed again and again. */
    private void pressed(KeyEvent e) {
        if (e.getCode() != KeyCode.SPACE) return;
        boolean bare = !e.isShiftDown() && !e.isShortcutDown() && !e.isAltDown();
        if (!down) tap = bare && !(e.getTarget() instanceof Control);
        down = true;
    }

    private void released(KeyEvent e, Runnable then) {
        if (e.getCode() != KeyCode.SPACE) return;
        down = false;
        if (tap) then.run();
        tap = false;
    }
}
