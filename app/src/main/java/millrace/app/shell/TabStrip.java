package millrace.app.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import millrace.app.editor.Editor;
import millrace.app.text.Texts;

/** The tabs above the pages of a window: a name each, a dot while it is not saved, a cross. One alone needs no tab. */
final class TabStrip extends HBox {
    /** What the hand asks for here. */
    interface Requests {
        void front(Designer page);

        void close(Designer page);

        void closeOthers(Designer page);

        void toNewWindow(Designer page);

        void create();
    }

    private final Requests requests;

    TabStrip(Requests requests) {
        this.requests = requests;
        getStyleClass().add("tab-strip");
        setAlignment(Pos.BOTTOM_LEFT);
    }

    /** @param front the page that is seen; none of them while the gallery is */
    void show(List<Designer> pages, java.util.Optional<Designer> front) {
        boolean needed = pages.size() > 1 || !pages.isEmpty() && front.isEmpty();
        setVisible(needed);
        setManaged(needed);
        getChildren().setAll(pages.stream().map(p -> tab(p, front.filter(p::equals).isPresent())).toList());
        getChildren().add(plus());
    }

    private HBox tab(Designer page, boolean front) {
        Editor editor = page.workspace.editor();
        String name = page.workspace.title();
        Label label = new Label(name + (editor.dirty() ? " •" : ""));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox tab = new HBox(label, cross(page, name));
        tab.getStyleClass().add("design-tab");
        tab.pseudoClassStateChanged(PseudoClass.getPseudoClass("front"), front);
        tab.setFocusTraversable(true);
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(name + (editor.dirty() ? ", " + Texts.of("files.tab.unsaved") : ""));
        page.workspace.file().ifPresent(f -> Tooltip.install(tab, new Tooltip(f.toString())));
        tab.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> pressed(e, page));
        tab.addEventHandler(KeyEvent.KEY_PRESSED, e -> key(e, page));
        tab.setOnContextMenuRequested(e -> menu(page).show(tab, e.getScreenX(), e.getScreenY()));
        return tab;
    }

    private Button cross(Designer page, String name) {
        Button cross = icon("close", 12, Texts.of("files.tab.close", name));
        cross.setOnAction(e -> requests.close(page));
        return cross;
    }

    private Button plus() {
        Button plus = icon("plus", 14, Texts.of("files.tab.new"));
        plus.setOnAction(e -> requests.create());
        return plus;
    }

    private static Button icon(String icon, double size, String words) {
        Button button = new Button();
        button.setGraphic(new BarIcon(icon, size));
        button.getStyleClass().addAll("flat", "icon");
        button.setFocusTraversable(false);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private void pressed(MouseEvent event, Designer page) {
        if (event.getButton() == MouseButton.PRIMARY) requests.front(page);
        else if (event.getButton() == MouseButton.MIDDLE) requests.close(page);
    }

    private void key(KeyEvent event, Designer page) {
        if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
        requests.front(page);
        event.consume();
    }

    private ContextMenu menu(Designer page) {
        return new ContextMenu(item("close", () -> requests.close(page)),
                item("others", () -> requests.closeOthers(page)),
                item("window", () -> requests.toNewWindow(page)));
    }

    private static MenuItem item(String id, Runnable what) {
        MenuItem item = new MenuItem(Texts.of("files.tab.menu." + id));
        item.setOnAction(e -> what.run());
        return item;
    }
}
