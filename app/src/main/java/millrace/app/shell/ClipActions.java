package millrace.app.shell;

import java.util.Optional;
import millrace.app.editor.Clip;
import millrace.app.editor.Editor;
import millrace.app.editor.EditorState;
import millrace.app.editor.Fragment;
import millrace.app.editor.Selection;
import millrace.app.text.Texts;
import millrace.design.Outcome;
import millrace.design.Problem;

/** Copy, cut and paste, between windows and files, as text. */
final class ClipActions {
    private final Designer parts;
    private final Dialogs dialogs;
    private final Editor editor;
    private final Clip clip;
    private final Action copy;
    private final Action cut;

    ClipActions(Designer parts, Dialogs dialogs, Actions actions) {
        this.parts = parts;
        this.dialogs = dialogs;
        editor = parts.workspace.editor();
        clip = new Clip(parts.types);
        cut = actions.add("cut", "Shortcut+X", this::cut);
        copy = actions.add("copy", "Shortcut+C", this::copy);
        actions.add("paste", "Shortcut+V", this::paste);
    }

    void edited(EditorState state) {
        copy.possible().set(state.selection().stands());
        cut.possible().set(state.selection().stands());
    }

    /** What is selected, with what lies in selected frames. */
    private Selection chosen() {
        return parts.canvas.hand().hand().carried(editor.state().selection());
    }

    private void copy() {
        parts.clipBoard.put(clip.write(editor.state().with(chosen())));
    }

    private void cut() {
        copy();
        Selection chosen = chosen();
        editor.dispatch(parts.edits.cut(chosen));
    }

    /** A clipboard may hold anything: what can't be taken is told, and nothing happens. */
    private void paste() {
        Optional<String> text = parts.clipBoard.text();
        Outcome<Fragment> read = clip.read(text.orElse(""));
        Optional<Problem> refused = read.value()
                .map(fragment -> clip.tooMuch(editor.design(), fragment))
                .orElseGet(() -> read.problems().stream().findFirst());
        if (refused.isPresent()) dialogs.tell(told(refused.get()));
        else
            read.value().ifPresent(parts.canvas.hand()::paste);
    }

    private static Problem told(Problem why) {
        return Problem.inWords(why.where(), why.code(), Texts.of("shell.not-pasted", why.message()),
                Texts.of("shell.not-pasted.fix"));
    }
}
