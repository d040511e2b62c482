package millrace.app.editor;

import java.util.List;
import java.util.OptionalInt;

/**
 * All that was done and can be done again, as a list to go about in.
 *
 * @param steps what was done, the oldest first, then what was undone
 * @param done how many of them are done; {@link Editor#goTo} takes such a number, 0 is the beginning
 * @param saved how many are done in the design that is in the file, if it is among these states
 */
public record History(List<String> steps, int done, OptionalInt saved) {
    public History {
        steps = List.copyOf(steps);
    }
}
