package millrace.app.shell;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Where text is put and taken from between programs; behind an interface, so that tests leave the person's own alone. */
interface ClipBoard {
    void put(String text);

    Optional<String> text();

    /** The clipboard of the system. */
    ClipBoard SYSTEM = new ClipBoard() {
        @Override
        public void put(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }

        @Override
        public Optional<String> text() {
            return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
        }
    };
}
