package millrace.app.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import millrace.measure.TableLog.Change;
import org.jspecify.annotations.Nullable;

/** Rows at the left, changes at the right; a row that is picked leaves only the changes of its key there. */
final class TablesView extends StackPane {
    private final Hears hears;
    private final ObservableList<Change> rowItems = FXCollections.observableArrayList();
    private final ObservableList<Change> changeItems = FXCollections.observableArrayList();
    private final TableView<Change> rows = new TableView<>(rowItems);
    private final TableView<Change> changes = new TableView<>(changeItems);
    private final Label rowCount = new Label();
    private final Label changeCount = new Label();
    private final Button rowsCsv = small(Texts.of("tables.rows-csv"));
    private final Button changesCsv = small(Texts.of("tables.changes-csv"));
    private final Button all = small(Texts.of("tables.all"));
    private final Label none = new Label();
    private final HBox both = new HBox();
    private Theme theme = Theme.LIGHT;
    private Keys keys = Keys.NONE;
    private long playhead;
    private @Nullable TableModel table;
    private TableFold fold = new TableFold(List.of());
    /** The key whose history is shown. */
    private Optional<String> key = Optional.empty();
    private boolean filling;
    /** The table all of whose changes are listed, up to some moment. */
    private @Nullable TableModel shown;

    /** What a person asks for. */
    interface Hears {
        void picked(Change change);

        /** Why there is the row that a change made. */
        void asked(Change change);

        void export(String name, String csv);
    }

    TablesView(Hears hears) {
        this.hears = hears;
        getStyleClass().addAll("tables", "results");
        rows.setId("table-rows");
        changes.setId("table-changes");
        BorderPane left = new BorderPane(rows, head(rowCount, rowsCsv), null, null, null);
        BorderPane right = new BorderPane(changes, head(changeCount, all, changesCsv), null, null, null);
        Region divider = new Region();
        divider.getStyleClass().add("divider");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.prefWidthProperty().bind(widthProperty().multiply(0.46));
        right.prefWidthProperty().bind(widthProperty().multiply(0.54));
        both.getChildren().addAll(left, divider, right);
        none.getStyleClass().add("second");
        getChildren().addAll(both, none);
        setMinSize(0, 0);
        rows.setPlaceholder(new Label(Texts.of("tables.no-rows")));
        changes.setPlaceholder(new Label(Texts.of("tables.no-changes")));
        listen();
        empty(Texts.of("tables.reading"));
    }

    private void listen() {
        rows.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is == null || filling) return;
            history(Optional.of(is.key()).filter(k -> !k.isEmpty()));
            hears.asked(is);
        });
        changes.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !filling) hears.picked(is);
        });
        all.setOnAction(e -> {
            rows.getSelectionModel().clearSelection();
            history(Optional.empty());
        });
        rowsCsv.setOnAction(e -> export(t -> TablesCsv.rows(t, t.until(playhead)), "tables.rows-file"));
        changesCsv.setOnAction(e -> export(t -> TablesCsv.changes(t, t.until(playhead)), "tables.changes-file"));
    }

    private void export(java.util.function.Function<TableModel, String> csv, String name) {
        if (table != null)
            hears.export(Texts.of(name, table.name().replaceAll("[^\\p{L}\\p{N} _-]", "-")), csv.apply(table));
    }

    private static Button small(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        return button;
    }

    private static HBox head(Label label, Button... buttons) {
        label.getStyleClass().add("second");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, label, space);
        head.getChildren().addAll(buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setStyle("-fx-padding: 6 14 6 14;");
        return head;
    }

    /** Nothing to show, and why. */
    void empty(String why) {
        table = null;
        none.setText(why);
        none.setVisible(true);
        both.setVisible(false);
    }

    void show(TableModel next, Keys order, long time) {
        boolean other = table == null || !table.node().equals(next.node());
        table = next;
        keys = order;
        playhead = time;
        fold = new TableFold(next.changes());
        if (other) key = Optional.empty();
        none.setVisible(false);
        both.setVisible(true);
        columns(next);
        fill();
    }

    void setPlayhead(long time) {
        playhead = time;
        TableModel of = table;
        if (of != null && of.until(time) != fold.done()) fill();
    }

    void setTheme(Theme next) {
        theme = next;
        rows.refresh();
        changes.refresh();
    }

    private void history(Optional<String> of) {
        key = of;
        fill();
    }

    private void columns(TableModel of) {
        Supplier<Keys> order = () -> keys;
        Supplier<Theme> colours = () -> theme;
        rows.getColumns().clear();
        changes.getColumns().clear();
        changes.getColumns().add(Cells.column(Texts.of("tables.at"), 96, "figures", c -> of.clock().format(c.at())));
        changes.getColumns().add(Cells.kind(Texts.of("tables.change"), 142, order, colours));
        for (TableView<Change> view : List.of(rows, changes)) {
            if (of.key() >= 0) view.getColumns().add(Cells.key(of.columns().get(of.key()), 110, order, colours));
            for (int i = 0; i < of.columns().size(); i++) {
                int field = i;
                if (i != of.key())
                    view.getColumns().add(Cells.column(of.columns().get(i), 100, "figures", c -> of.value(c, field)));
            }
        }
        rows.getColumns().add(Cells.column(Texts.of("tables.since"), 96, "figures", c -> of.clock().format(c.at())));
    }

    private void fill() {
        TableModel of = table;
        if (of == null) return;
        int until = of.until(playhead);
        if (until < fold.done()) fold = new TableFold(of.changes());
        fold.goOn(until);
        filling = true;
        List<Change> now = fold.rows();
        rowItems.setAll(now);
        if (key.isPresent()) changeItems.setAll(of.history(key.get(), until));
        else
            whole(of, until);
        changes.scrollTo(Math.max(0, changeItems.size() - 1));
        key.flatMap(k -> now.stream().filter(c -> c.key().equals(k)).findFirst())
                .ifPresent(c -> rows.getSelectionModel().select(c));
        filling = false;
        shown = key.isPresent() ? null : of;
        told(now.size(), changeItems.size());
    }

    /** While a long run is played only what is new is added. */
    private void whole(TableModel of, int until) {
        if (shown != of) changeItems.setAll(of.changes().subList(0, until));
        else if (until < changeItems.size()) changeItems.remove(until, changeItems.size());
        else
            changeItems.addAll(of.changes().subList(changeItems.size(), until));
    }

    private void told(int size, int count) {
        rowCount.setText(Texts.counted("tables.rows", size));
        changeCount.setText(key.map(k -> Texts.counted("tables.history", count, k))
                .orElse(Texts.counted("tables.changes", count)));
        all.setVisible(key.isPresent());
        all.setManaged(key.isPresent());
        rowsCsv.setDisable(size == 0);
        changesCsv.setDisable(count == 0);
    }
}
