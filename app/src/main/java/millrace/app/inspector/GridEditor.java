package millrace.app.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.app.text.Texts;
import millrace.design.Problem;
import millrace.design.Value;

/**
 * A small table that is edited as in a spreadsheet; how its rows stand in the design is said by a {@link Shape}. Each cell,
 * each paste and each change of rows is one step.
 */
final class GridEditor implements FieldEditor {
    private static final double ROW = 28;
    /** What the bar of a scrolled table takes, px. */
    private static final double BAR = 12;
    private static final int MOST_ROWS_SHOWN = 12;
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");
    private static final Pattern CELL = Pattern.compile("\\[(\\d+)\\](?:\\[(\\d+)\\])?.*");

    /** Turns a setting into rows of texts and back. */
    interface Shape {
        List<String> columns();

        /** What stands above a column: the words of the bundle; what it lacks, such as a field, goes by its name. */
        default String title(String column) {
            return Texts.find("inspector.column." + column.replace(' ', '-')).orElse(column);
        }

        List<List<String>> rows(Value value);

        Value value(List<List<String>> rows);
    }

    private final Shape shape;
    private final Value usual;
    private final Change change;
    private final Completions completions;
    private final ObservableList<List<String>> rows = FXCollections.observableArrayList();
    private final TableView<List<String>> table = new TableView<>(rows);
    private final GridWidths widths = new GridWidths(table);
    private final Label told = new Label();
    private final VBox box;
    /** Cells that problems name; column -1 is the whole row. */
    private Set<TableCellPlace> wrong = Set.of();

    private record TableCellPlace(int row, int column) {}

    GridEditor(Shape shape, Value usual, Completions completions, Change change) {
        this.shape = shape;
        this.usual = usual;
        this.change = change;
        this.completions = completions;
        table.setEditable(true);
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("grid-editor", "figures");
        table.widthProperty().addListener(o -> fit());
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(Texts.of("inspector.no-rows")));
        new GridKeys(this, table);
        told.setWrapText(true);
        told.getStyleClass().add("grid-told");
        tell("");
        HBox buttons = new HBox(6, button("add-row", this::below), button("row-above", this::above),
                button("paste", this::paste), removeButton());
        buttons.getStyleClass().add("grid-buttons");
        box = new VBox(6, table, told, buttons);
    }

    private static Button button(String word, Runnable what) {
        Button button = new Button(Texts.of("inspector." + word));
        button.setAccessibleText(Texts.of("inspector." + word + ".does"));
        button.setTooltip(new Tooltip(Texts.of("inspector." + word + ".does")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> what.run());
        return button;
    }

    private Button removeButton() {
        Button remove = button("remove-row", this::remove);
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        return remove;
    }

    private void columns() {
        List<String> names = shape.columns();
        List<String> titles = names.stream().map(shape::title).toList();
        if (table.getColumns().stream().map(TableColumn::getText).toList().equals(titles)) return;
        table.getColumns().clear();
        for (int i = 0; i < names.size(); i++)
            table.getColumns().add(column(names.get(i), i));
    }

    private TableColumn<List<String>, String> column(String name, int at) {
        TableColumn<List<String>, String> column = new TableColumn<>(shape.title(name));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleStringProperty(cell(row.getValue(), at)));
        column.setCellFactory(c -> new GridCell(this, at, name.equals("expression")));
        return column;
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }

    Completions completions() {
        return completions;
    }

    boolean isWrong(int row, int column) {
        return wrong.contains(new TableCellPlace(row, column)) || wrong.contains(new TableCellPlace(row, -1));
    }

    int width() {
        return table.getColumns().size();
    }

    int height() {
        return rows.size();
    }

    // What the hand does

    void set(int row, int at, String text) {
        if (row >= rows.size() || cell(rows.get(row), at).equals(text)) return;
        rows.set(row, with(rows.get(row), at, text));
        change();
    }

    private static List<String> with(List<String> row, int at, String text) {
        List<String> next = new ArrayList<>(row);
        while (next.size() <= at)
            next.add("");
        next.set(at, text);
        return next;
    }

    void above() {
        insert(Math.max(0, row()));
    }

    void below() {
        insert(row() < 0 ? rows.size() : row() + 1);
    }

    private int row() {
        return table.getSelectionModel().getSelectedIndex();
    }

    /** A new row begins as a copy of the one above it: times and keys rarely change by much. */
    void insert(int at) {
        List<String> like = rows.isEmpty() ? shape.columns().stream().map(c -> "").toList()
                : rows.get(Math.clamp(at - 1, 0, rows.size() - 1));
        rows.add(at, like);
        select(at, 0);
        change();
    }

    /** Removes the rows of which a cell is selected. */
    void remove() {
        List<Integer> chosen = selectedRows();
        if (chosen.isEmpty()) return;
        chosen.stream().sorted(Comparator.reverseOrder()).forEach(i -> rows.remove((int) i));
        if (!rows.isEmpty()) select(Math.min(chosen.getFirst(), rows.size() - 1), 0);
        change();
    }

    private List<Integer> selectedRows() {
        Set<Integer> chosen = new LinkedHashSet<>();
        for (TablePosition<?, ?> p : table.getSelectionModel().getSelectedCells())
            if (p.getRow() >= 0 && p.getRow() < rows.size()) chosen.add(p.getRow());
        return chosen.stream().sorted().toList();
    }

    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(SheetText.write(selectedRows().stream().map(rows::get).toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Puts what a spreadsheet has copied over the cells from the selected one on; more rows than there are come after. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) return;
        int column = table.getSelectionModel()
                .getSelectedCells()
                .stream()
                .mapToInt(TablePosition::getColumn)
                .filter(c -> c >= 0)
                .min()
                .orElse(0);
        List<Integer> chosen = selectedRows();
        Pasted pasted = Pasted.of(text, shape.columns(), column);
        int from = chosen.isEmpty() ? rows.size() : chosen.getFirst();
        List<List<String>> next = new ArrayList<>(rows);
        for (int i = 0; i < pasted.rows().size(); i++)
            put(next, from + i, pasted.rows().get(i));
        rows.setAll(next);
        if (!rows.isEmpty()) select(Math.min(from, rows.size() - 1), pasted.first());
        tell(pasted.told().orElse(""));
        change();
    }

    private void put(List<List<String>> next, int at, List<Optional<String>> cells) {
        if (at >= next.size()) next.add(shape.columns().stream().map(c -> "").toList());
        for (int c = 0; c < cells.size(); c++) {
            int column = c;
            cells.get(c).ifPresent(text -> next.set(at, with(next.get(at), column, text)));
        }
    }

    private void tell(String words) {
        told.setText(words);
        told.setVisible(!words.isEmpty());
        told.setManaged(!words.isEmpty());
    }

    private void change() {
        fit();
        change.done();
        change.to(shape.value(List.copyOf(rows)));
        change.done();
    }

    void select(int row, int column) {
        if (column >= width()) return;
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
        table.getFocusModel().focus(row, table.getColumns().get(column));
        table.scrollTo(Math.max(0, row - 3));
    }

    /** Opens a cell for typing. */
    void edit(int row, int column) {
        select(row, column);
        table.layout();
        table.edit(row, table.getColumns().get(column));
    }

    private void fit() {
        int lines = Math.clamp(rows.size(), 1, MOST_ROWS_SHOWN);
        widths.fit();
        // A table makes room for a bar beside the rows as soon as there is one below them.
        table.pseudoClassStateChanged(WHOLE, rows.size() <= MOST_ROWS_SHOWN);
        table.setPrefHeight((lines + 1) * ROW + 4 + (widths.scrolled() ? BAR : 0));
        table.setMinHeight(table.getPrefHeight());
    }

    @Override
    public Region view() {
        return box;
    }

    @Override
    public Node entry() {
        return table;
    }

    @Override
    public void focus(String within) {
        table.requestFocus();
        Matcher cell = CELL.matcher(within);
        if (cell.matches()) {
            int row = Integer.parseInt(cell.group(1));
            if (row < rows.size()) select(row, cell.group(2) == null ? 0 : Integer.parseInt(cell.group(2)));
        } else if (within.startsWith(".")) named(within.substring(1)).ifPresent(row -> select(row, 1));
    }

    /** In a table of names and what they mean, the row of a name. */
    private Optional<Integer> named(String name) {
        for (int i = 0; i < rows.size(); i++)
            if (cell(rows.get(i), 0).equals(name)) return Optional.of(i);
        return Optional.empty();
    }

    @Override
    public void mark(String own, List<Problem> problems) {
        Set<TableCellPlace> places = new LinkedHashSet<>();
        for (Problem problem : problems) {
            String within = problem.where().setting().substring(own.length());
            Matcher cell = CELL.matcher(within);
            if (cell.matches())
                places.add(new TableCellPlace(Integer.parseInt(cell.group(1)),
                        cell.group(2) == null ? -1 : Integer.parseInt(cell.group(2))));
            else if (within.startsWith("."))
                named(within.substring(1)).ifPresent(row -> places.add(new TableCellPlace(row, 1)));
        }
        if (places.equals(wrong)) return;
        wrong = places;
        table.refresh();
    }

    @Override
    public void show(Optional<Value> value) {
        columns();
        List<List<String>> next = shape.rows(value.orElse(usual));
        if (!next.equals(rows)) rows.setAll(next);
        fit();
    }
}
