package millrace.app.tables;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.scene.Node;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.pane.Making;
import millrace.app.pane.NodeChoice;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.measure.TableLog.Change;
import millrace.trace.Moment;

/** The view of the tables: the rows of one of them at the playhead, and the changes that made them. */
public final class TablesPane implements Pane {
    private final PaneRequests requests;
    private final TablesView view = new TablesView(new FromView());
    private final Making<List<TableModel>> making = new Making<>(TableModel::of, this::made, view::empty);
    private final NodeChoice<TableModel> choice = new NodeChoice<>("tables-choice", Texts.of("tables.of"),
            Texts.of("tables.choice"));
    private Keys keys = Keys.NONE;
    private long playhead = Long.MIN_VALUE;

    public TablesPane(PaneRequests requests) {
        this.requests = requests;
        choice.setOnChosen(table -> view.show(table, keys, playhead));
    }

    @Override
    public String id() {
        return "tables";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Node> controls() {
        return Optional.of(choice);
    }

    @Override
    public void ran(Shown run) {
        keys = run.keys();
        if (!making.of(run)) view.empty(Texts.of("tables.reading"));
    }

    private void made(List<TableModel> tables) {
        if (tables.isEmpty()) view.empty(Texts.of("tables.no-table"));
        choice.offer(tables, TablesPane::busiest);
    }

    /** The first that changes at all. */
    private static TableModel busiest(List<TableModel> tables) {
        return tables.stream().filter(t -> !t.changes().isEmpty()).findFirst().orElse(tables.getFirst());
    }

    @Override
    public void moment(Moment moment) {
        playhead = moment.time();
        view.setPlayhead(playhead);
    }

    /** The table of the node that is selected, if it is one. */
    @Override
    public void selected(SequencedSet<String> nodes) {
        choice.selected(nodes);
    }

    @Override
    public void closed() {
        making.leave();
    }

    @Override
    public void dress(Theme theme) {
        view.setTheme(theme);
    }

    private final class FromView implements TablesView.Hears {
        @Override
        public void picked(Change change) {
            requests.seek(change.at());
            requests.ask(change.row());
        }

        @Override
        public void asked(Change change) {
            requests.ask(change.row());
        }

        @Override
        public void export(String name, String csv) {
            requests.export(name, csv);
        }
    }
}
