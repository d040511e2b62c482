package millrace.app.editor;

import java.util.ArrayList;
import java.util.List;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.Value;

/** Adding and writing notes. */
sealed interface NoteEdits permits Edits {
    default Transaction addNote(String text, Point at) {
        return Transaction.of("add note", state -> {
            String id = Changes.freshNote(state.design());
            List<Note> notes = new ArrayList<>(state.design().notes());
            notes.add(new Note(id, text, at, Value.Group.EMPTY));
            return new EditorState(state.design().withNotes(notes), Selection.note(id));
        });
    }

    default Transaction writeNote(String id, String text) {
        return Transaction
                .design("write note",
                        design -> design.withNotes(design.notes()
                                .stream()
                                .map(n -> n.id().equals(id) ? new Note(id, text, n.at(), n.extra()) : n)
                                .toList()))
                .merging("note " + id);
    }
}
