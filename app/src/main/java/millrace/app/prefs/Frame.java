package millrace.app.prefs;

import java.util.List;

/** A rectangle on the desktop: of a window or of a screen. */
public record Frame(double x, double y, double width, double height) {
    /** So much of a window's upper edge must be within reach of the pointer. */
    private static final double GRIP = 120;
    private static final double BAR = 40;

    /**
     * This window where it can be seen and moved: in its place if its upper edge is on one of the screens, else in the
     * middle of the first; never larger than its screen.
     */
    public Frame onto(List<Frame> screens) {
        if (screens.isEmpty()) return this;
        for (Frame screen : screens) {
            if (reachable(screen)) return within(screen);
        }
        Frame first = screens.getFirst();
        double w = Math.min(width, first.width);
        double h = Math.min(height, first.height);
        return new Frame(first.x + Math.round((first.width - w) / 2), first.y + Math.round((first.height - h) / 2), w,
                h);
    }

    private boolean reachable(Frame screen) {
        double overlap = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
        return overlap >= Math.min(GRIP, width) && y >= screen.y && y + BAR <= screen.y + screen.height;
    }

    private Frame within(Frame screen) {
        return new Frame(x, y, Math.min(width, screen.width), Math.min(height, screen.height));
    }
}
