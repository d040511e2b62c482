package millrace.app.present;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;

/** Which parts are on the wall. At least one always is. */
public final class Stagecraft {
    /** A part that can be hidden, by its key. */
    public enum Part {
        CANVAS(KeyCode.C),
        TIMELINE(KeyCode.T),
        VIEWS(KeyCode.V);

        private final KeyCode key;

        Part(KeyCode key) {
            this.key = key;
        }

        public KeyCode key() {
            return key;
        }
    }

    private final Set<Part> shown = EnumSet.allOf(Part.class);

    public boolean shows(Part part) {
        return shown.contains(part);
    }

    /** Hides what is shown, and the other way round; false if it is the last one, which stays. */
    public boolean toggle(Part part) {
        if (shown.equals(EnumSet.of(part))) return false;
        if (!shown.remove(part)) shown.add(part);
        return true;
    }
}
