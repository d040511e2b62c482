package millrace.app.canvas;

import millrace.app.editor.Selection;
import millrace.app.look.Tokens;
import millrace.app.tool.Box;
import millrace.design.Note;

/** What lies under the nodes and wires: notes. */
final class GroundPainter {
    private final Pen pen;

    GroundPainter(Pen pen) {
        this.pen = pen;
    }

    void notes(Layout layout, Selection selection) {
        for (Note note : layout.design().notes()) {
            Box box = layout.notes().get(note.id());
            if (box != null) note(note, box, selection.notes().contains(note.id()));
        }
    }

    private void note(Note note, Box b, boolean selected) {
        pen.box(b.x(), b.y(), b.width(), b.height(), 4, pen.theme().sunken());
        pen.rim(b.x(), b.y(), b.width(), b.height(), 4, pen.theme().line2(), 1);
        if (selected)
            pen.rim(b.x() - Tokens.SELECTION_APART, b.y() - Tokens.SELECTION_APART,
                    b.width() + 2 * Tokens.SELECTION_APART, b.height() + 2 * Tokens.SELECTION_APART, 8,
                    pen.theme().ink(),
                    Tokens.SELECTION_LINE);
        NoteText.of(note.text(), note.width()).paint(pen, b.x(), b.y());
    }
}
