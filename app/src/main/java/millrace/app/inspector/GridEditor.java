package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.design.Value;

/** A small table whose cells are edited in place; how its rows stand in the design is said by a {@link Shape}. */
final class GridEditor implements FieldEditor {
    private static final double ROW = 28;
    private static final int MOST_ROWS_SHOWN = 12;

    /** Turns a setting into rows of texts and back. */
    interface Shape {
        List<String> columns();

        List<List<String>> rows(Value value);

        Value value(List<List<String>> rows);
    }

    private final Shape shape;
    private final Value usual;
    private final Change change;
    private final ObservableList<List<String>> rows = FXCollections.observableArrayList();
    private final TableView<List<String>> table = new TableView<>(rows);
    private final VBox box;

    GridEditor(Shape shape, Value usual, Change change) {
        this.shape = shape;
        this.usual = usual;
        this.change = change;
        table.setEditable(true);
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("grid-editor", "figures");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE && table.getEditingCell() == null) remove();
        });
        Button add = new Button("Add row");
        add.setOnAction(e -> add());
        Button remove = new Button("Remove row");
        remove.setOnAction(e -> remove());
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox buttons = new HBox(8, add, remove);
        buttons.getStyleClass().add("grid-buttons");
        box = new VBox(6, table, buttons);
    }

    private void columns() {
        List<String> names = shape.columns();
        if (table.getColumns().stream().map(TableColumn::getText).toList().equals(names)) return;
        table.getColumns().clear();
        for (int i = 0; i < names.size(); i++)
            table.getColumns().add(column(names.get(i), i));
    }

    private TableColumn<List<String>, String> column(String name, int at) {
        TableColumn<List<String>, String> column = new TableColumn<>(name);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleStringProperty(cell(row.getValue(), at)));
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setOnEditCommit(e -> set(e.getTablePosition().getRow(), at, e.getNewValue()));
        return column;
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }

    private void set(int row, int at, String text) {
        List<String> next = new ArrayList<>(rows.get(row));
        while (next.size() <= at)
            next.add("");
        next.set(at, text);
        rows.set(row, next);
        tell();
    }

    /** A new row begins as a copy of the one above it: times and keys rarely change by much. */
    private void add() {
        int at = table.getSelectionModel().getSelectedIndex();
        int after = at < 0 ? rows.size() - 1 : at;
        rows.add(after + 1, after < 0 ? shape.columns().stream().map(c -> "").toList() : rows.get(after));
        table.getSelectionModel().select(after + 1);
        tell();
    }

    private void remove() {
        int at = table.getSelectionModel().getSelectedIndex();
        if (at < 0) return;
        rows.remove(at);
        tell();
    }

    private void tell() {
        fit();
        change.to(shape.value(List.copyOf(rows)));
    }

    private void fit() {
        int lines = Math.clamp(rows.size(), 1, MOST_ROWS_SHOWN);
        table.setPrefHeight((lines + 1) * ROW + 4);
        table.setMinHeight(table.getPrefHeight());
    }

    @Override
    public Region view() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        columns();
        List<List<String>> next = shape.rows(value.orElse(usual));
        if (!next.equals(rows)) rows.setAll(next);
        fit();
    }
}
