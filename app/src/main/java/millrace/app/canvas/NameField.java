package millrace.app.canvas;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.editor.Selection;
import millrace.app.editor.Transaction;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.design.Point;

/**
 * Where names and notes are written in place: a field over the title of a node or frame, or over a note, as large as the
 * zoom makes it. Enter (in a note Ctrl+Enter) or a click elsewhere keeps what was written, Escape does not.
 */
final class NameField extends StackPane {
    /** No letter is smaller than this, however small the picture is. */
    private static final double LEAST_FONT = 11;
    private static final double LEAST_WIDTH = 120;
    private final CanvasView canvas;
    private final Editor editor;
    private final Edits edits;
    private Optional<Writing> writing = Optional.empty();

    /** What is written: its name, in which field, and the step that keeps it. */
    private record Writing(Selection what, TextInputControl field, String before) {}

    NameField(CanvasView canvas, Editor editor, Edits edits) {
        this.canvas = canvas;
        this.editor = editor;
        this.edits = edits;
        setVisible(false);
        getStyleClass().add("in-place");
        // What is done in the field is not done on the canvas below it.
        addEventHandler(KeyEvent.ANY, Event::consume);
        addEventHandler(MouseEvent.ANY, Event::consume);
        addEventHandler(ScrollEvent.ANY, Event::consume);
    }

    /** Writes the name of a node or frame, or the words of a note; nothing for anything else. */
    void open(Selection what) {
        close(true);
        if (what.size() != 1) return;
        words(what)
                .ifPresent(words -> open(new Writing(what, what.notes().isEmpty() ? line(words) : area(words), words)));
    }

    private Optional<String> words(Selection what) {
        if (!what.nodes().isEmpty()) return editor.design().node(what.nodes().getFirst()).map(n -> n.name());
        if (!what.frames().isEmpty()) return editor.design().frame(what.frames().getFirst()).map(f -> f.title());
        return what.notes().isEmpty() ? Optional.empty()
                : editor.design().note(what.notes().getFirst()).map(n -> n.text());
    }

    private static TextField line(String words) {
        TextField field = new TextField(words);
        field.setAccessibleText(Texts.of("canvas.name"));
        return field;
    }

    private static TextArea area(String words) {
        TextArea area = new TextArea(words);
        area.setWrapText(true);
        area.setAccessibleText(Texts.of("canvas.note"));
        return area;
    }

    private void open(Writing next) {
        writing = Optional.of(next);
        TextInputControl field = next.field();
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().setAll(field);
        setVisible(true);
        canvas.requestLayout();
        field.requestFocus();
        field.selectAll();
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) close(true);
        });
    }

    private void key(KeyEvent e) {
        boolean enters = e.getCode() == KeyCode.ENTER
                && (e.isShortcutDown() || writing.filter(w -> w.what().notes().isEmpty()).isPresent());
        if (!enters && e.getCode() != KeyCode.ESCAPE) return;
        e.consume();
        close(enters);
        canvas.requestFocus();
    }

    private void close(boolean keep) {
        Optional<Writing> done = writing;
        writing = Optional.empty();
        setVisible(false);
        getChildren().clear();
        if (keep) done.filter(w -> !w.field().getText().equals(w.before())).ifPresent(this::keep);
    }

    private void keep(Writing done) {
        Selection what = done.what();
        String words = done.field().getText();
        boolean nameless = words.isBlank() && !what.nodes().isEmpty();
        if (nameless) return;
        Transaction edit = !what.nodes().isEmpty() ? edits.rename(what.nodes().getFirst(), words.strip())
                : !what.frames().isEmpty() ? edits.renameFrame(what.frames().getFirst(), words.strip())
                        : edits.writeNote(what.notes().getFirst(), words);
        editor.seal();
        editor.dispatch(edit);
        editor.seal();
    }

    /** Puts the field over what it writes; closes it if that is gone. */
    void place(Layout layout, Viewport view, Theme theme) {
        if (writing.isEmpty()) return;
        Selection what = writing.get().what();
        Optional<Box> box = !what.nodes().isEmpty() ? layout.shape(what.nodes().getFirst()).map(NameField::title)
                : !what.frames().isEmpty() ? layout.frame(what.frames().getFirst()).map(NameField::frameTitle)
                        : Optional.ofNullable(layout.notes().get(what.notes().getFirst()));
        if (box.isEmpty()) {
            close(false);
            return;
        }
        boolean note = !what.notes().isEmpty();
        double size = Math.max(LEAST_FONT, (note ? 12 : 13.5) * view.zoom());
        writing.get().field().setStyle("-fx-font-size: " + Math.round(size * 4) / 4.0 + "px;");
        Point at = view.toView(new Point(box.get().x(), box.get().y()));
        double width = Math.max(note ? 220 : LEAST_WIDTH, box.get().width() * view.zoom());
        double height = note ? Math.max(96, box.get().height() * view.zoom() + 12)
                : Math.max(size * 1.35 + 8, box.get().height() * view.zoom());
        resizeRelocate(Math.round(at.x()), Math.round(at.y()), Math.ceil(width), Math.ceil(height));
    }

    /** The part of a node's head that holds its name. */
    private static Box title(Shape shape) {
        return new Box(shape.x() + 38, shape.y() + 5, shape.width() - 44, 24);
    }

    private static Box frameTitle(Box frame) {
        return new Box(frame.x() + 6, frame.y() + 3, Math.min(frame.width() - 12, 260), FramePainter.TITLE - 5);
    }
}
