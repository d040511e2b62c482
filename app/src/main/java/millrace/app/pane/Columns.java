package millrace.app.pane;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns of the tables in views. */
public final class Columns {
    private static final double ROW = 28;

    private Columns() {}

    /** A table with rows of the usual height that says what it is. */
    public static <T> TableView<T> table(String name) {
        TableView<T> table = new TableView<>();
        table.setAccessibleText(name);
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setMinSize(0, 0);
        return table;
    }

    /** @param style of its cells: "words" or "figures" */
    public static <T> TableColumn<T, T> text(String title, double width, String style, Function<T, String> text) {
        return of(title, width, () -> new TableCell<>() {
            {
                getStyleClass().add(style);
            }

            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
    }

    public static <T> TableColumn<T, T> of(String title, double width,
            java.util.function.Supplier<TableCell<T, T>> cell) {
        TableColumn<T, T> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(c -> cell.get());
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** The column, to be sorted by. */
    public static <T> TableColumn<T, T> sorted(TableColumn<T, T> column, Comparator<T> order) {
        column.setSortable(true);
        column.setComparator(order);
        return column;
    }
}
