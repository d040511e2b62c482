package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import millrace.design.Problem;
import millrace.design.Value;

/** Edits one setting. What is shown comes from outside only; what the hand does goes out through {@link Change}. */
interface FieldEditor {
    Region view();

    /** Shows a value, or the usual one if none is given. Never calls back. */
    void show(Optional<Value> value);

    /** What takes the cursor, and what its label is for. */
    default Node entry() {
        return view();
    }

    /**
     * Puts the cursor into the field.
     *
     * @param within the rest of the path, where the setting has parts: "[3][1]"
     */
    default void focus(String within) {
        entry().requestFocus();
    }

    /**
     * Shows where in the field something is wrong, as far as it has places.
     *
     * @param own the path of the setting, as problems name it
     */
    default void mark(String own, List<Problem> problems) {}

    /** Hears a value that the person has entered, in the form in which it is to stand in the design. */
    @FunctionalInterface
    interface Change {
        void to(Value value);

        /** The field is left: what comes next is a step of its own. */
        default void done() {}
    }
}
