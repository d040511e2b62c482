package millrace.app.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.text.Texts;

/** Zoom out, the zoom, zoom in, fit: at the lower left of the canvas. */
final class ZoomControl extends HBox {
    static final double WIDTH = 124;
    /** Its distance from the edges of the canvas. */
    static final double MARGIN = 12;
    static final double HEIGHT = 30;
    private final Button out = button(Texts.of("canvas.zoom-out"));
    private final Button level = button(Texts.of("canvas.zoom-whole"));
    private final Button in = button(Texts.of("canvas.zoom-in"));
    private final Button fit = button(Texts.of("canvas.fit"));

    ZoomControl(Runnable zoomOut, Runnable whole, Runnable zoomIn, Runnable fitAll) {
        getChildren().addAll(out, level, in, fit);
        setAlignment(Pos.CENTER);
        setSpacing(2);
        out.setOnAction(e -> zoomOut.run());
        level.setOnAction(e -> whole.run());
        in.setOnAction(e -> zoomIn.run());
        fit.setOnAction(e -> fitAll.run());
        level.setPrefWidth(40);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    private static Button button(String name) {
        Button button = new Button();
        button.getStyleClass().setAll("canvas-zoom");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setFocusTraversable(false);
        button.setMinSize(24, 26);
        button.setPrefSize(24, 26);
        button.setStyle("-fx-background-color: transparent; -fx-padding: 0; -fx-alignment: center;");
        return button;
    }

    void show(double zoom) {
        level.setText(Math.round(zoom * 100) + "%");
    }

    void dress(Theme theme) {
        setStyle("-fx-background-color: " + Theme.web(theme.line()) + ", " + Theme.web(theme.panel())
                + "; -fx-background-insets: 0, 1; -fx-background-radius: 6, 5;");
        out.setGraphic(sign("M0 5 H10", theme));
        in.setGraphic(sign("M0 5 H10 M5 0 V10", theme));
        fit.setGraphic(sign("M0 3.5 V0 H3.5 M7.5 0 H11 V3.5 M11 7.5 V11 H7.5 M3.5 11 H0 V7.5", theme));
        level.setFont(Type.figures(11.5, 500));
        level.setTextFill(theme.text2());
    }

    private static SVGPath sign(String path, Theme theme) {
        SVGPath sign = new SVGPath();
        sign.setContent(path);
        sign.setFill(null);
        sign.setStroke(theme.text2());
        sign.setStrokeWidth(1.4);
        sign.setStrokeLineCap(StrokeLineCap.ROUND);
        return sign;
    }
}
