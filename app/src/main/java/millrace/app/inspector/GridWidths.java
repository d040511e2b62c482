package millrace.app.inspector;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import millrace.app.look.Type;

/** Columns of a small table as wide as their words need: together they fill it, or it is scrolled if there is no room for them. */
final class GridWidths {
    private static final double LEAST = 44;
    private static final double MOST = 160;
    private static final double PADDING = 18;
    /** Size of the words in cells, px. */
    private static final double CELL = 11.5;
    private static final int MEASURED = 200;
    private final TableView<List<String>> table;
    private boolean scrolled;

    GridWidths(TableView<List<String>> table) {
        this.table = table;
    }

    /** Whether there is a bar below the rows. */
    boolean scrolled() {
        return scrolled;
    }

    void fit() {
        if (table.getWidth() <= 0) return;
        double sum = 0;
        for (int i = 0; i < table.getColumns().size(); i++) {
            double need = need(i);
            table.getColumns().get(i).setMinWidth(need);
            sum += need;
        }
        scrolled = sum > table.getWidth() - 2;
        table.setColumnResizePolicy(scrolled ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        if (scrolled) table.getColumns().forEach(c -> table.resizeColumn(c, c.getMinWidth() - c.getWidth()));
    }

    private double need(int at) {
        double widest = Type.width(table.getColumns().get(at).getText(), Type.words(CELL + 0.5, 500));
        for (List<String> row : table.getItems().subList(0, Math.min(MEASURED, table.getItems().size())))
            if (at < row.size()) widest = Math.max(widest, Type.width(row.get(at), Type.figures(CELL, 700)));
        return scale() * Math.clamp(Math.ceil(widest) + PADDING, LEAST, MOST);
    }

    /** Of the interface: the words of the cells are as large as it is. */
    private double scale() {
        return table.lookup(".table-cell") instanceof Labeled cell ? cell.getFont().getSize() / CELL : 1;
    }
}
