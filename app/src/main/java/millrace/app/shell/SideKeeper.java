package millrace.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import millrace.app.editor.Editor;
import millrace.app.file.Autosave;
import millrace.app.file.SideFile;
import millrace.design.Design;

/** Keeps the side file at what is not saved of the design. */
final class SideKeeper {
    private final Editor editor;
    private final Optional<Autosave> autosave;
    private final Supplier<SideFile> content;
    private Optional<Design> handed = Optional.empty();
    private boolean on = true;

    SideKeeper(Editor editor, Optional<Autosave> autosave, Supplier<SideFile> content) {
        this.editor = editor;
        this.autosave = autosave;
        this.content = content;
        editor.listen(state -> follow());
    }

    private void follow() {
        Design design = editor.design();
        if (!on || autosave.isEmpty() || handed.filter(design::equals).isPresent()) return;
        if (editor.dirty()) {
            handed = Optional.of(design);
            autosave.get().changed(content.get());
        } else if (handed.isPresent()) over();
    }

    /** Whether side files are written at all: a person may not want them. */
    void set(boolean wanted) {
        on = wanted;
        if (wanted) follow();
        else
            over();
    }

    /** What was found after a crash is this design's side file from now on. */
    void adopt(Path found) {
        autosave.ifPresent(a -> a.adopt(found));
    }

    boolean isMine(Path path) {
        return autosave.flatMap(Autosave::written).filter(path::equals).isPresent();
    }

    /** The design was saved, it may be to another file; what was edited meanwhile is kept as before. */
    void saved() {
        if (!editor.dirty()) over();
        else {
            handed = Optional.empty();
            follow();
        }
    }

    /** Nothing is unsaved: no side file. */
    void over() {
        handed = Optional.empty();
        autosave.ifPresent(Autosave::over);
    }
}
