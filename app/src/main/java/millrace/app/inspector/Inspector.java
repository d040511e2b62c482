package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import millrace.catalog.NodeType;
import millrace.design.Clock;
import millrace.design.Node;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.trace.NodeMoment;

/** The right side of the window: what the selected node is set to, and what it holds at the playhead. */
public final class Inspector extends BorderPane {
    /** What the hand asks for here. */
    public interface Requests {
        /** A setting is to have a value; {@link Value.Nothing} takes the setting away. */
        void set(String node, String path, Value value);

        void rename(String node, String name);
    }

    private final Requests requests;
    private final SVGPath icon = new SVGPath();
    private final TextField name = new TextField();
    private final Label type = new Label();
    private final Label help = new Label();
    private final SettingsForm form;
    private final NowPane now = new NowPane();
    private final TabPane tabs = new TabPane();
    private final VBox nothing = new VBox(8);
    private String node = "";

    public Inspector(Requests requests) {
        this.requests = requests;
        form = new SettingsForm(requests::set);
        getStyleClass().add("inspector");
        tabs.getTabs().addAll(tab("Settings", new VBox(form, help)), tab("Now", now));
        help.setWrapText(true);
        help.getStyleClass().add("node-help");
        name.getStyleClass().add("node-name-field");
        name.setOnAction(e -> rename());
        name.focusedProperty().addListener((o, was, is) -> {
            if (!is) rename();
        });
        name.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) requestFocus();
        });
        nothing.getStyleClass().add("inspector-empty");
        Label hint = new Label("Select a node to see its settings and what it holds at the playhead.");
        hint.setWrapText(true);
        hint.getStyleClass().add("setting-help");
        nothing.getChildren().setAll(hint);
        showNothing();
    }

    private static Tab tab(String title, javafx.scene.Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Tab tab = new Tab(title, scroll);
        tab.setClosable(false);
        return tab;
    }

    private HBox header() {
        icon.setStrokeLineCap(StrokeLineCap.ROUND);
        icon.setStrokeLineJoin(StrokeLineJoin.ROUND);
        icon.getStyleClass().add("node-icon");
        StackPane tile = new StackPane(new Group(icon));
        tile.getStyleClass().add("icon-tile");
        type.getStyleClass().add("node-type");
        VBox words = new VBox(name, type);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox header = new HBox(10, tile, words);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private void rename() {
        if (!node.isEmpty() && !name.getText().isBlank()) requests.rename(node, name.getText().strip());
    }

    public void showNothing() {
        node = "";
        setTop(null);
        setCenter(nothing);
    }

    /** Shows the settings of a node. */
    public void show(Node shown, NodeType shownType, FormContext around, List<Problem> problems) {
        node = shown.id();
        if (getTop() == null) {
            setTop(header());
            setCenter(tabs);
        }
        icon.setContent(shownType.icon());
        if (!name.isFocused()) name.setText(shown.name());
        type.setText(shownType.title());
        help.setText(shownType.help());
        form.show(shown, shownType, around, problems);
    }

    /** Puts the cursor into the node's name. */
    public void editName() {
        name.requestFocus();
        name.selectAll();
    }

    /** Shows what the node holds. */
    public void now(Optional<NodeMoment> moment, Clock clock) {
        now.show(moment, clock);
    }
}
