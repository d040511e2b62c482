package millrace.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import millrace.app.editor.Editor;
import millrace.app.text.Texts;
import millrace.design.Location;
import millrace.design.Problem;

/** What opens, writes and leaves files. */
final class FileActions {
    private final Designer parts;
    private final Workspace workspace;
    private final Editor editor;
    private final Dialogs dialogs;
    private final FileCare care;

    FileActions(Designer parts, Dialogs dialogs, Actions actions) {
        this.parts = parts;
        this.dialogs = dialogs;
        workspace = parts.workspace;
        editor = workspace.editor();
        care = new FileCare(parts, dialogs, this::save, this::saveAs);
        actions.add("new", "Shortcut+N", () -> parts.host().create());
        actions.add("open", "Shortcut+O", this::choose);
        actions.add("save", "Shortcut+S", this::save);
        actions.add("save-as", "Shortcut+Shift+S", this::saveAs);
        actions.add("close", "Shortcut+W", () -> parts.host().close(parts));
        actions.add("next-tab", "Ctrl+Tab", () -> parts.host().walk(true));
        actions.add("previous-tab", "Ctrl+Shift+Tab", () -> parts.host().walk(false));
        actions.add("to-new-window", "", () -> parts.host().toNewWindow(parts));
        actions.add("welcome", "Shortcut+Shift+H", () -> parts.host().welcome());
        actions.add("preferences", "Shortcut+Comma", () -> parts.host().preferences());
    }

    /** What there is to say about the file. */
    FileCare care() {
        return care;
    }

    private void choose() {
        dialogs.chooseToOpen(workspace.file()).ifPresent(f -> parts.host().open(List.of(f)));
    }

    /** Saves what was typed last, too; whether all of it is in the file now. */
    boolean save() {
        enterWhatIsTyped();
        if (workspace.file().isEmpty() || workspace.isBroken()) return saveAs();
        if (care.changedOnDisk()) return false;
        return told(workspace.save());
    }

    /** Leaving a field enters it. */
    private void enterWhatIsTyped() {
        Node focused = parts.getScene() == null ? parts : parts.getScene().getFocusOwner();
        parts.requestFocus();
        if (focused != null) focused.requestFocus();
    }

    private boolean saveAs() {
        boolean wanted = workspace.newer().isEmpty() || dialogs.confirm(Texts.of("files.dialog.newer"),
                Texts.of("files.dialog.newer.more"), Texts.of("files.dialog.newer.yes"));
        if (!wanted) return false;
        Optional<Path> chosen = dialogs.chooseToSave(fileName(".json"), workspace.file());
        return chosen.isPresent() && told(workspace.saveTo(chosen.get()));
    }

    private String fileName(String ending) {
        String name = editor.design().name().strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return (name.isEmpty() ? "design" : name) + ending;
    }

    /** Writes the results to a file of their own. */
    void export(String csv) {
        export(fileName(".csv"), csv);
    }

    /** Writes a text to a file that the person chooses. */
    void export(String name, String text) {
        dialogs.chooseToSave(name, workspace.file()).flatMap(file -> write(file, text)).ifPresent(dialogs::tell);
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
        if (problem.isEmpty()) {
            workspace.file().ifPresent(parts.host()::used);
            care.saved();
        }
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
