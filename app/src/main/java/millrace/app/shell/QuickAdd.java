package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;

/** Node types to choose from at the pointer: type a part of the name, arrows, Enter. Lies over the window while open. */
final class QuickAdd extends Pane {
    private static final double WIDTH = 264;
    private static final double HEIGHT = 340;
    private static final double EDGE = 8;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final RecentTypes recent;
    private final TextField query = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final VBox box = new VBox(query, scroll);
    private final List<TypeRow> rows = new ArrayList<>();
    private int chosen;
    private List<NodeType> offered = List.of();
    private Consumer<NodeType> onChosen = t -> {};
    private Runnable onCancelled = () -> {};

    QuickAdd(RecentTypes recent) {
        this.recent = recent;
        query.setPromptText(Texts.of("shell.quick-add-prompt"));
        query.setAccessibleText(Texts.of("shell.quick-add"));
        query.textProperty().addListener((o, was, is) -> fill());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        OwnKeys.only(query);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("quick-add-scroll");
        box.getStyleClass().add("quick-add");
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.resize(WIDTH, HEIGHT);
        getChildren().add(box);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) cancel();
        });
        setVisible(false);
    }

    /** Opens with its corner here, in the coordinates of the scene, or as near as it is wholly seen. */
    void open(List<NodeType> types, Point2D corner, Consumer<NodeType> then, Runnable otherwise) {
        offered = types;
        onChosen = then;
        onCancelled = otherwise;
        Point2D at = sceneToLocal(corner);
        box.relocate(Math.clamp(at.getX(), EDGE, Math.max(EDGE, getWidth() - WIDTH - EDGE)),
                Math.clamp(at.getY(), EDGE, Math.max(EDGE, getHeight() - HEIGHT - EDGE)));
        setVisible(true);
        query.clear();
        fill();
        query.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        box.resize(WIDTH, HEIGHT);
    }

    private void fill() {
        list.getChildren().clear();
        rows.clear();
        for (TypeSections.Section section : TypeSections.of(offered, recent.types(), TypeQuery.of(query.getText()))
                .sections()) {
            list.getChildren().add(TypeRow.title(section.title()));
            section.types().forEach(this::add);
        }
        if (rows.isEmpty()) list.getChildren().add(nothing());
        scroll.setVvalue(0);
        choose(0);
    }

    /** Nothing fits the words; or nothing fits the wire, whatever the words. */
    private Label nothing() {
        return TypeRow.title(Texts.of(offered.isEmpty() ? "shell.nothing-fits" : "shell.nothing-found"));
    }

    private void add(NodeType type) {
        TypeRow row = new TypeRow(type, false);
        int place = rows.size();
        row.setOnMouseMoved(e -> choose(place));
        row.setOnMouseClicked(e -> take(type));
        rows.add(row);
        list.getChildren().add(row);
    }

    private void choose(int place) {
        if (rows.isEmpty()) return;
        chosen = Math.clamp(place, 0, rows.size() - 1);
        for (int i = 0; i < rows.size(); i++)
            rows.get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
        query.setAccessibleHelp(rows.get(chosen).getAccessibleText());
    }

    private void step(int by) {
        if (rows.isEmpty()) return;
        choose(Math.floorMod(chosen + by, rows.size()));
        reveal(chosen == 0 ? list.getChildren().getFirst().getBoundsInParent() : rows.get(chosen).getBoundsInParent());
        reveal(rows.get(chosen).getBoundsInParent());
    }

    /** Scrolls just so far that this part of the list is seen. */
    private void reveal(Bounds part) {
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = list.getHeight() - seen;
        if (hidden <= 0) return;
        double top = scroll.getVvalue() * hidden;
        double to = Math.clamp(top, Math.min(part.getMinY(), part.getMaxY() - seen), part.getMinY());
        scroll.setVvalue(Math.clamp(Math.max(to, part.getMaxY() - seen) / hidden, 0, 1));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> cancel();
            case ENTER -> enter();
            case DOWN -> step(1);
            case UP -> step(-1);
            case TAB -> step(event.isShiftDown() ? -1 : 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enter() {
        if (!rows.isEmpty()) take(rows.get(chosen).type);
    }

    private void take(NodeType type) {
        setVisible(false);
        onChosen.accept(type);
    }

    private void cancel() {
        setVisible(false);
        onCancelled.run();
    }
}
