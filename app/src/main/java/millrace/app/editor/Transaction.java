package millrace.app.editor;

import java.util.Optional;
import java.util.function.UnaryOperator;
import millrace.design.Design;

/**
 * One step of editing.
 *
 * @param name in small letters, as it follows "Undo": "move 3 nodes"
 * @param change gives the next state; the same state if there is nothing to do
 * @param merge edits in a row with the same mark become one step (dragging, typing in one field), until
 *        {@link Editor#seal}
 */
public record Transaction(String name, UnaryOperator<EditorState> change, Optional<String> merge) {
    public static Transaction of(String name, UnaryOperator<EditorState> change) {
        return new Transaction(name, change, Optional.empty());
    }

    /** A step that changes the design and leaves the selection. */
    public static Transaction design(String name, UnaryOperator<Design> change) {
        return of(name, state -> state.change(change));
    }

    public Transaction merging(String mark) {
        return new Transaction(name, change, Optional.of(mark));
    }
}
