package millrace.app.welcome;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** A small picture that fills its place: it is cut at the sides, never stretched. Empty until the picture is there. */
final class Picture extends Region {
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();

    Picture(double height) {
        getStyleClass().add("picture");
        setPrefHeight(height);
        setMinHeight(height);
        setMaxHeight(height);
        view.setSmooth(true);
        clip.setArcWidth(18);
        clip.setArcHeight(18);
        setClip(clip);
        getChildren().add(view);
    }

    void show(Image image) {
        view.setImage(image);
        requestLayout();
    }

    /** A view that plays takes the picture's place until it is to be still again. */
    void live(Region playing, double scale) {
        playing.getTransforms().setAll(new Scale(scale, scale));
        getChildren().setAll(playing);
    }

    void still() {
        getChildren().setAll(view);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        Image image = view.getImage();
        if (image == null || getWidth() <= 0) return;
        double factor = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        view.setViewport(new Rectangle2D(0, 0, image.getWidth(), image.getHeight()));
        view.setFitWidth(image.getWidth() * factor);
        view.setFitHeight(image.getHeight() * factor);
        view.relocate((getWidth() - view.getFitWidth()) / 2, (getHeight() - view.getFitHeight()) / 2);
    }
}
