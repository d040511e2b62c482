package millrace.app.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCombination;
import java.util.Optional;
import millrace.app.text.Texts;

/**
 * Something the person can do, wherever it is offered: as a button, by keys, in the finder.
 *
 * @param id stable word
 * @param name as shown; may change ("Undo move 3 nodes")
 * @param group under which heading it stands on the sheet of keys
 * @param possible whether it can be done now
 * @param reason what keeps it from being done, where the reason is this action's own; else empty
 */
record Action(String id, StringProperty name, String group, Optional<KeyCombination> keys, BooleanProperty possible,
        Runnable what, String reason) {
    static Action of(String id, String name, String group, String keys, Runnable what) {
        Optional<KeyCombination> combination = keys.isEmpty() ? Optional.empty()
                : Optional.of(KeyCombination.valueOf(keys));
        return new Action(id, new SimpleStringProperty(name), group, combination, new SimpleBooleanProperty(true),
                what, "");
    }

    /** The same, with a reason of its own for when it can't be done. */
    Action because(String why) {
        return new Action(id, name, group, keys, possible, what, why);
    }

    void run() {
        if (possible.get()) what.run();
    }

    /** What keeps it from being done now. */
    String whyNot() {
        return !reason.isEmpty() ? reason : Texts.find("finder.why." + id).orElseGet(() -> Texts.of("finder.why"));
    }

    /** "Ctrl+K" (or the system's own signs), empty if there are no keys. */
    String keyText() {
        return keys.map(KeyCombination::getDisplayText).orElse("");
    }
}
