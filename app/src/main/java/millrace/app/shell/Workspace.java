package millrace.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import millrace.app.editor.Editor;
import millrace.app.editor.Transaction;
import millrace.app.file.Autosave;
import millrace.app.file.DiskWatch;
import millrace.app.file.Recovery;
import millrace.app.file.ShippedDesigns;
import millrace.app.file.ShippedFiles;
import millrace.app.file.SideFile;
import millrace.app.run.Playhead;
import millrace.app.run.RunKeeper;
import millrace.app.run.Shown;
import millrace.app.text.Texts;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.format.DesignFiles;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.Reading;
import millrace.operator.Files;

/**
 * What one tab works on: a design and its file, the run that follows every edit, and the playhead. Knows no view. All of it
 * on the interface's thread.
 */
final class Workspace implements AutoCloseable {
    private final Editor editor = new Editor(Design.EMPTY);
    private final Playhead playhead = new Playhead();
    private final ReadOnlyObjectWrapper<Shown<Views>> shown = new ReadOnlyObjectWrapper<>(Shown.nothing());
    private final RunKeeper<Views> keeper;
    private final Optional<Recovery> recovery;
    private final SideKeeper side;
    private Optional<Path> file = Optional.empty();
    private Optional<DiskWatch> watch = Optional.empty();
    /** What was read, while it is not whole: its problems stay to be seen, and it is not saved over. */
    private Optional<Reading> broken = Optional.empty();
    /** The shipped design that this one is a copy of, while it is in no file of its own. */
    private Optional<String> shipped = Optional.empty();
    private Optional<ShippedFiles> shippedFiles = Optional.empty();
    private Runnable refused = () -> {};
    private Design running = Design.EMPTY;
    /** The next run is the first of a design just opened. */
    private boolean opened;

    /** One that leaves no side files. */
    Workspace(Executor ui) {
        this(ui, Optional.empty(), Autosave.Pace.USUAL);
    }

    /** @param recovery where side files are kept; none if there are to be none */
    Workspace(Executor ui, Optional<Recovery> recovery, Autosave.Pace pace) {
        this.recovery = recovery;
        keeper = new RunKeeper<>(ui, Views::of, this::show);
        side = new SideKeeper(editor, recovery.map(r -> new Autosave(r, pace)), this::sideFile);
        editor.guard(this::mayChange);
        editor.listen(state -> follow());
    }

    private void show(Shown<Views> next) {
        shown.set(next);
        next.run().ifPresent(ready -> {
            playhead.range(ready.run().start(), ready.run().end());
            boolean whole = next.newest() && next.progress().isEmpty();
            if (opened && whole) {
                playhead.seek(ready.run().start());
                playhead.suit();
            }
            opened = opened && !whole;
        });
    }

    /** Runs the design anew where it is another; moving a node or selecting it changes no run but costs little. */
    private void follow() {
        Design design = editor.design();
        if (design.equals(running)) return;
        running = design;
        keeper.run(design, files());
    }

    /** What the design may read. */
    Files files() {
        if (shippedFiles.isPresent()) return shippedFiles.get();
        Optional<Path> folder = file.map(Path::toAbsolutePath).map(Path::getParent);
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

    SideKeeper side() {
        return side;
    }

    Optional<Path> file() {
        return file;
    }

    /** Whether this is the file of the present design. */
    boolean isFile(Path path) {
        return file.map(f -> f.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize())).orElse(false);
    }

    /** Nothing was done here yet: another design may take this one's place. */
    boolean untouched() {
        return file.isEmpty() && editor.design().equals(Design.EMPTY) && editor.undoName().isEmpty();
    }

    // Opening

    /** Opens a file as far as it can be read; its problems are shown beside what there is of it. */
    void open(Path path) {
        Reading reading = DesignReader.read(path);
        begin(Optional.of(path), reading.whole() ? Optional.empty() : Optional.of(reading), Optional.empty());
        editor.open(reading.design().orElse(Design.EMPTY.named(name(path))));
        follow();
    }

    /** Starts an empty design that is in no file. */
    void create() {
        begin(Optional.empty(), Optional.empty(), Optional.empty());
        editor.open(Design.EMPTY);
    }

    /** Starts a copy of a shipped design; it is in no file of its own yet and reads the files beside the shipped one. */
    void copy(String path) {
        Design design = ShippedDesigns.read(path).orElse(Design.EMPTY);
        begin(Optional.empty(), Optional.empty(), Optional.of(path));
        editor.open(design);
        follow();
    }

    /** Starts with the design of another page, and the files that it reads. */
    void same(Design design, Workspace other) {
        begin(other.file, Optional.empty(), other.shipped);
        editor.open(design);
        follow();
    }

    private void begin(Optional<Path> from, Optional<Reading> inPart, Optional<String> template) {
        side.over();
        keeper.forget();
        file = from;
        watch = from.map(DiskWatch::new);
        broken = inPart;
        shipped = template;
        shippedFiles = template.map(ShippedFiles::new);
        opened = true;
        // The same design with other files beside it is another run.
        running = Design.EMPTY;
    }

    // A crash before

    /** What a crash left of the file that is open. */
    Optional<Recovery.Found> left() {
        return recovery.flatMap(r -> file.flatMap(r::of)).filter(f -> !side.isMine(f.side()));
    }

    /** Goes on with what was not saved, as one step after what is in the file; its side file is this design's from now on. */
    void restore(Recovery.Found found) {
        if (!found.content().files().isEmpty()) {
            shipped = Optional.of(found.content().files());
            shippedFiles = shipped.map(ShippedFiles::new);
        }
        side.adopt(found.side());
        editor.dispatch(Transaction.design(Texts.of("files.restore-step"), d -> found.content().design()));
        editor.seal();
        opened = true;
    }

    private SideFile sideFile() {
        return new SideFile(editor.design(), file.map(f -> f.toAbsolutePath().normalize()), shipped.orElse(""),
                Instant.now(),
                SideFile.Owner.self());
    }

    // The disk

    /** Whether another program has changed the file since it was read or written here. */
    DiskWatch.State disk(boolean thorough) {
        return watch.map(w -> w.look(thorough)).orElse(DiskWatch.State.SAME);
    }

    /** What is on the disk now may be saved over. */
    void keepMine() {
        watch.ifPresent(DiskWatch::known);
    }

    /** The design that is on the disk, as far as it can be read. */
    Optional<Design> onDisk() {
        return file.flatMap(f -> DesignReader.read(f).design());
    }

    // Files that are not whole

    boolean isBroken() {
        return broken.isPresent();
    }

    /** Why this design can only be looked at: a newer program wrote it. */
    Optional<Problem> newer() {
        return broken.flatMap(Reading::newer);
    }

    /** Hears of edits that were refused. */
    void setOnRefused(Runnable then) {
        refused = then;
    }

    private boolean mayChange() {
        if (newer().isEmpty()) return true;
        refused.run();
        return false;
    }

    /** The problems of the file and of the run, with their places in the file where they are known. */
    List<Problem> problems() {
        List<Problem> found = shown.get().problems();
        return broken.map(reading -> reading.with(found)).orElse(found);
    }

    // Saving

    /** Saves to its own file; what kept it from being saved, if anything. */
    Optional<Problem> save() {
        if (broken.isPresent()) return Optional.of(notOverBroken());
        return file.isEmpty() ? Optional.of(problem("no-file")) : saveTo(file.get());
    }

    private Problem notOverBroken() {
        return problem(newer().isPresent() ? "newer-file" : "broken-file");
    }

    private static Problem problem(String code) {
        return Problem.error(Location.DESIGN, code, Texts.of("files." + code), Texts.of("files." + code + ".fix"));
    }

    /** Saves to another file and goes on with that one. */
    Optional<Problem> saveTo(Path path) {
        if (broken.isPresent() && isFile(path)) return Optional.of(notOverBroken());
        Optional<Problem> problem = DesignFiles.save(path, editor.design());
        if (problem.isPresent()) return problem;
        problem = layFiles(path);
        if (!isFile(path)) running = Design.EMPTY;
        file = Optional.of(path);
        watch = Optional.of(new DiskWatch(path));
        broken = Optional.empty();
        shipped = Optional.empty();
        shippedFiles = Optional.empty();
        side.over();
        editor.markSaved();
        return problem;
    }

    /** What a copy of a shipped design reads comes with it. */
    private Optional<Problem> layFiles(Path design) {
        Optional<Path> folder = Optional.ofNullable(design.toAbsolutePath().getParent());
        if (shippedFiles.isEmpty() || folder.isEmpty()) return Optional.empty();
        try {
            shippedFiles.get().layInto(folder.get());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Problem.error(Location.DESIGN, "no-copies",
                    Texts.of("files.no-copies", String.valueOf(e.getMessage())), Texts.of("files.no-copies.fix")));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** "saved", "not saved", "read in part": for the line below the name. */
    String state() {
        List<String> words = new ArrayList<>();
        words.add(Texts.of("files.state." + (newer().isPresent() ? "newer"
                : isBroken() ? "broken"
                        : editor.dirty() ? "unsaved" : file.isEmpty() ? "new" : "saved")));
        file.map(Workspace::name).ifPresent(words::add);
        return String.join(" · ", words);
    }

    /** The design is left on purpose: its side file goes. */
    @Override
    public void close() {
        side.over();
        keeper.close();
    }
}
