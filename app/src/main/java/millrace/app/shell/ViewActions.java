package millrace.app.shell;

import javafx.scene.control.Tab;
import millrace.app.look.Theme;

/** What changes only what is seen, and how. */
final class ViewActions {
    private final Designer parts;

    ViewActions(Designer parts, Actions actions) {
        this.parts = parts;
        actions.add("find-action", "Shortcut+K", () -> parts.finder.open());
        actions.add("find-node", "N", () -> parts.palette.search());
        actions.add("fit", "Shortcut+0", () -> parts.canvas.fit());
        actions.add("zoom-in", "Shortcut+Equals", () -> parts.canvas.zoomIn());
        actions.add("zoom-out", "Shortcut+Minus", () -> parts.canvas.zoomOut());
        actions.add("chart", "Shortcut+1", () -> show(parts.chartTab));
        actions.add("results", "Shortcut+2", () -> show(parts.resultsTab));
        actions.add("problems", "Shortcut+3", () -> {
            show(parts.problemsTab);
            parts.problems.enter();
        });
        actions.add("theme", "Shortcut+Shift+L",
                () -> parts.dress(parts.theme().dark() ? Theme.LIGHT : Theme.DARK));
    }

    private void show(Tab tab) {
        parts.tabs.getSelectionModel().select(tab);
    }
}
