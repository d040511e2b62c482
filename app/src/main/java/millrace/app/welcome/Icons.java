package millrace.app.welcome;

import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/** The icons of the page that greets: strokes on a 20x20 grid in the colour of the style class "bar-icon". */
final class Icons {
    private static final double GRID = 20;
    private static final String WHEEL = "wheel";
    private static final String WATER = "water";
    private static final Map<String, String> PATHS = Map.of("plus", "M10 4v12M4 10h12", "open",
            "M2.5 15.5V5a1.5 1.5 0 0 1 1.5-1.5h3.6L9.5 6H16a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 16 17H4a1.5 1.5 0 0 1-1.5-1.5z",
            "theme", "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14", "file",
            "M5 2.500h7l3.500 3.500v11.500H5zM8 10h5M8 13.500h5",
            WHEEL,
            "M10 13.500A5.500 5.500 0 1 0 10 2.500a5.500 5.500 0 0 0 0 11zM10 2.500v11M4.500 8h11M6.100 4.100l7.800 7.800M13.900 4.100l-7.800 7.800",
            WATER, "M1.500 16.500q2-2 4.200 0t4.300 0t4.300 0t4.200 0");

    private Icons() {}

    /** The mill wheel over the water, which has the colour of event time. */
    static Group logo(double size) {
        Group water = of(WATER, size);
        water.getStyleClass().add("logo-water");
        Group logo = new Group(of(WHEEL, size), water);
        logo.getStyleClass().add("welcome-logo");
        return logo;
    }

    static Group of(String name, double size) {
        SVGPath path = new SVGPath();
        path.setContent(Objects.requireNonNull(PATHS.get(name), name));
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.setFill(Color.TRANSPARENT);
        path.getStyleClass().add("bar-icon");
        Group drawing = new Group(new Rectangle(GRID, GRID, Color.TRANSPARENT), path);
        drawing.getTransforms().add(new Scale(size / GRID, size / GRID));
        return new Group(drawing);
    }
}
