package millrace.app.look;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The rim of a part that draws itself, while the keys go to it: like that of fields and buttons. It is seen once the part is
 * reached or used by keys, and not while the mouse is.
 */
public final class FocusRing {
    private final Node part;
    private final Runnable repaint;
    private boolean byKeys;

    public FocusRing(Node part, Runnable repaint) {
        this.part = part;
        this.repaint = repaint;
        part.addEventFilter(KeyEvent.ANY, this::key);
        part.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> seen(false));
        part.focusedProperty().addListener((o, was, is) -> {
            byKeys &= is;
            repaint.run();
        });
        part.focusVisibleProperty().addListener(o -> repaint.run());
    }

    /** What is reached hears the key that reached it go up; arrows are for what has the focus. */
    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean reached = event.getEventType() == KeyEvent.KEY_RELEASED && (code == KeyCode.F6 || code == KeyCode.TAB);
        if (reached || event.getEventType() == KeyEvent.KEY_PRESSED && code.isArrowKey()) seen(true);
    }

    private void seen(boolean now) {
        if (byKeys == now) return;
        byKeys = now;
        repaint.run();
    }

    public boolean visible() {
        return part.isFocused() && (byKeys || part.isFocusVisible());
    }

    /** Draws it inside the edges. */
    public void paint(Ink g, double width, double height, Theme theme) {
        if (!visible()) return;
        g.setLineDashes();
        g.setStroke(theme.ink());
        g.setLineWidth(Tokens.STATE_LINE);
        double corner = 2 * Tokens.CONTROL_CORNER;
        g.strokeRoundRect(1, 1, width - 2, height - 2, corner, corner);
    }
}
