package millrace.app.editor;

import java.util.function.UnaryOperator;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.Value;

/** Adding, writing and sizing notes. */
sealed interface NoteEdits permits Edits {
    default Transaction addNote(String text, Point at) {
        return Transaction.of(Words.of("add-note"), state -> {
            String id = Changes.freshNote(state.design());
            return new EditorState(Changes.add(state.design(), new Note(id, text, at, Value.Group.EMPTY)),
                    Selection.note(id));
        });
    }

    default Transaction writeNote(String id, String text) {
        return change("write-note", id, note -> note.withText(text)).merging("note " + id);
    }

    /** Makes a note so wide; 0 for as wide as its text needs. */
    default Transaction sizeNote(String id, double width) {
        return change("size-note", id, note -> note.withWidth(width));
    }

    private static Transaction change(String name, String id, UnaryOperator<Note> change) {
        return Transaction.design(Words.of(name),
                design -> design.withNotes(design.notes()
                        .stream()
                        .map(n -> n.id().equals(id) ? change.apply(n) : n)
                        .toList()));
    }
}
