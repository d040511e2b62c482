package millrace.app.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import millrace.app.brokers.BrokersPane;
import millrace.app.checkpoints.CheckpointsView;
import millrace.app.compare.ComparePane;
import millrace.app.lanes.LanesPane;
import millrace.app.look.Theme;
import millrace.app.metrics.MetricsView;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.tables.TablesPane;
import millrace.app.text.Texts;
import millrace.app.truth.TruthView;
import millrace.trace.Moment;

/** The views beside time chart, results and problems. Only the one whose tab is open is told of what happens. */
final class Panes {
    private final Designer parts;
    private final List<Pane> all;
    private final List<Tab> tabs = new ArrayList<>();
    private Optional<Shown> run = Optional.empty();
    private Optional<Moment> moment = Optional.empty();
    /** What each view that is to be seen was told last. */
    private final Map<Pane, Shown> told = new HashMap<>();

    Panes(Designer parts) {
        this.parts = parts;
        all = made(new Requests());
        for (Pane pane : all) {
            Tab tab = new Tab(Texts.of("pane." + pane.id()), pane.view());
            tab.setClosable(false);
            tabs.add(tab);
        }
    }

    /** The views in the order of their tabs: one line each. */
    private static List<Pane> made(PaneRequests requests) {
        return List.of(new LanesPane(requests), new TablesPane(requests), new BrokersPane(requests),
                new CheckpointsView(requests), new TruthView(requests), new MetricsView(requests),
                new ComparePane(requests));
    }

    List<Tab> tabs() {
        return tabs;
    }

    Optional<Tab> tab(String id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst().map(p -> tabs.get(all.indexOf(p)));
    }

    Optional<Pane> pane(String id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    List<String> ids() {
        return all.stream().map(Pane::id).toList();
    }

    /** Opens the tab of a view; what is in it. */
    Optional<Node> open(String id) {
        tab(id).ifPresent(parts.tabs.getSelectionModel()::select);
        return all.stream().filter(p -> p.id().equals(id)).findFirst().map(Pane::view);
    }

    <P extends Pane> Optional<P> find(Class<P> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The views that are to be seen: of the open tab, and those in windows of their own. */
    private List<Pane> seen() {
        Tab open = parts.tabs.getSelectionModel().getSelectedItem();
        return all.stream().filter(p -> tab(p) == open || parts.tearOff.isTorn(tab(p))).toList();
    }

    private Tab tab(Pane pane) {
        return tabs.get(all.indexOf(pane));
    }

    /** What stands beside the tabs; what belongs to a view in a window of its own stands there. */
    Optional<Node> controls() {
        Tab open = parts.tabs.getSelectionModel().getSelectedItem();
        return parts.tearOff.isTorn(open) ? Optional.empty() : controlsOf(open);
    }

    Optional<Node> controlsOf(Tab tab) {
        int at = tabs.indexOf(tab);
        return at < 0 ? Optional.empty() : all.get(at).controls();
    }

    /** Other views are to be seen. */
    void opened() {
        List<Pane> seen = seen();
        all.stream().filter(p -> !seen.contains(p) && told.remove(p) != null).forEach(Pane::closed);
        Tab open = parts.tabs.getSelectionModel().getSelectedItem();
        seen.stream().filter(p -> tab(p) == open).forEach(told::remove);
        tell();
    }

    void ran(Shown next) {
        run = Optional.of(next);
        tell();
    }

    void moment(Moment next) {
        moment = Optional.of(next);
        tell();
    }

    void selected() {
        seen().forEach(this::selected);
    }

    private void selected(Pane pane) {
        pane.selected(parts.workspace.editor().state().selection().nodes());
    }

    private void tell() {
        run.ifPresent(shown -> seen().forEach(p -> tell(p, shown)));
    }

    private void tell(Pane pane, Shown shown) {
        boolean another = !shown.equals(told.put(pane, shown));
        if (another) pane.ran(shown);
        moment.ifPresent(pane::moment);
        if (another) selected(pane);
    }

    void dress(Theme theme) {
        all.forEach(p -> p.dress(theme));
    }

    private final class Requests implements PaneRequests {
        @Override
        public void seek(long time) {
            parts.workspace.playhead().playingProperty().set(false);
            parts.workspace.playhead().seek(time);
        }

        @Override
        public void select(String node) {
            parts.workspace.editor().select(millrace.app.editor.Selection.node(node));
        }

        @Override
        public void hold(long event) {
            parts.screen().asking().hold(event);
        }

        @Override
        public void ask(int row) {
            parts.screen().asking().ask(row);
        }

        @Override
        public void askGroup(String log, String group) {
            parts.screen().asking().ask(new About.OfPart(log, new millrace.app.tool.Part.Group(group)));
        }

        @Override
        public void edit(millrace.app.editor.Transaction transaction) {
            parts.workspace.editor().dispatch(transaction);
        }

        @Override
        public void export(String name, String text) {
            parts.window.files().export(name, text);
        }
    }
}
