package millrace.app.inspector;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import millrace.app.look.Tokens;
import millrace.design.Value;

/**
 * A text that is told while it is typed, after a short rest; all of one visit to the field is one step of undo. Enter, or
 * leaving the field, tells it at once; Escape takes the visit back, and where there is nothing to take back it passes on.
 */
final class LiveText {
    private static final Duration REST = Duration.millis(Tokens.WRITTEN);

    private final TextInputControl field;
    private final Supplier<String> written;
    private final Consumer<String> put;
    private final Function<String, Value> read;
    private final FieldEditor.Change change;
    private final PauseTransition rest = new PauseTransition(REST);
    private String shown = "";
    /** What the field held when it was entered. */
    private String before = "";
    private Optional<Value> told = Optional.empty();
    private boolean showing;

    /**
     * @param written what is written, all parts of the field together
     * @param put writes a text into the field
     */
    LiveText(TextInputControl field, Supplier<String> written, Consumer<String> put, Function<String, Value> read,
            FieldEditor.Change change) {
        this.field = field;
        this.written = written;
        this.put = put;
        this.read = read;
        this.change = change;
        rest.setOnFinished(e -> tell());
        field.textProperty().addListener((o, was, is) -> {
            if (!showing && field.isFocused()) rest.playFromStart();
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (is) before = shown;
            else
                leave();
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    static LiveText of(TextInputControl field, Function<String, Value> read, FieldEditor.Change change) {
        return new LiveText(field, field::getText, field::setText, read, change);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && (e.isShortcutDown() || !(field instanceof javafx.scene.control.TextArea))) {
            leave();
            before = shown;
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !written.get().equals(before)) {
            write(before);
            tell();
            e.consume();
        }
    }

    private void leave() {
        tell();
        change.done();
    }

    /** Tells what is written, if it is another than what is known. */
    void tell() {
        rest.stop();
        String text = written.get();
        if (text.equals(shown)) return;
        shown = text;
        Value value = read.apply(text);
        told = Optional.of(value);
        change.to(value);
    }

    private void write(String text) {
        showing = true;
        put.accept(text);
        showing = false;
    }

    /** Shows a value; what is being typed, and says the same in other words ("5." for 5), stays as it is. */
    void show(String text, Optional<Value> value) {
        boolean mine = text.equals(shown) || value.isPresent() && value.equals(told);
        if (field.isFocused() && (mine || rest.getStatus() == javafx.animation.Animation.Status.RUNNING)) return;
        told = Optional.empty();
        shown = text;
        if (!written.get().equals(text)) write(text);
    }
}
