package millrace.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.Node;
import millrace.app.editor.Editor;
import millrace.app.editor.EditorState;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.run.Playhead;
import millrace.design.Clock;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.trace.FactKind;
import millrace.trace.Timeline;

/** What can be done in the window, by button, key or finder. */
final class WindowActions {
    private static final Set<FactKind> ANY = EnumSet.complementOf(EnumSet.of(FactKind.INPUT_ADVANCED));

    private final Designer parts;
    private final Workspace workspace;
    private final Editor editor;
    private final Playhead playhead;
    private final Dialogs dialogs;
    private final Actions actions = new Actions();
    private final Action undo;
    private final Action redo;
    private final Action delete;
    private final Action duplicate;
    private final Action kill;

    WindowActions(Designer parts, Dialogs dialogs) {
        this.parts = parts;
        this.dialogs = dialogs;
        workspace = parts.workspace;
        editor = workspace.editor();
        playhead = workspace.playhead();
        files();
        undo = actions.add("undo", "Undo", "Shortcut+Z", editor::undo);
        redo = actions.add("redo", "Redo", "Shortcut+Shift+Z", editor::redo);
        delete = actions.add("delete", "Delete", "", () -> editor.dispatch(parts.edits.remove(selection())));
        duplicate = actions.add("duplicate", "Duplicate", "",
                () -> editor.dispatch(parts.edits.duplicate(selection())));
        kill = actions.add("kill", "Kill at this moment", "", this::kill);
        actions.add("select-all", "Select all", "", () -> editor.select(Selection.all(editor.design())));
        actions.add("note", "Add a note", "", () -> parts.canvas.addNoteInSight("Double-click to write."));
        transport();
        views();
    }

    private void files() {
        actions.add("new", "New design", "Shortcut+N", () -> leave(workspace::create));
        actions.add("open", "Open…", "Shortcut+O",
                () -> leave(() -> dialogs.chooseToOpen(workspace.file()).ifPresent(this::open)));
        actions.add("save", "Save", "Shortcut+S", this::save);
        actions.add("save-as", "Save as…", "Shortcut+Shift+S", this::saveAs);
    }

    private void transport() {
        actions.add("play", "Play or pause", "P", playhead::toggle);
        actions.add("step", "Step", "Period", () -> step(true, ANY));
        actions.add("step-back", "Step back", "Comma", () -> step(false, ANY));
        actions.add("next-mark", "Next mark", "Shift+Period", () -> mark(true));
        actions.add("previous-mark", "Previous mark", "Shift+Comma", () -> mark(false));
        actions.add("to-start", "To the start", "Home", () -> pauseAt(playhead.from()));
        actions.add("to-end", "To the end", "End", () -> pauseAt(playhead.to()));
        actions.add("faster", "Faster", "Shift+Up", () -> playhead.change(true));
        actions.add("slower", "Slower", "Shift+Down", () -> playhead.change(false));
    }

    private void views() {
        actions.add("find-action", "Find an action", "Shortcut+K", () -> parts.finder.open());
        actions.add("find-node", "Find a node", "N", () -> parts.palette.search());
        actions.add("fit", "Fit the graph", "Shortcut+0", () -> parts.canvas.fit());
        actions.add("zoom-in", "Zoom in", "Shortcut+Equals", () -> parts.canvas.zoomIn());
        actions.add("zoom-out", "Zoom out", "Shortcut+Minus", () -> parts.canvas.zoomOut());
        actions.add("chart", "Show the time chart", "Shortcut+1",
                () -> parts.tabs.getSelectionModel().select(parts.chartTab));
        actions.add("results", "Show the results", "Shortcut+2",
                () -> parts.tabs.getSelectionModel().select(parts.resultsTab));
        actions.add("problems", "Show the problems", "Shortcut+3",
                () -> parts.tabs.getSelectionModel().select(parts.problemsTab));
        actions.add("theme", "Light or dark", "Shortcut+Shift+L",
                () -> parts.dress(parts.theme().dark() ? Theme.LIGHT : Theme.DARK));
    }

    Actions actions() {
        return actions;
    }

    /** Undo and redo say what they would do; what needs a selection is possible only with one. */
    void edited(EditorState state) {
        offer(undo, "Undo", editor.undoName());
        offer(redo, "Redo", editor.redoName());
        delete.possible().set(!state.selection().isEmpty());
        duplicate.possible().set(!state.selection().nodes().isEmpty());
        kill.possible().set(state.selection().nodes().size() == 1);
    }

    /** The selected node crashes where the playhead is: a line in the design, like everything else. */
    private void kill() {
        selection().nodes().stream().findFirst().ifPresent(node -> {
            long at = Math.clamp(playhead.time(), playhead.from(), playhead.to());
            editor.dispatch(parts.edits.crash(node, clock().format(at)));
        });
    }

    private Clock clock() {
        return workspace.shownProperty().get().run().map(r -> r.timeline().run().plan().clock()).orElse(Clock.MIDNIGHT);
    }

    private static void offer(Action action, String verb, Optional<String> what) {
        action.name().set(what.map(w -> verb + " " + w).orElse(verb));
        action.possible().set(what.isPresent());
    }

    private Selection selection() {
        return editor.state().selection();
    }

    private void pauseAt(long time) {
        playhead.playingProperty().set(false);
        playhead.seek(time);
    }

    /** To the next or previous mark of the timeline. */
    private void mark(boolean forward) {
        workspace.shownProperty().get().run().map(r -> r.views().timeline()).ifPresent(t -> {
            var to = forward ? t.next(playhead.time()) : t.previous(playhead.time());
            pauseAt(to.orElse(forward ? playhead.to() : playhead.from()));
        });
    }

    private void step(boolean on, Set<FactKind> kinds) {
        workspace.shownProperty().get().run().ifPresent(ready -> {
            Timeline timeline = ready.timeline();
            OptionalLong to = on ? timeline.next(kinds, playhead.time()) : timeline.previous(kinds, playhead.time());
            pauseAt(to.orElse(on ? playhead.to() : playhead.from()));
        });
    }

    private void open(Path path) {
        workspace.open(path);
        parts.canvas.fit();
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
                    "The results would take the place of the design itself", "choose another name"));
        try {
            Files.writeString(file, csv);
            return Optional.empty();
        } catch (IOException e) {
            return Optional
                    .of(Problem.error(Location.DESIGN, "not-written", file + " can't be written: " + e.getMessage(),
                            "choose another place"));
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
