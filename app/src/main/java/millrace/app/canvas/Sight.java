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

    private final Region region;
    private final BiConsumer<Viewport, Viewport> changed;
    private Viewport view = Viewport.START;
    private boolean fitting = true;
    private boolean stale = true;

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
        zoomTo(1);
    }

    private void zoomTo(double zoom) {
        double to = Math.abs(zoom - 1) < NEAR_WHOLE ? 1 : zoom;
        set(view.zoomed(to, region.getWidth() / 2, region.getHeight() / 2));
    }

    void scrolled(ScrollEvent e) {
        if (e.getTouchCount() > 0 || e.isShiftDown()) set(view.panned(e.getDeltaX(), e.getDeltaY()));
        else if (e.getDeltaY() != 0) pinched(Math.pow(WHEEL, e.getDeltaY()), e.getX(), e.getY());
        e.consume();
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
        Box all = whole.bounds().get();
        double strip = ZoomControl.HEIGHT + 2 * ZoomControl.MARGIN;
        double low = region.getHeight() - strip;
        Viewport full = Viewport.fit(all, region.getWidth(), region.getHeight());
        boolean hides = whole.touches(full, new Box(0, low, ZoomControl.WIDTH + 2 * ZoomControl.MARGIN, strip));
        set(hides ? Viewport.fit(all, region.getWidth(), low + ZoomControl.MARGIN) : full);
        fitting = true;
    }
}
