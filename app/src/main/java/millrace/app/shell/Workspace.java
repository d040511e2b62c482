package millrace.app.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import millrace.app.editor.Editor;
import millrace.app.editor.Transaction;
import millrace.app.file.Autosave;
import millrace.app.file.Disk;
import millrace.app.file.DiskWatch;
import millrace.app.file.Recovery;
import millrace.app.file.ShippedDesigns;
import millrace.app.file.ShippedFiles;
import millrace.app.file.SideFile;
import millrace.app.run.Pacer;
import millrace.app.run.Playhead;
import millrace.app.run.RunKeeper;
import millrace.app.run.Shown;
import millrace.app.text.Texts;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;
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
    private final Disk disk;
    /** What is being read. */
    private Optional<Path> opening = Optional.empty();
    /** Counts the designs that were here: what the disk tells late is told of one of them. */
    private int turn;
    /** What a crash left of the file. */
    private Optional<Recovery.Found> left = Optional.empty();
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
        this(ui, new Disk(ui), Optional.empty(), Autosave.Pace.USUAL);
    }

    /** @param recovery where side files are kept; none if there are to be none */
    Workspace(Executor ui, Disk disk, Optional<Recovery> recovery, Autosave.Pace pace) {
        this.disk = disk;
        this.recovery = recovery;
        keeper = new RunKeeper<>(ui, Views::of, this::show);
        side = new SideKeeper(editor, recovery.map(r -> new Autosave(r, pace)), this::sideFile);
        editor.guard(this::mayChange);
        editor.listen(state -> follow());
    }

    private void show(Shown<Views> next) {
        boolean another = !shown.get().run().equals(next.run());
        if (another) playhead.pace(next.run().map(r -> new Pacer(r.run().trace())));
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

    /** Its file, from when it is begun to be read. */
    Optional<Path> file() {
        return opening.or(() -> file);
    }

    /** Whether the file has not been read yet: what is here is not what is in it. */
    boolean opening() {
        return opening.isPresent();
    }

    /** Where all its files are read and written. */
    Disk disk() {
        return disk;
    }

    /** Whether this is the file of the present design. */
    boolean isFile(Path path) {
        return file().map(f -> f.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize())).orElse(false);
    }

    /** Nothing was done here yet: another design may take this one's place. */
    boolean untouched() {
        return file().isEmpty() && editor.design().equals(Design.EMPTY) && editor.undoName().isEmpty();
    }

    // Opening

    /** Opens a file as far as it can be read; its problems are shown beside what there is of it. */
    void open(Path path) {
        open(path, () -> {});
    }

    /** It is read in the background: until then the page takes no edits. */
    void open(Path path, Runnable then) {
        opening = Optional.of(path);
        turn++;
        ifStill(() -> Opening.of(path, recovery), read -> {
            opened(read);
            then.run();
        });
    }

    private void opened(Opening read) {
        begin(Optional.of(read.file()), read.broken(), Optional.empty());
        watch = Optional.of(read.watch());
        left = read.left();
        editor.open(read.design());
        follow();
    }

    /** Asks the disk; the answer is of no use once another design is here. */
    private <T> void ifStill(Supplier<T> work, Consumer<T> then) {
        int mine = turn;
        disk.ask(work, result -> {
            if (turn == mine) then.accept(result);
        });
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
        turn++;
        opening = Optional.empty();
        file = from;
        watch = Optional.empty();
        left = Optional.empty();
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
        return left.filter(f -> !side.isMine(f.side()));
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

    /** Tells whether another program has changed the file since it was read or written here. */
    void look(boolean thorough, Consumer<DiskWatch.Seen> then) {
        Optional<DiskWatch> mine = watch;
        disk.ask(() -> mine.map(w -> w.see(thorough)).orElse(DiskWatch.Seen.SAME),
                seen -> then.accept(watch.equals(mine) ? seen : DiskWatch.Seen.SAME));
    }

    /** What is on the disk now may be saved over. */
    void keepMine() {
        watch.ifPresent(w -> disk.tell(w::known));
    }

    /** Tells the design that is on the disk, as far as it can be read. */
    void onDisk(Consumer<Design> then) {
        file.ifPresent(f -> disk.ask(() -> DesignReader.read(f).design().orElse(Design.EMPTY), then));
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
        if (newer().isPresent()) refused.run();
        return newer().isEmpty() && opening.isEmpty();
    }

    /** The problems of the file and of the run, with their places in the file where they are known. */
    List<Problem> problems() {
        List<Problem> found = shown.get().problems();
        return broken.map(reading -> reading.with(found)).orElse(found);
    }

    // Saving

    /** Saves to its own file, unless another program has changed it; tells what came of it. */
    void save(Consumer<Saving.Result> then) {
        if (broken.isPresent()) then.accept(Saving.Result.refused(notOverBroken()));
        else if (file.isEmpty()) then.accept(Saving.Result.refused(problem("no-file")));
        else
            write(file.get(), Saving::writeWithCare, then);
    }

    private Problem notOverBroken() {
        return problem(newer().isPresent() ? "newer-file" : "broken-file");
    }

    private static Problem problem(String code) {
        return Problem.inWords(Location.DESIGN, code, Texts.of("files." + code), Texts.of("files." + code + ".fix"));
    }

    /** Saves to another file and goes on with that one. */
    void saveTo(Path path, Consumer<Saving.Result> then) {
        if (broken.isPresent() && isFile(path)) then.accept(Saving.Result.refused(notOverBroken()));
        else
            write(path, Saving::write, then);
    }

    /** What is edited meanwhile is not saved, and stays to be. */
    private void write(Path path, Function<Saving, Saving.Result> how, Consumer<Saving.Result> then) {
        Saving saving = new Saving(path, editor.design(), watch.filter(w -> isFile(path)), shippedFiles);
        int mine = turn;
        disk.ask(() -> how.apply(saving), result -> {
            if (turn == mine && result.watch().isPresent()) saved(saving, result.watch());
            then.accept(result);
        });
    }

    private void saved(Saving saving, Optional<DiskWatch> now) {
        if (!isFile(saving.file())) running = Design.EMPTY;
        file = Optional.of(saving.file());
        watch = now;
        broken = Optional.empty();
        shipped = Optional.empty();
        shippedFiles = Optional.empty();
        editor.markSaved(saving.design());
        side.saved();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The name of the design, or of the file that it is read from. */
    String title() {
        return opening.map(Workspace::name).orElseGet(() -> editor.design().name());
    }

    /**
     * "saved", "not saved", "read in part": for the line below the name.
     *
     * @param slow the disk is seen to take its time
     */
    String state(boolean slow) {
        List<String> words = new ArrayList<>();
        words.add(Texts.of("files.state." + (slow && disk.busy() ? opening.isPresent() ? "opening" : "busy"
                : newer().isPresent() ? "newer"
                        : isBroken() ? "broken"
                                : editor.dirty() ? "unsaved" : file.isEmpty() ? "new" : "saved")));
        file().map(Workspace::name).ifPresent(words::add);
        return String.join(" · ", words);
    }

    /** The design is left on purpose: its side file goes. */
    @Override
    public void close() {
        turn++;
        side.over();
        keeper.close();
    }
}
