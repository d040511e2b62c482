package millrace.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import millrace.app.editor.Editor;
import millrace.app.run.Playhead;
import millrace.app.run.RunKeeper;
import millrace.app.run.Shown;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.format.DesignFiles;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.Reading;
import millrace.operator.Files;

/**
 * What the window works on: a design and its file, the run that follows every edit, and the playhead. Knows no view. All
 * of it on the interface's thread.
 */
final class Workspace implements AutoCloseable {
    private final Editor editor = new Editor(Design.EMPTY);
    private final Playhead playhead = new Playhead();
    private final ReadOnlyObjectWrapper<Shown<Views>> shown = new ReadOnlyObjectWrapper<>(Shown.nothing());
    private final RunKeeper<Views> keeper;
    private Optional<Path> file = Optional.empty();
    /** What was read, while it is broken: its problems stay to be seen, and it is not saved over. */
    private Optional<Reading> broken = Optional.empty();
    /** The folder of the files that a copy reads. */
    private Optional<Path> beside = Optional.empty();
    private Design running = Design.EMPTY;
    /** The next run is the first of a design just opened. */
    private boolean opened;

    Workspace(Executor ui) {
        keeper = new RunKeeper<>(ui, Views::of, this::show);
        editor.listen(state -> follow());
    }

    private void show(Shown<Views> next) {
        shown.set(next);
        next.run().ifPresent(ready -> {
            playhead.range(ready.run().start(), ready.run().end());
            if (opened && next.progress().isEmpty()) {
                playhead.seek(ready.run().start());
                playhead.suit();
            }
            opened = opened && next.progress().isPresent();
        });
    }

    /** Runs the design anew where it is another; moving a node or selecting it changes no run but costs little. */
    private void follow() {
        Design design = editor.design();
        if (design.equals(running)) return;
        running = design;
        keeper.run(design, files());
    }

    private Files files() {
        Optional<Path> folder = file.map(Path::toAbsolutePath).map(Path::getParent).or(() -> beside);
        return folder.<Files>map(DesignFolder::new).orElse(Files.NONE);
    }

    Editor editor() {
        return editor;
    }

    Playhead playhead() {
        return playhead;
    }

    ReadOnlyObjectProperty<Shown<Views>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Optional<Path> file() {
        return file;
    }

    /** Whether this is the file of the present design. */
    boolean isFile(Path path) {
        return file.map(f -> f.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize())).orElse(false);
    }

    /** Opens a file as far as it can be read; its problems are shown beside what there is of it. */
    void open(Path path) {
        Reading reading = DesignReader.read(path);
        file = Optional.of(path);
        beside = Optional.empty();
        broken = reading.whole() ? Optional.empty() : Optional.of(reading);
        opened = true;
        editor.open(reading.design().orElse(Design.EMPTY.named(name(path))));
        follow();
    }

    /** Opens what a file holds as a new design that is in no file; what it reads beside it is found as before. */
    void openCopy(Path path) {
        open(path);
        beside = Optional.ofNullable(path.toAbsolutePath().getParent());
        file = Optional.empty();
        broken = Optional.empty();
    }

    /** Starts an empty design that is in no file. */
    void create() {
        file = Optional.empty();
        broken = Optional.empty();
        opened = true;
        editor.open(Design.EMPTY);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    boolean isBroken() {
        return broken.isPresent();
    }

    /** The problems of the file and of the run, with their places in the file where they are known. */
    List<Problem> problems() {
        List<Problem> found = shown.get().problems();
        return broken.map(reading -> reading.with(found)).orElse(found);
    }

    /** Saves to its own file; what kept it from being saved, if anything. */
    Optional<Problem> save() {
        if (broken.isPresent()) return Optional.of(notOverBroken());
        return file.isEmpty() ? Optional.of(noFile()) : saveTo(file.get());
    }

    private static Problem notOverBroken() {
        return Problem.error(Location.DESIGN, "broken-file",
                "This file could only be read in part: saving over it would lose the rest",
                "save it under another name");
    }

    private static Problem noFile() {
        return Problem.error(Location.DESIGN, "no-file", "This design is in no file yet", "choose where to save it");
    }

    /** Saves to another file and goes on with that one. */
    Optional<Problem> saveTo(Path path) {
        Optional<Problem> problem = DesignFiles.save(path, editor.design());
        if (problem.isPresent()) return problem;
        file = Optional.of(path);
        broken = Optional.empty();
        editor.markSaved();
        return Optional.empty();
    }

    /** "saved", "not saved", "read in part": for the line below the name. */
    String state() {
        List<String> words = new ArrayList<>();
        words.add(isBroken() ? "read in part" : editor.dirty() ? "not saved" : file.isEmpty() ? "new" : "saved");
        file.map(Workspace::name).ifPresent(words::add);
        return String.join(" · ", words);
    }

    @Override
    public void close() {
        keeper.close();
    }
}
