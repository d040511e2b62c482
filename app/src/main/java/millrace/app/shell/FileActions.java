package millrace.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
        care = new FileCare(parts, dialogs, this::save, () -> saveAs(saved -> {}));
        actions.add("new", "Shortcut+N", () -> parts.host().create());
        actions.add("open", "Shortcut+O", this::choose);
        actions.add("save", "Shortcut+S", this::save);
        actions.add("save-as", "Shortcut+Shift+S", () -> saveAs(saved -> {}));
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

    /** Saves what was typed last, too. */
    void save() {
        save(saved -> {});
    }

    /** Saves in the background; tells whether what was here when that was asked for is in the file now. */
    private void save(Consumer<Boolean> then) {
        enterWhatIsTyped();
        if (workspace.opening()) then.accept(false);
        else if (workspace.file().isEmpty() || workspace.isBroken()) saveAs(then);
        else
            workspace.save(result -> then.accept(told(result)));
    }

    /** Leaving a field enters it. */
    private void enterWhatIsTyped() {
        Node focused = parts.getScene() == null ? parts : parts.getScene().getFocusOwner();
        parts.requestFocus();
        if (focused != null) focused.requestFocus();
    }

    private void saveAs(Consumer<Boolean> then) {
        boolean wanted = workspace.newer().isEmpty() || dialogs.confirm(Texts.of("files.dialog.newer"),
                Texts.of("files.dialog.newer.more"), Texts.of("files.dialog.newer.yes"));
        Optional<Path> chosen = wanted && !workspace.opening()
                ? dialogs.chooseToSave(fileName(".json"), workspace.file())
                : Optional.empty();
        chosen.ifPresentOrElse(file -> workspace.saveTo(file, result -> then.accept(told(result))),
                () -> then.accept(false));
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
        dialogs.chooseToSave(name, workspace.file())
                .ifPresent(file -> write(file, text));
    }

    private void write(Path file, String text) {
        if (workspace.isFile(file))
            dialogs.tell(Problem.inWords(Location.DESIGN, "over-the-design", Texts.of("shell.over-the-design"),
                    Texts.of("shell.over-the-design.fix")));
        else
            workspace.disk()
                    .ask(() -> written(file, text), problem -> problem.ifPresentOrElse(dialogs::tell,
                            () -> parts.stepNote.say(Texts.of("export.done", file.getFileName()))));
    }

    private static Optional<Problem> written(Path file, String text) {
        try {
            Files.writeString(file, text);
            return Optional.empty();
        } catch (IOException e) {
            return Optional
                    .of(Problem.inWords(Location.DESIGN, "not-written",
                            Texts.of("shell.not-written", file, String.valueOf(e.getMessage())),
                            Texts.of("shell.not-written.fix")));
        }
    }

    private boolean told(Saving.Result result) {
        result.problem().ifPresent(dialogs::tell);
        parts.busy.show();
        boolean done = result.problem().isEmpty() && !result.changed();
        if (result.changed()) care.changedOnDisk(result.seen());
        if (done) {
            workspace.file().ifPresent(parts.host()::used);
            care.saved();
        }
        return done;
    }

    /** Does something that leaves this design, after asking about what has not been saved. */
    void leave(Runnable then) {
        leave(may -> {
            if (may) then.run();
        });
    }

    /** Tells whether this design may be left: not before what is being saved is in the file, and not with what came meanwhile. */
    void leave(Consumer<Boolean> then) {
        workspace.disk().whenAtRest(() -> {
            if (editor.dirty()) ask(then);
            else
                then.accept(true);
        });
    }

    private void ask(Consumer<Boolean> then) {
        switch (dialogs.askUnsaved(editor.design().name())) {
            case SAVE -> save(saved -> {
                if (saved) leave(then);
                else
                    then.accept(false);
            });
            case LEAVE -> then.accept(true);
            case CANCEL -> then.accept(false);
        }
    }
}
