package millrace.app.inspector;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A cell that is typed into: Tab goes to the next, Enter to the one below, Escape takes back; leaving it enters it. */
final class GridCell extends TableCell<List<String>, String> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final GridEditor grid;
    private final int column;
    private final TextField field = new TextField();

    GridCell(GridEditor grid, int column, boolean expression) {
        this.grid = grid;
        this.column = column;
        if (expression) new Completing(field, grid.completions());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && isEditing()) commitEdit(field.getText());
        });
    }

    private void key(KeyEvent e) {
        // A completion may have been taken with this key; filters of one node all hear it.
        if (e.isConsumed()) return;
        if (e.getCode() == KeyCode.ESCAPE) cancelEdit();
        else if (e.getCode() == KeyCode.TAB) move(0, e.isShiftDown() ? -1 : 1);
        else if (e.getCode() == KeyCode.ENTER) move(e.isShiftDown() ? -1 : 1, 0);
        else
            return;
        e.consume();
    }

    /** On to another cell; behind the last one a row is added, as one types a table. */
    private void move(int down, int right) {
        int at = getIndex() * grid.width() + column + right;
        int row = down != 0 ? getIndex() + down : Math.floorDiv(at, grid.width());
        int to = down != 0 ? column : Math.floorMod(at, grid.width());
        commitEdit(field.getText());
        if (row < 0) return;
        if (row >= grid.height()) grid.insert(row);
        grid.edit(row, to);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing()) return;
        field.setText(getItem());
        setText(null);
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void commitEdit(String text) {
        int row = getIndex();
        super.commitEdit(text);
        show(text);
        grid.set(row, column, text);
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        show(getItem());
    }

    private void show(@Nullable String text) {
        setGraphic(null);
        setText(text);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(WRONG, !empty && grid.isWrong(getIndex(), column));
        if (!isEditing()) show(empty ? null : item);
    }
}
