package millrace.app.editor;

import java.util.function.UnaryOperator;
import millrace.design.Design;

/** The design, and what of it is selected; the selection names only what is there. */
public record EditorState(Design design, Selection selection) {
    public EditorState {
        selection = selection.within(design);
    }

    public static EditorState of(Design design) {
        return new EditorState(design, Selection.NONE);
    }

    public EditorState with(Design next) {
        return new EditorState(next, selection);
    }

    public EditorState with(Selection next) {
        return new EditorState(design, next);
    }

    public EditorState change(UnaryOperator<Design> edit) {
        return with(edit.apply(design));
    }
}
