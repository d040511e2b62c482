package millrace.app.results;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.TableCell;
import millrace.app.look.Ink;
import millrace.app.text.Texts;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;

/** The cells of the table of results. */
final class Cells {
    private Cells() {}

    static TableCell<ResultRow, ResultRow> text(Function<ResultRow, String> text, String style) {
        return new TableCell<>() {
            {
                getStyleClass().add(style);
            }

            @Override
            protected void updateItem(ResultRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
                boolean takenBack = !empty && row != null
                        && (row.window().filter(ResultRow.Window::retraction).isPresent()
                                || row.verdict() == ResultRow.Verdict.LOST);
                setOpacity(takenBack ? 0.55 : 1);
            }
        };
    }

    /** The key with its chip: colour and letter. */
    static TableCell<ResultRow, ResultRow> key(Supplier<Keys> keys, Supplier<Theme> theme) {
        return new TableCell<>() {
            @Override
            protected void updateItem(ResultRow row, boolean empty) {
                super.updateItem(row, empty);
                boolean bare = empty || row == null || row.key().isEmpty();
                setText(bare ? null : row.key());
                setGraphic(bare ? null : chip(row.key(), keys.get(), theme.get()));
            }
        };
    }

    private static Canvas chip(String key, Keys keys, Theme theme) {
        Canvas canvas = new Canvas(18, 18);
        Marks marks = new Marks(Ink.on(canvas), theme);
        marks.event(9, 9, 8, theme.key(keys, key), theme.panel(), "");
        marks.text(9, 9, keys.letter(key), Type.figures(9.5, 700), theme.key(keys, key).figure());
        return canvas;
    }

    /** The timing's sign and word, or that it takes a result back. */
    static TableCell<ResultRow, ResultRow> timing(Supplier<Theme> theme) {
        return new TableCell<>() {
            @Override
            protected void updateItem(ResultRow row, boolean empty) {
                super.updateItem(row, empty);
                Optional<ResultRow.Window> window = empty || row == null ? Optional.empty() : row.window();
                setText(window.map(
                        w -> w.retraction() ? Texts.of("results.taken-back") : Texts.of("look.timing." + w.timing()))
                        .orElse(null));
                setGraphic(window.map(w -> sign(w, theme.get())).orElse(null));
                setOpacity(window.filter(ResultRow.Window::retraction).isPresent() ? 0.55 : 1);
            }
        };
    }

    /** How a row stands against the run without crashes: only what is bad is said aloud. */
    static TableCell<ResultRow, ResultRow> verdict(Supplier<Theme> theme) {
        return new TableCell<>() {
            @Override
            protected void updateItem(ResultRow row, boolean empty) {
                super.updateItem(row, empty);
                ResultRow.Verdict verdict = empty || row == null ? ResultRow.Verdict.UNKNOWN : row.verdict();
                boolean bad = verdict.ordinal() > ResultRow.Verdict.RIGHT.ordinal();
                setText(verdict == ResultRow.Verdict.UNKNOWN ? null : Texts.of("results." + verdict));
                setGraphic(bad ? cross(theme.get()) : null);
                getStyleClass().remove("is-failure");
                if (bad) getStyleClass().add("is-failure");
            }
        };
    }

    private static Canvas cross(Theme theme) {
        Canvas canvas = new Canvas(14, 14);
        new Marks(Ink.on(canvas), theme).cross(7, 7, 3.4, 2, theme.fail());
        return canvas;
    }

    private static Canvas sign(ResultRow.Window window, Theme theme) {
        Canvas canvas = new Canvas(14, 14);
        new Marks(Ink.on(canvas), theme).timing(window.timing(), 7, 7, 4.8);
        return canvas;
    }
}
