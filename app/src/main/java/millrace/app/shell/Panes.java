package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import millrace.app.brokers.BrokersPane;
import millrace.app.lanes.LanesPane;
import millrace.app.checkpoints.CheckpointsView;
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
    /** The view that was open last. */
    private Optional<Pane> before = Optional.empty();
    /** What the open view was told last. */
    private Optional<Shown> told = Optional.empty();

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
                new CheckpointsView(requests), new TruthView(requests), new MetricsView(requests));
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

    /** The view whose tab is open, if it is one of these. */
    private Optional<Pane> open() {
        int at = tabs.indexOf(parts.tabs.getSelectionModel().getSelectedItem());
        return at < 0 ? Optional.empty() : Optional.of(all.get(at));
    }

    /** What stands beside the tabs. */
    Optional<Node> controls() {
        return open().flatMap(Pane::controls);
    }

    /** Another tab is open. */
    void opened() {
        before.ifPresent(Pane::closed);
        before = open();
        told = Optional.empty();
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
        open().ifPresent(p -> p.selected(parts.workspace.editor().state().selection().nodes()));
    }

    private void tell() {
        Optional<Pane> open = open();
        if (open.isEmpty() || run.isEmpty()) return;
        boolean another = !told.equals(run);
        told = run;
        if (another) open.get().ran(run.get());
        moment.ifPresent(open.get()::moment);
        if (another) selected();
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
        public void edit(millrace.app.editor.Transaction transaction) {
            parts.workspace.editor().dispatch(transaction);
        }

        @Override
        public void export(String name, String text) {
            parts.window.files().export(name, text);
        }
    }
}
