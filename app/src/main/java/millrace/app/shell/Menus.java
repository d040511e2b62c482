package millrace.app.shell;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import millrace.app.tool.Effect;
import millrace.app.tool.Hit;
import millrace.app.tool.Key;
import millrace.design.Note;

/** What opens over the canvas at the pointer: node types for a wire's end, the actions for what is there, a note's text. */
final class Menus {
    private final Designer parts;
    private ContextMenu open = new ContextMenu();

    Menus(Designer parts) {
        this.parts = parts;
    }

    void offer(Effect.Offer offer, double x, double y) {
        parts.quickAdd.open(offer.types(), parts.canvas.localToScene(x, y), type -> {
            parts.canvas.hand().accept(offer, type);
            parts.recent.used(type);
            parts.canvas.requestFocus();
        }, () -> parts.canvas.hand().type(Key.ESCAPE));
    }

    void show(Hit hit, double x, double y) {
        ContextMenu menu = new ContextMenu();
        boolean onSomething = !parts.workspace.editor().state().selection().isEmpty();
        if (onSomething)
            menu.getItems()
                    .addAll(item("delete"), item("take-out"), item("duplicate"), item("kill"), new SeparatorMenuItem());
        menu.getItems()
                .addAll(item("undo"), item("redo"), item("select-all"), item("note"), item("fit"), item("find-node"));
        show(menu, x, y);
    }

    private MenuItem item(String id) {
        Action action = parts.window.actions().find(id);
        MenuItem item = new MenuItem(action.name().get());
        action.keys().ifPresent(item::setAccelerator);
        item.setDisable(!action.possible().get());
        item.setOnAction(e -> action.run());
        return item;
    }

    /** A note is written where it stands; it is entered by clicking elsewhere or with Ctrl+Enter. */
    void write(String note) {
        Optional<Note> written = parts.workspace.editor()
                .design()
                .notes()
                .stream()
                .filter(n -> n.id().equals(note))
                .findFirst();
        if (written.isEmpty()) return;
        TextArea area = new TextArea(written.get().text());
        area.setPrefSize(260, 90);
        area.setWrapText(true);
        CustomMenuItem item = new CustomMenuItem(area, false);
        ContextMenu menu = new ContextMenu(item);
        area.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) menu.hide();
        });
        menu.setOnHidden(e -> parts.workspace.editor().dispatch(parts.edits.writeNote(note, area.getText())));
        var at = parts.canvas.viewport().toView(written.get().at());
        show(menu, at.x(), at.y());
        area.requestFocus();
    }

    private void show(ContextMenu menu, double x, double y) {
        open.hide();
        open = menu;
        Point2D at = parts.canvas.localToScreen(x, y);
        menu.show(parts.canvas, at.getX(), at.getY());
    }
}
