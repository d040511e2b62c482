package millrace.app.canvas;

import java.util.function.BiConsumer;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import millrace.app.tool.Box;

/**
 * What part of the canvas is in sight: zoomed and panned by hand or, until a hand does so, all of it. Tells of every
 * change, with what was in sight before and what is now.
 */
final class Sight {
    private static final double ZOOM_STEP = 1.25;
    /** 100 % is easy to hit. */
    private static final double NEAR_WHOLE = 0.06;
    private static final double WHEEL = 1.0018;
    /** A notch of a wheel is never less, px. */
    private static final double WHEEL_STEP = 30;
    /** So long after a small step larger ones belong to the same swipe, ns. */
    private static final long SWIPE = 150_000_000L;

    private final Region region;
    private final BiConsumer<Viewport, Viewport> changed;
    private Viewport view = Viewport.START;
    private double whole = 1;
    private boolean fitting = true;
    private boolean stale = true;
    private long lastSwipe = Long.MIN_VALUE / 2;

    Sight(Region region, BiConsumer<Viewport, Viewport> changed) {
        this.region = region;
        this.changed = changed;
    }

    Viewport view() {
        return view;
    }

    void set(Viewport next) {
        Viewport before = view;
        view = next;
        fitting = false;
        stale = false;
        changed.accept(before, next);
    }

    void zoomIn() {
        zoomTo(view.zoom() * ZOOM_STEP);
    }

    void zoomOut() {
        zoomTo(view.zoom() / ZOOM_STEP);
    }

    void zoomWhole() {
        zoomTo(whole);
    }

    /** What 100 % is. */
    double whole() {
        return whole;
    }

    /** What is in the middle stays there, as large as before in hundredths. */
    void setWhole(double next) {
        double zoom = view.zoom() / whole * next;
        boolean fitted = fitting;
        whole = next;
        set(view.zoomed(zoom, region.getWidth() / 2, region.getHeight() / 2));
        fitting = fitted;
        refit();
    }

    private void zoomTo(double zoom) {
        double to = Math.abs(zoom / whole - 1) < NEAR_WHOLE ? whole : zoom;
        set(view.zoomed(to, region.getWidth() / 2, region.getHeight() / 2));
    }

    /**
     * A mouse's wheel zooms, with Ctrl any does. Two fingers on a touchpad pan: they tell of both directions, or of steps
     * smaller than those of a wheel; with Shift a wheel pans, too.
     */
    void scrolled(ScrollEvent e) {
        boolean zooms = e.isShortcutDown() || !e.isShiftDown() && !fingers(e);
        if (!zooms) set(view.panned(e.getDeltaX(), e.getDeltaY()));
        else if (e.getDeltaY() != 0) pinched(Math.pow(WHEEL, e.getDeltaY()), e.getX(), e.getY());
        e.consume();
    }

    private boolean fingers(ScrollEvent e) {
        boolean step = Math.abs(e.getDeltaY()) >= WHEEL_STEP && e.getDeltaX() == 0;
        boolean small = e.getDeltaX() != 0 || e.getDeltaY() != 0 && !step;
        // A swipe that begins softly may have single steps as large as a wheel's: those soon after are its own.
        long now = System.nanoTime();
        boolean swiping = small || now - lastSwipe < SWIPE;
        if (small) lastSwipe = now;
        return e.getTouchCount() > 0 || e.isInertia() || swiping;
    }

    void pinched(double factor, double x, double y) {
        set(view.zoomed(view.zoom() * factor, x, y));
    }

    void fit() {
        fitting = true;
        stale = true;
    }

    /** Something has another size: if everything is kept in view, that must be seen to again. */
    void refit() {
        stale |= fitting;
    }

    boolean fitting() {
        return fitting;
    }

    boolean fitIsStale() {
        return stale;
    }

    /** Brings all of it into sight; the strip of the zoom buttons stays free if something would lie below them. */
    void fit(Layout whole) {
        stale = false;
        if (whole.bounds().isEmpty()) return;
        Box nodes = whole.bounds().get();
        Box all = new Box(nodes.x(), nodes.y(), nodes.width(), nodes.height() + NodeBadges.ROOM);
        double strip = ZoomControl.HEIGHT + 2 * ZoomControl.MARGIN;
        double low = region.getHeight() - strip;
        Viewport full = Viewport.fit(all, region.getWidth(), region.getHeight(), this.whole);
        boolean hides = whole.touches(full, new Box(0, low, ZoomControl.WIDTH + 2 * ZoomControl.MARGIN, strip));
        set(hides ? Viewport.fit(all, region.getWidth(), low + ZoomControl.MARGIN, this.whole) : full);
        fitting = true;
    }
}
