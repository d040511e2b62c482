package millrace.app.tables;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import millrace.app.look.Ink;
import millrace.app.look.KeyColour;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.measure.TableLog.Change;

/** The cells of rows and changes. */
final class Cells {
    private static final double GONE = 0.6;

    private Cells() {}

    static TableColumn<Change, Change> column(String title, double width, String style,
            Function<Change, String> text) {
        return column(title, width, () -> new TableCell<>() {
            {
                getStyleClass().add(style);
            }

            @Override
            protected void updateItem(Change change, boolean empty) {
                super.updateItem(change, empty);
                boolean bare = empty || change == null;
                setText(bare ? null : text.apply(change));
                setOpacity(bare || change.kind().adds() ? 1 : GONE);
            }
        });
    }

    private static TableColumn<Change, Change> column(String title, double width,
            Supplier<TableCell<Change, Change>> cell) {
        TableColumn<Change, Change> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> new javafx.beans.property.ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(c -> cell.get());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** The key with its chip: colour and letter. */
    static TableColumn<Change, Change> key(String title, double width, Supplier<Keys> keys, Supplier<Theme> theme) {
        return column(title, width, () -> new TableCell<>() {
            @Override
            protected void updateItem(Change change, boolean empty) {
                super.updateItem(change, empty);
                boolean bare = empty || change == null || change.key().isEmpty();
                setText(bare ? null : change.key());
                setGraphic(bare ? null : chip(change.key(), keys.get(), theme.get()));
            }
        });
    }

    private static Canvas chip(String key, Keys keys, Theme theme) {
        Canvas canvas = new Canvas(18, 18);
        Marks marks = new Marks(Ink.on(canvas), theme);
        KeyColour colour = theme.key(keys, key);
        marks.frame(1, 1, 16, 16, 4, colour.fill(), colour.fill(), 1);
        marks.text(9, 9, keys.letter(key), Type.figures(9.5, 700), colour.figure());
        return canvas;
    }

    /** What the change does: its sign in the key's colour, hollow where a row is taken back, and the word. */
    static TableColumn<Change, Change> kind(String title, double width, Supplier<Keys> keys, Supplier<Theme> theme) {
        return column(title, width, () -> new TableCell<>() {
            @Override
            protected void updateItem(Change change, boolean empty) {
                super.updateItem(change, empty);
                boolean bare = empty || change == null;
                setText(bare ? null
                        : Texts.of("tables." + change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
                setGraphic(bare ? null : sign(change, keys.get(), theme.get()));
            }
        });
    }

    private static Canvas sign(Change change, Keys keys, Theme theme) {
        Canvas canvas = new Canvas(Marks.CHANGE_WIDTH + 5, 22);
        new Marks(Ink.on(canvas), theme).change(Marks.CHANGE_WIDTH / 2 + 1, 11,
                theme.key(keys, change.key()), theme.panel(), change.kind());
        return canvas;
    }
}
