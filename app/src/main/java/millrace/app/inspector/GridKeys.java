package millrace.app.inspector;

import java.util.List;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a table while no cell is being typed into. */
final class GridKeys {
    private final GridEditor grid;
    private final TableView<List<String>> table;

    GridKeys(GridEditor grid, TableView<List<String>> table) {
        this.grid = grid;
        this.table = table;
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent e) {
        if (table.getEditingCell() != null) return;
        boolean done = e.isShortcutDown() ? clipboard(e.getCode()) : bare(e);
        if (done) e.consume();
    }

    private boolean clipboard(KeyCode code) {
        if (code == KeyCode.V) grid.paste();
        else if (code == KeyCode.C) grid.copy();
        else if (code == KeyCode.X) {
            grid.copy();
            grid.remove();
        } else if (code == KeyCode.A) table.getSelectionModel().selectAll();
        else
            return false;
        return true;
    }

    private boolean bare(KeyEvent e) {
        if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) grid.remove();
        else if (e.getCode() == KeyCode.INSERT) {
            if (e.isShiftDown()) grid.below();
            else
                grid.above();
        } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.F2) edit();
        else if (e.getCode() == KeyCode.TAB) return tab(e.isShiftDown() ? -1 : 1);
        else
            return false;
        return true;
    }

    /** To the next cell; behind the last one, and before the first, the table is left. */
    private boolean tab(int by) {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        if (at.getRow() < 0 || at.getColumn() < 0) return false;
        int next = at.getRow() * grid.width() + at.getColumn() + by;
        if (next < 0 || next >= grid.height() * grid.width()) return false;
        grid.select(next / grid.width(), next % grid.width());
        return true;
    }

    private void edit() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        if (grid.height() == 0) grid.insert(0);
        grid.edit(Math.max(0, at.getRow()), Math.max(0, at.getColumn()));
    }

    /** A letter or figure takes the place of what is in the cell. */
    private void typed(KeyEvent e) {
        boolean sign = !e.getCharacter().isEmpty() && e.getCharacter().charAt(0) >= ' '
                && e.getCharacter().charAt(0) != 127;
        if (table.getEditingCell() != null || !sign || e.isShortcutDown() || e.isAltDown() || grid.height() == 0)
            return;
        edit();
        if (table.getScene().getFocusOwner() instanceof javafx.scene.control.TextField field
                && table.getEditingCell() != null)
            field.replaceSelection(e.getCharacter());
        e.consume();
    }
}
