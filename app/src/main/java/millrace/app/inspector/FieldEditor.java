package millrace.app.inspector;

import java.util.Optional;
import javafx.scene.layout.Region;
import millrace.design.Value;

/** Edits one setting. What is shown comes from outside only; what the hand does goes out through {@link Change}. */
interface FieldEditor {
    Region view();

    /** Shows a value, or the usual one if none is given. Never calls back. */
    void show(Optional<Value> value);

    /** Hears a value that the person has entered, in the form in which it is to stand in the design. */
    interface Change {
        void to(Value value);
    }
}
