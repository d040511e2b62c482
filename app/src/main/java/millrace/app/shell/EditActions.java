package millrace.app.shell;

import java.util.Optional;
import millrace.app.editor.Editor;
import millrace.app.editor.EditorState;
import millrace.app.editor.Selection;
import millrace.app.text.Texts;
import millrace.app.tool.Key;

/** What changes the design. */
final class EditActions {
    private final Designer parts;
    private final Editor editor;
    private final Action undo;
    private final Action redo;
    private final Action history;
    private final Action delete;
    private final Action takeOut;
    private final Action connect;
    private final Action duplicate;

    EditActions(Designer parts, Actions actions) {
        this.parts = parts;
        editor = parts.workspace.editor();
        undo = actions.add("undo", "Shortcut+Z", editor::undo);
        redo = actions.add("redo", "Shortcut+Shift+Z", editor::redo);
        history = actions.add("history", "Shortcut+Alt+Z", () -> parts.history.open(parts.canvas::requestFocus));
        delete = actions.add("delete", "", () -> editor.dispatch(parts.edits.remove(selection())));
        takeOut = actions.add("take-out", "Shortcut+Delete", () -> parts.canvas.hand().type(Key.TAKE_OUT));
        connect = actions.add("connect", "C", () -> parts.canvas.hand().type(Key.CONNECT));
        actions.add("quick-add", "Shortcut+Enter", () -> parts.canvas.hand().type(Key.OFFER));
        duplicate = actions.add("duplicate", "",
                () -> editor.dispatch(parts.edits.duplicate(parts.canvas.hand().hand().carried(selection()))));
        actions.add("select-all", "", () -> editor.select(Selection.all(editor.design())));
        actions.add("note", "", () -> parts.canvas.hand().addNoteInSight(Texts.of("shell.new-note")));
    }

    /** Undo and redo say what they would do; what needs a selection is possible only with one. */
    void edited(EditorState state) {
        offer(undo, "undo", editor.undoName());
        offer(redo, "redo", editor.redoName());
        delete.possible().set(!state.selection().isEmpty());
        takeOut.possible().set(!state.selection().nodes().isEmpty());
        connect.possible().set(state.selection().nodes().size() == 1);
        history.possible().set(!editor.history().steps().isEmpty());
        duplicate.possible().set(state.selection().stands());
    }

    private static void offer(Action action, String verb, Optional<String> what) {
        action.name()
                .set(what.map(w -> Texts.of("shell." + verb + "-what", w)).orElseGet(() -> Texts.of("shell." + verb)));
        action.possible().set(what.isPresent());
    }

    private Selection selection() {
        return editor.state().selection();
    }
}
