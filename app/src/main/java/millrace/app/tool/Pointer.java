package millrace.app.tool;

import millrace.design.Point;

/**
 * The pointer at one instant.
 *
 * @param at in canvas coordinates
 * @param screen in pixels of the view, which do not change with zoom and pan
 * @param clicks 1, or 2 at a double click
 */
public record Pointer(Point at, Point screen, Button button, Mods mods, int clicks) {
    public enum Button {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /** How far the pointer may tremble, in pixels of the view, before a press becomes a drag. */
    static final double SLACK = 4;

    boolean strayedFrom(Pointer start) {
        return Math.hypot(screen.x() - start.screen.x(), screen.y() - start.screen.y()) >= SLACK;
    }

    boolean pans() {
        return button == Button.MIDDLE || button == Button.LEFT && mods.space();
    }
}
