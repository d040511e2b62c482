package millrace.app.shell;

import java.util.List;
import javafx.scene.control.Tab;
import millrace.app.arrange.Arrange;
import millrace.app.look.Theme;

/** What changes only what is seen, and how. */
final class ViewActions {
    /** Sizes of the interface, for projectors. */
    private static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 2.0);
    private static final int FIRST_FIGURE = 4;
    private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK, Theme.CONTRAST);
    private final Designer parts;

    ViewActions(Designer parts, Actions actions) {
        this.parts = parts;
        actions.add("find-action", "Shortcut+K", () -> parts.finder.open());
        actions.add("find-node", "N", () -> parts.palette.search());
        actions.add("fit", "Shortcut+0", () -> parts.canvas.fit());
        actions.add("fit-selection", "Shortcut+Shift+0", () -> parts.canvas.fitSelection());
        actions.add("zoom-whole", "Shortcut+Alt+0", () -> parts.canvas.zoomWhole());
        actions.add("zoom-in", "Shortcut+Equals", () -> parts.canvas.zoomIn());
        actions.add("zoom-out", "Shortcut+Minus", () -> parts.canvas.zoomOut());
        actions.add("arrange", "Shortcut+Shift+A", () -> parts.canvas.arrange());
        actions.add("chart", "Shortcut+1", () -> show(parts.chartTab));
        actions.add("results", "Shortcut+2", () -> show(parts.resultsTab));
        actions.add("problems", "Shortcut+3", () -> {
            show(parts.problemsTab);
            parts.problems.enter();
        });
        views(actions);
        actions.add("tear-off", "Shortcut+Shift+W", () -> parts.tearOff
                .tear(parts.tabs.getSelectionModel().getSelectedItem()));
        Rounds rounds = new Rounds(parts);
        actions.add("next-part", "F6", () -> rounds.go(true));
        actions.add("previous-part", "Shift+F6", () -> rounds.go(false));
        actions.add("theme", "Shortcut+Shift+L", () -> parts.dress(parts.theme().dark() ? Theme.LIGHT : Theme.DARK));
        THEMES.forEach(t -> actions.add("theme-" + t.word(), "", () -> parts.dress(t)));
        SCALES.forEach(s -> actions.add("scale-" + Math.round(s * 100), "", () -> parts.host().scale(s)));
        actions.add("reduced-motion", "", () -> parts.host().reduceMotion(!parts.reducedMotion()));
        Thread.ofPlatform().daemon().name("warm-up").start(Arrange::warmUp);
    }

    /** The other views in the order of their tabs, by the figures after that of the problems as long as there are any. */
    private void views(Actions actions) {
        int figure = FIRST_FIGURE;
        for (String view : parts.panes.ids()) {
            actions.add(view, figure > 9 ? "" : "Shortcut+" + figure, () -> parts.panes.open(view));
            figure++;
        }
    }

    private void show(Tab tab) {
        parts.tabs.getSelectionModel().select(tab);
    }
}
