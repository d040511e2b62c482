package millrace.app.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import millrace.app.text.Texts;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.results.ResultRow.Verdict;
import millrace.trace.Run;

/** Every result up to the playhead in a table, the newest first; sortable, and to be had as CSV. */
public final class ResultsView extends BorderPane {
    private final TableView<ResultRow> table = new TableView<>();
    private final ObservableList<ResultRow> shown = FXCollections.observableArrayList();
    private final Label count = new Label();
    private final Button export = new Button(Texts.of("results.csv"));
    private ResultsModel model = new ResultsModel(millrace.design.Clock.MIDNIGHT, List.of(), List.of());
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private UnaryOperator<String> nameOf = id -> id;
    private Keys keys = Keys.NONE;
    private Theme theme = Theme.LIGHT;
    private long playhead = Long.MIN_VALUE;
    private Consumer<String> onExport = csv -> {};
    private Consumer<ResultRow> onPicked = row -> {};
    private final ReachedChoice choice = new ReachedChoice(this::show);
    private IntPredicate lit = fact -> false;
    /** Rows come and go by themselves: what is chosen then, nobody chose. */
    private boolean filling;

    public ResultsView() {
        getStyleClass().add("results");
        setCenter(table);
        setTop(head());
        SortedList<ResultRow> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(t -> row());
        table.setPlaceholder(new Label(Texts.of("results.none")));
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            // Not within the choice: what is picked may move the playhead, and that takes rows away.
            if (now != null && !filling) Platform.runLater(() -> onPicked.accept(now));
        });
        export.setOnAction(e -> export());
    }

    private HBox head() {
        count.getStyleClass().add("second");
        export.getStyleClass().add("small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(11, choice.buttons(), count, space, export);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setStyle("-fx-padding: 6 14 6 14;");
        return head;
    }

    /**
     * Shows a run's results.
     *
     * @param names the name of a node by its id
     */
    public void setModel(ResultsModel next, Keys order, UnaryOperator<String> names) {
        keys = order;
        nameOf = names;
        show(next);
    }

    /** The run that they are of: from it is made what reached the sinks, when that is to be seen. */
    public void setRun(Run run) {
        choice.ran(run, model);
    }

    /** Whether anybody sees it. */
    public void setOpen(boolean open) {
        choice.open(open);
    }

    private void show(ResultsModel next) {
        boolean sameColumns = next.fields().equals(model.fields()) && next.columns().equals(model.columns())
                && !table.getColumns().isEmpty();
        model = next;
        shown.setAll(model.rows().subList(0, model.until(playhead)));
        if (!sameColumns) makeColumns();
        told();
    }

    public void setTheme(Theme next) {
        theme = next;
        table.refresh();
    }

    /** Shows what had left at that instant. */
    public void setPlayhead(long time) {
        playhead = time;
        int until = model.until(time);
        if (until == shown.size()) return;
        ResultRow picked = table.getSelectionModel().getSelectedItem();
        filling = true;
        if (until < shown.size()) shown.remove(until, shown.size());
        else
            shown.addAll(model.rows().subList(shown.size(), until));
        if (picked == null || !shown.contains(picked)) table.getSelectionModel().clearSelection();
        else
            table.getSelectionModel().select(picked);
        filling = false;
        told();
    }

    /** Rows of these facts of the trace are lit: kin of what is held, here or elsewhere. */
    public void setLit(IntPredicate facts) {
        lit = facts;
        table.refresh();
    }

    private TableRow<ResultRow> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(ResultRow row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(LIT, !empty && row != null && lit.test(row.fact()));
            }
        };
    }

    /** How many results had left at the playhead. */
    public int count() {
        return shown.size();
    }

    /** Offers what has come so far as CSV. */
    public void export() {
        onExport.accept(ResultsCsv.of(model, model.until(playhead)));
    }

    /** Hears the table as CSV when it is asked for. */
    public void setOnExport(Consumer<String> hear) {
        onExport = hear;
    }

    /** Hears which result was picked. */
    public void setOnPicked(Consumer<ResultRow> hear) {
        onPicked = hear;
    }

    private void told() {
        int until = model.until(playhead);
        long lost = model.count(Verdict.LOST, until);
        List<String> told = new ArrayList<>(List.of(Texts.counted("results.so-far", shown.size() - lost)));
        for (Verdict bad : List.of(Verdict.DOUBLED, Verdict.WRONG, Verdict.LOST)) {
            long found = model.count(bad, until);
            if (found > 0) told.add(Texts.of("results.so-far." + bad, found));
        }
        count.setText(String.join(", ", told));
        export.setDisable(shown.isEmpty());
    }

    private void makeColumns() {
        table.getColumns().clear();
        TableColumn<ResultRow, ResultRow> at = column(Texts.of("results.at"), 96, r -> model.clock().format(r.at()),
                Comparator.comparingInt(ResultRow::number), "figures");
        table.getColumns().add(at);
        if (model.fromSeveral())
            add(Texts.of("results.from"), 130, r -> nameOf.apply(r.node()),
                    Comparator.comparing(r -> nameOf.apply(r.node())), "words");
        if (model.windowed())
            add(Texts.of("results.window"), 150, this::window, Comparator.comparingLong(ResultsView::start), "figures");
        if (model.keyed()) keyColumn();
        for (int i = 0; i < model.fields().size(); i++)
            fieldColumn(i);
        if (model.windowed()) marks();
        if (model.judged()) verdicts();
        at.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(at));
    }

    private void keyColumn() {
        TableColumn<ResultRow, ResultRow> column = column(Texts.of("results.key"), 110, ResultRow::key,
                Comparator.comparing(ResultRow::key), "words");
        column.setCellFactory(c -> Cells.key(() -> keys, () -> theme));
        table.getColumns().add(column);
    }

    private void fieldColumn(int field) {
        Function<ResultRow, String> text = r -> r.values().get(field);
        add(model.fields().get(field), 110, text, Comparator.comparing(text, ResultsView::naturally), "figures");
    }

    private void marks() {
        TableColumn<ResultRow, ResultRow> timing = column(Texts.of("results.timing"), 120,
                r -> r.window().map(w -> Texts.of("look.timing." + w.timing())).orElse(""),
                Comparator.comparing(r -> r.window().map(ResultRow.Window::timing).orElse(millrace.event.Timing.EARLY)),
                "words");
        timing.setCellFactory(c -> Cells.timing(() -> theme));
        table.getColumns().add(timing);
        add(Texts.of("results.pane"), 70, r -> r.window().map(w -> String.valueOf(w.index())).orElse(""),
                Comparator.comparingInt(r -> r.window().map(ResultRow.Window::index).orElse(-1)), "figures");
    }

    private void verdicts() {
        TableColumn<ResultRow, ResultRow> column = column(Texts.of("results.verdict"), 120,
                r -> Texts.of("results." + r.verdict()), Comparator.comparing(ResultRow::verdict), "words");
        column.setCellFactory(c -> Cells.verdict(() -> theme));
        table.getColumns().add(column);
    }

    private void add(String title, double width, Function<ResultRow, String> text, Comparator<ResultRow> order,
            String style) {
        table.getColumns().add(column(title, width, text, order, style));
    }

    private static TableColumn<ResultRow, ResultRow> column(String title, double width,
            Function<ResultRow, String> text, Comparator<ResultRow> order, String style) {
        TableColumn<ResultRow, ResultRow> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> new javafx.beans.property.ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(c -> Cells.text(text, style));
        column.setComparator(order);
        column.setPrefWidth(width);
        return column;
    }

    private String window(ResultRow row) {
        return row.window().map(w -> model.clock().window(w.start(), w.end())).orElse("");
    }

    private static long start(ResultRow row) {
        return row.window().map(ResultRow.Window::start).orElse(Long.MIN_VALUE);
    }

    /** Numbers by size, all else by letters. */
    private static int naturally(String a, String b) {
        try {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        } catch (NumberFormatException e) {
            return a.compareTo(b);
        }
    }
}
