package millrace.app.shell;

import millrace.app.prefs.Session;

/**
 * How much of the height the canvas has, and how much the views below it: as a person has chosen, but more for a design that
 * could not be read else, as long as the views keep what they need.
 */
final class Division {
    private static final double MOST = 0.56;
    /** Timeline, tabs and a view that can be used, px. */
    static final double BELOW = 290;
    private static final double ROUNDING = 0.01;
    private double chosen = Session.Window.DIVIDER;
    private double given = chosen;

    void choose(double share) {
        chosen = share;
    }

    void give(Designer page) {
        given = Math.max(chosen, needed(page));
        page.work.setDividerPositions(given);
    }

    double chosen() {
        return chosen;
    }

    /** What was chosen by hand last, maybe just now in this page; what a wall has while presenting is not chosen. */
    double chosen(Designer page) {
        double now = page.work.getDividerPositions()[0];
        if (!page.window.present().on() && Math.abs(now - given) > ROUNDING) chosen = now;
        return chosen;
    }

    private static double needed(Designer page) {
        double height = page.work.getHeight();
        if (height == 0) return 0;
        double most = Math.min(MOST, 1 - BELOW * page.scale() / height);
        return Math.min(most, page.canvas.heightToRead() / height);
    }
}
