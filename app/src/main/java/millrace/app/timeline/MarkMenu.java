package millrace.app.timeline;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import millrace.app.text.Texts;
import millrace.app.timeline.TimelineModel.Kind;

/** Which marks are seen: one line for each kind that the run has. */
final class MarkMenu {
    private final TimelineView view;
    private final ContextMenu menu = new ContextMenu();

    MarkMenu(TimelineView view) {
        this.view = view;
    }

    void show(double screenX, double screenY) {
        menu.getItems().setAll(view.kinds().stream().map(this::item).toList());
        if (menu.getItems().isEmpty()) return;
        menu.getItems().addAll(new SeparatorMenuItem(), all());
        menu.show(view, screenX, screenY);
    }

    void hide() {
        menu.hide();
    }

    private MenuItem item(Kind kind) {
        CheckMenuItem item = new CheckMenuItem(Texts.of("timeline.kind." + kind.word()));
        item.setSelected(view.shows(kind));
        item.setOnAction(e -> view.show(kind, item.isSelected()));
        return item;
    }

    private MenuItem all() {
        MenuItem all = new MenuItem(Texts.of("timeline.all"));
        all.setOnAction(e -> view.kinds().forEach(k -> view.show(k, true)));
        return all;
    }
}
