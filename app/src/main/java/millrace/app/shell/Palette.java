package millrace.app.shell;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import millrace.catalog.Catalog;
import millrace.catalog.NodeType;
import org.controlsfx.control.textfield.TextFields;

/** The node types on the left: to be searched, dragged onto the canvas, double-clicked or entered. */
final class Palette extends VBox {
    /** What is done with a type. Places in the coordinates of the scene. */
    interface Requests {
        /** Puts one where there is room. */
        void add(NodeType type);

        void dragged(NodeType type, double sceneX, double sceneY);

        void dropped(NodeType type, double sceneX, double sceneY);
    }

    private final Requests requests;
    private final TextField query = TextFields.createClearableTextField();
    private final VBox list = new VBox();
    private boolean rail;

    Palette(Requests requests) {
        this.requests = requests;
        getStyleClass().add("palette");
        query.setPromptText("Find a node");
        query.textProperty().addListener((o, was, is) -> fill());
        query.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) types().stream().findFirst().ifPresent(requests::add);
            if (e.getCode() == KeyCode.ESCAPE) query.clear();
        });
        list.getStyleClass().add("palette-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("palette-scroll");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().setAll(query, scroll);
        fill();
    }

    /** A narrow rail of icons, for narrow windows. */
    void rail(boolean narrow) {
        if (narrow == rail) return;
        rail = narrow;
        query.setVisible(!narrow);
        query.setManaged(!narrow);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("rail"), narrow);
        fill();
    }

    /** Puts the cursor into the search field. */
    void search() {
        query.requestFocus();
        query.selectAll();
    }

    private List<NodeType> types() {
        String words = query.getText().toLowerCase(Locale.ROOT).strip();
        return Catalog.types()
                .stream()
                .filter(t -> (t.group().title() + " " + t.title() + " " + t.line()).toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
    }

    private void fill() {
        list.getChildren().clear();
        millrace.catalog.Group group = null;
        for (NodeType type : types()) {
            if (type.group() != group && !rail) list.getChildren().add(title(type.group().title()));
            group = type.group();
            list.getChildren().add(entry(type));
        }
        if (list.getChildren().isEmpty()) list.getChildren().add(title("Nothing of that name"));
    }

    private static Label title(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("palette-group");
        return label;
    }

    private HBox entry(NodeType type) {
        HBox entry = new HBox(9, tile(type));
        if (!rail) entry.getChildren().add(words(type));
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.getStyleClass().add("palette-entry");
        entry.setFocusTraversable(true);
        entry.setAccessibleText(type.title() + ": " + type.line());
        Tooltip.install(entry, new Tooltip(rail ? type.title() + "\n" + type.line() : type.line()));
        entry.setOnKeyPressed(e -> key(e, type));
        entry.addEventHandler(MouseEvent.ANY, e -> mouse(e, type));
        return entry;
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

    private void key(KeyEvent event, NodeType type) {
        if (event.getCode() != KeyCode.ENTER) return;
        requests.add(type);
        event.consume();
    }

    private void mouse(MouseEvent event, NodeType type) {
        if (event.getEventType() == MouseEvent.MOUSE_DRAGGED)
            requests.dragged(type, event.getSceneX(), event.getSceneY());
        else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && !event.isStillSincePress())
            requests.dropped(type, event.getSceneX(), event.getSceneY());
        else if (event.getEventType() == MouseEvent.MOUSE_CLICKED && event.getClickCount() == 2) requests.add(type);
    }
}
