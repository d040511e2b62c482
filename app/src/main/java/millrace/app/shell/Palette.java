package millrace.app.shell;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;
import org.controlsfx.control.textfield.TextFields;

/** The node types on the left: to be searched, dragged onto the canvas, double-clicked or entered. */
final class Palette extends VBox {
    /** What is done with a type. Places in the coordinates of the scene. */
    interface Requests {
        /** Puts one where there is room. */
        void add(NodeType type);

        /** Offers the types where there is room for a search field. */
        void quickAdd();

        void dragged(NodeType type, double sceneX, double sceneY);

        void dropped(NodeType type, double sceneX, double sceneY);
    }

    private final Requests requests;
    private final TextField query = TextFields.createClearableTextField();
    private final StackPane field = new StackPane(query, keyCap());
    private final VBox list = new VBox();
    private final RecentTypes recent;
    private boolean rail;

    Palette(Requests requests, RecentTypes recent) {
        this.requests = requests;
        this.recent = recent;
        getStyleClass().add("palette");
        query.setPromptText(Texts.of("shell.find-node"));
        query.textProperty().addListener((o, was, is) -> fill());
        recent.types().addListener((ListChangeListener<NodeType>) c -> fill());
        query.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) sections().types().stream().findFirst().ifPresent(requests::add);
            if (e.getCode() == KeyCode.ESCAPE) query.clear();
        });
        OwnKeys.only(query);
        list.getStyleClass().add("palette-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        scroll.getStyleClass().add("palette-scroll");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().setAll(field, scroll);
        fill();
    }

    /** The key that leads here stands in the field while that is empty. */
    private Label keyCap() {
        Label key = new Label(Texts.of("shell.find-node-key"));
        key.getStyleClass().addAll("key-cap", "palette-key");
        key.setMouseTransparent(true);
        key.visibleProperty().bind(query.textProperty().isEmpty().and(query.focusedProperty().not()));
        StackPane.setAlignment(key, Pos.CENTER_RIGHT);
        return key;
    }

    /** A narrow rail of icons, for narrow windows. */
    void rail(boolean narrow) {
        if (narrow == rail) return;
        rail = narrow;
        field.setVisible(!narrow);
        field.setManaged(!narrow);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("rail"), narrow);
        fill();
    }

    /** Puts the cursor into the search field; a rail has none, and quick add takes its place. */
    void search() {
        if (rail) requests.quickAdd();
        if (rail) return;
        query.requestFocus();
        query.selectAll();
    }

    private TypeSections sections() {
        return TypeSections.of(CatalogTexts.types(), recent.types(), TypeQuery.of(query.getText()));
    }

    /** An entry that has the keys keeps them. */
    private void fill() {
        Optional<NodeType> focused = entries().filter(TypeRow::isFocused).map(r -> r.type).findFirst();
        list.getChildren().clear();
        for (TypeSections.Section section : sections().sections()) {
            if (!rail) list.getChildren().add(TypeRow.title(section.title()));
            else if (!list.getChildren().isEmpty()) list.getChildren().add(new Separator());
            section.types().forEach(t -> list.getChildren().add(entry(t)));
        }
        if (list.getChildren().isEmpty()) list.getChildren().add(TypeRow.title(Texts.of("shell.nothing-found")));
        focused.flatMap(t -> entries().filter(r -> r.type.equals(t)).findFirst()).ifPresent(TypeRow::requestFocus);
    }

    private Stream<TypeRow> entries() {
        return list.getChildren().stream().filter(TypeRow.class::isInstance).map(TypeRow.class::cast);
    }

    private TypeRow entry(NodeType type) {
        TypeRow entry = new TypeRow(type, rail);
        entry.setFocusTraversable(true);
        Tooltip.install(entry, new Tooltip(rail ? type.title() + "\n" + type.line() : type.line()));
        entry.setOnKeyPressed(e -> key(e, type));
        entry.addEventHandler(MouseEvent.ANY, e -> mouse(e, type));
        return entry;
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
