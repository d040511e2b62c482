package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import millrace.app.text.Texts;
import millrace.app.tool.Effect;
import millrace.app.tool.Hit;
import millrace.app.tool.Key;

/** What opens over the canvas at the pointer: node types for a wire's end, the actions for what is there, the address
 * of a link. */
final class Menus {
    /** What a browser may be asked to open. */
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]{1,2000}");
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
                    .addAll(item("cut"), item("copy"), item("delete"), item("take-out"), item("duplicate"),
                            item("rename"), item("frame"), new SeparatorMenuItem());
        menu.getItems().addAll(parts.window.whatIf().menus(hit));
        if (!parts.workspace.editor().state().selection().frames().isEmpty())
            menu.getItems().add(item("frame-colour"));
        menu.getItems()
                .addAll(item("paste"), item("undo"), item("redo"), item("select-all"), item("note"), item("fit"),
                        item("find-node"));
        show(menu, x, y);
    }

    /** What can be done with what the inspector shows. */
    List<MenuItem> ofInspector() {
        List<MenuItem> items = new ArrayList<>(
                List.of(item("help"), item("duplicate"), item("delete")));
        items.addAll(parts.window.whatIf().menus(Hit.NOTHING));
        return items;
    }

    private MenuItem item(String id) {
        Action action = parts.window.actions().find(id);
        MenuItem item = new MenuItem(action.name().get());
        action.keys().ifPresent(item::setAccelerator);
        item.setDisable(!action.possible().get());
        item.setOnAction(e -> action.run());
        return item;
    }

    /** A link is opened only by saying so; its address is to be read first. */
    void follow(String address, double x, double y) {
        MenuItem where = new MenuItem(address.length() <= 80 ? address : address.substring(0, 79) + "…");
        where.setDisable(true);
        MenuItem copies = new MenuItem(Texts.of("shell.copy-link"));
        copies.setOnAction(e -> parts.clipBoard.put(address));
        ContextMenu menu = new ContextMenu(where, copies);
        if (WEB.matcher(address).matches()) {
            MenuItem opens = new MenuItem(Texts.of("shell.open-link"));
            opens.setOnAction(e -> parts.browser.accept(address));
            menu.getItems().add(1, opens);
        }
        show(menu, x, y);
    }

    private void show(ContextMenu menu, double x, double y) {
        open.hide();
        open = menu;
        Point2D at = parts.canvas.localToScreen(x, y);
        menu.show(parts.canvas, at.getX(), at.getY());
    }
}
