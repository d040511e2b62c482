package millrace.app.look;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * What a view below the timeline is drawn on. Who draws and who points counts in px of an interface of scale 1; it is shown in
 * the scale that style sheets say (see {@link StyleSheets#scaled}), with every letter drawn in its size on the screen.
 */
public final class Surface extends Region {
    private final Canvas canvas = new Canvas();
    private final Scale back = new Scale(1, 1);

    public Surface() {
        getStyleClass().add("surface");
        canvas.getTransforms().add(back);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setManaged(false);
        scaleXProperty().addListener(o -> {
            if (getParent() != null) getParent().requestLayout();
        });
    }

    /** Covers the upper left part of its parent, so wide and high there, and begins a drawing. */
    public Ink cover(double width, double height) {
        double scale = getScaleX();
        // Scaled around its middle, it is to end where the part does.
        resizeRelocate((width - px(width)) / 2, (height - px(height)) / 2, px(width), px(height));
        canvas.setWidth(width);
        canvas.setHeight(height);
        back.setX(1 / scale);
        back.setY(1 / scale);
        Ink ink = Ink.on(canvas);
        ink.setTransform(scale, 0, 0, scale, 0, 0);
        return ink;
    }

    /** A length of the parent, as who draws counts it. */
    public double px(double length) {
        return length / getScaleX();
    }

    /** What who draws counts, as a length of the parent. */
    public double shown(double px) {
        return px * getScaleX();
    }

    /** A place as who draws counts it, in the parent. */
    public Point2D shown(Point2D place) {
        return new Point2D(shown(place.getX()), shown(place.getY()));
    }

    public Rectangle2D shown(Rectangle2D room) {
        return new Rectangle2D(shown(room.getMinX()), shown(room.getMinY()), shown(room.getWidth()),
                shown(room.getHeight()));
    }

    /** Whether so much was covered already. */
    public boolean covers(double width, double height) {
        Bounds b = canvas.getLayoutBounds();
        return b.getWidth() == width && b.getHeight() == height && getWidth() == px(width);
    }
}
