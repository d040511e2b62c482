package millrace.app.editor;

import java.util.Optional;
import java.util.function.UnaryOperator;
import millrace.design.Design;

/**
 * One step of editing.
 *
 * @param naming says what the step does, in small letters, as it follows "Undo": "move 3 nodes"
 * @param change gives the next state; the same state if there is nothing to do
 * @param merge edits in a row with the same mark become one step (dragging, typing in one field), until
 *        {@link Editor#seal}
 */
public record Transaction(Naming naming, UnaryOperator<EditorState> change, Optional<String> merge) {
    /** A name in words of the design before the step: what its nodes are called. */
    public interface Naming {
        String name(Design before);
    }

    public static Transaction of(String name, UnaryOperator<EditorState> change) {
        return of(before -> name, change);
    }

    public static Transaction of(Naming naming, UnaryOperator<EditorState> change) {
        return new Transaction(naming, change, Optional.empty());
    }

    /** A step that changes the design and leaves the selection. */
    public static Transaction design(String name, UnaryOperator<Design> change) {
        return design(before -> name, change);
    }

    public static Transaction design(Naming naming, UnaryOperator<Design> change) {
        return of(naming, state -> state.change(change));
    }

    public Transaction merging(String mark) {
        return new Transaction(naming, change, Optional.of(mark));
    }

    /** The same step under another name. */
    public Transaction named(String name) {
        return new Transaction(before -> name, change, merge);
    }
}
