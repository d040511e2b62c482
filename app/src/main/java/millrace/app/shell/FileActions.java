package millrace.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import millrace.app.editor.Editor;
import millrace.app.text.Texts;
import millrace.design.Location;
import millrace.design.Problem;

/** What opens and writes files. */
final class FileActions {
    private final Designer parts;
    private final Workspace workspace;
    private final Editor editor;
    private final Dialogs dialogs;

    FileActions(Designer parts, Dialogs dialogs, Actions actions) {
        this.parts = parts;
        this.dialogs = dialogs;
        workspace = parts.workspace;
        editor = workspace.editor();
        actions.add("new", "Shortcut+N", () -> leave(workspace::create));
        actions.add("open", "Shortcut+O",
                () -> leave(() -> dialogs.chooseToOpen(workspace.file()).ifPresent(this::open)));
        actions.add("save", "Shortcut+S", this::save);
        actions.add("save-as", "Shortcut+Shift+S", this::saveAs);
    }

    private void open(Path path) {
        workspace.open(path);
        parts.canvas.fit();
    }

    /** Opens an example as a new design of one's own. */
    void openCopy(Path path) {
        leave(() -> {
            workspace.openCopy(path);
            parts.canvas.fit();
        });
    }

    /** Saves what was typed last, too: leaving a field enters it. */
    boolean save() {
        Node focused = parts.getScene() == null ? parts : parts.getScene().getFocusOwner();
        parts.requestFocus();
        if (focused != null) focused.requestFocus();
        if (workspace.file().isEmpty() || workspace.isBroken()) return saveAs();
        return told(workspace.save());
    }

    private boolean saveAs() {
        Optional<Path> chosen = dialogs.chooseToSave(fileName(".json"), workspace.file());
        return chosen.isPresent() && told(workspace.saveTo(chosen.get()));
    }

    private String fileName(String ending) {
        String name = editor.design().name().strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return (name.isEmpty() ? "design" : name) + ending;
    }

    /** Writes the results to a file of their own. */
    void export(String csv) {
        dialogs.chooseToSave(fileName(".csv"), workspace.file())
                .flatMap(file -> write(file, csv))
                .ifPresent(dialogs::tell);
    }

    private Optional<Problem> write(Path file, String csv) {
        if (workspace.isFile(file))
            return Optional.of(Problem.error(Location.DESIGN, "over-the-design",
                    Texts.of("shell.over-the-design"),
                    Texts.of("shell.over-the-design.fix")));
        try {
            Files.writeString(file, csv);
            return Optional.empty();
        } catch (IOException e) {
            return Optional
                    .of(Problem.error(Location.DESIGN, "not-written",
                            Texts.of("shell.not-written", file, String.valueOf(e.getMessage())),
                            Texts.of("shell.not-written.fix")));
        }
    }

    private boolean told(Optional<Problem> problem) {
        problem.ifPresent(dialogs::tell);
        parts.top.showDocument(editor.design().name(), workspace.state());
        return problem.isEmpty();
    }

    /** Does something that leaves this design, after asking about what has not been saved. */
    boolean leave(Runnable then) {
        boolean may = !editor.dirty() || switch (dialogs.askUnsaved(editor.design().name())) {
            case SAVE -> save();
            case LEAVE -> true;
            case CANCEL -> false;
        };
        if (may) then.run();
        return may;
    }
}
