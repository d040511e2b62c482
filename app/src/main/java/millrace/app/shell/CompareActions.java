package millrace.app.shell;

import java.util.function.Consumer;
import millrace.app.compare.ComparePane;
import millrace.app.compare.ReadyPair;

/** Runs beside each other: what opens the view of them and moves through their differences. */
final class CompareActions {
    private static final String PANE = "compare";

    private final Designer parts;

    CompareActions(Designer parts, Actions actions) {
        this.parts = parts;
        actions.add("compare-pin", "Shortcut+Alt+P", () -> open(ComparePane::pin));
        actions.add("compare-next", "Shortcut+Alt+Period", () -> open(pane -> pane.step(true)));
        actions.add("compare-previous", "Shortcut+Alt+Comma", () -> open(pane -> pane.step(false)));
        for (ReadyPair pair : ReadyPair.values())
            actions.add("compare-" + pair.word(), "", () -> open(pane -> pane.ways(pair)));
    }

    /** The view is told of the present run as its tab opens. */
    private void open(Consumer<ComparePane> then) {
        parts.panes.tab(PANE).ifPresent(parts.tabs.getSelectionModel()::select);
        parts.panes.find(ComparePane.class).ifPresent(then);
    }
}
