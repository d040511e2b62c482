package millrace.app.shell;

import java.util.Map;
import javafx.beans.NamedArg;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.paint.Color;

/** An icon of the bars by name: strokes on a 20x20 grid in the colour of the style class "bar-icon". */
public final class BarIcon extends StackPane {
    private static final double GRID = 20;
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("open",
                    "M2.5 15.5V5a1.5 1.5 0 0 1 1.5-1.5h3.6L9.5 6H16a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 16 17H4a1.5 1.5 0 0 1-1.5-1.5z"),
            Map.entry("save",
                    "M3 4.5A1.5 1.5 0 0 1 4.500 3h8.700L17 6.800v8.700A1.500 1.500 0 0 1 15.500 17h-11A1.500 1.500 0 0 1 3 15.500zM6.500 3v4h6V3M6 17v-5.500h8V17"),
            Map.entry("undo", "M7.500 4L3.500 8l4 4M4 8h8a4.500 4.500 0 0 1 0 9H9.500"),
            Map.entry("redo", "M12.500 4l4 4-4 4M16 8H8a4.500 4.500 0 0 0 0 9h2.500"),
            Map.entry("to-start", "M10 5l-5 5 5 5M16 5l-5 5 5 5"),
            Map.entry("to-end", "M10 5l5 5-5 5M4 5l5 5-5 5"),
            Map.entry("step-back", "M14.500 4.500v11L7 10zM4.500 4.500v11"),
            Map.entry("step", "M5.500 4.500v11L13 10zM15.500 4.500v11"),
            Map.entry("play", "M6 3.800v12.400L16 10z"),
            Map.entry("pause", "M6.500 4.500v11M13.500 4.500v11"),
            Map.entry("find", "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.500 13.500L17 17"),
            Map.entry("theme", "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14"),
            Map.entry("list", "M4 7.500l6 6 6-6"),
            Map.entry("close", "M5 5l10 10M15 5L5 15"),
            Map.entry("plus", "M10 4v12M4 10h12"),
            Map.entry("home", "M3.500 9.500L10 4l6.500 5.500M5.500 8.500V16h9V8.500"),
            Map.entry("wheel",
                    "M10 15.200A6.200 6.200 0 1 0 10 2.800a6.200 6.200 0 0 0 0 12.400zM10 2.800v12.400M3.800 9h12.400M5.600 4.600l8.800 8.800M14.400 4.600l-8.800 8.800"));

    private final SVGPath path = new SVGPath();

    /** @param name one of the icons; {@code size} in logical pixels */
    public BarIcon(@NamedArg("name") String name, @NamedArg(value = "size", defaultValue = "18") double size) {
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.setFill(Color.TRANSPARENT);
        path.getStyleClass().add("bar-icon");
        Rectangle grid = new Rectangle(GRID, GRID, Color.TRANSPARENT);
        Group drawing = new Group(grid, path);
        drawing.getTransforms().add(new Scale(size / GRID, size / GRID));
        getChildren().add(new Group(drawing));
        show(name);
    }

    /** Changes to another icon. */
    void show(String name) {
        String content = PATHS.get(name);
        if (content == null) throw new IllegalArgumentException("no icon " + name);
        path.setContent(content);
    }
}
