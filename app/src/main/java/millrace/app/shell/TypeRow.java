package millrace.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import millrace.catalog.NodeType;

/** A node type in a list: its icon, its title and its line; as an icon alone in a rail. */
final class TypeRow extends HBox {
    private static final double GAP = 9;

    final NodeType type;

    TypeRow(NodeType type, boolean iconOnly) {
        super(GAP, tile(type));
        this.type = type;
        if (!iconOnly) getChildren().add(words(type));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("palette-entry");
        setAccessibleText(type.title() + ": " + type.line());
    }

    private static VBox words(NodeType type) {
        Label title = new Label(type.title());
        title.getStyleClass().add("palette-title");
        Label line = new Label(type.line());
        line.getStyleClass().add("palette-line");
        return new VBox(title, line);
    }

    private static StackPane tile(NodeType type) {
        SVGPath icon = new SVGPath();
        icon.setContent(type.icon());
        icon.setStrokeLineCap(StrokeLineCap.ROUND);
        icon.setStrokeLineJoin(StrokeLineJoin.ROUND);
        icon.getStyleClass().add("node-icon");
        StackPane tile = new StackPane(new Group(new Rectangle(20, 20, Color.TRANSPARENT), icon));
        tile.getStyleClass().add("icon-tile");
        return tile;
    }

    /** The title of a group of them. */
    static Label title(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("palette-group");
        return label;
    }
}
