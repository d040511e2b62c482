package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import millrace.app.file.Differences;
import millrace.app.file.DiskWatch;
import millrace.app.file.Recovery;
import millrace.app.file.Times;
import millrace.app.text.Texts;
import millrace.design.Design;
import millrace.design.Problem;

/**
 * Watches over the file of a page, and says above the canvas what has to be decided about it: changed by another program,
 * left by a crash, of a newer version, read in part. The first of these that holds is shown.
 */
final class FileCare {
    private final Designer parts;
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Runnable save;
    private final Runnable saveAs;
    private DiskWatch.Seen disk = DiskWatch.Seen.SAME;
    private Optional<Recovery.Found> left = Optional.empty();
    private Optional<Recovery.Found> recovered = Optional.empty();
    private boolean refused;
    /** The person tried to save while the file was another on the disk. */
    private boolean saving;

    FileCare(Designer parts, Dialogs dialogs, Runnable save, Runnable saveAs) {
        this.parts = parts;
        this.dialogs = dialogs;
        this.save = save;
        this.saveAs = saveAs;
        workspace = parts.workspace;
        workspace.setOnRefused(this::refused);
    }

    /** A design was opened: nothing is known of its file yet. */
    void opened() {
        disk = DiskWatch.Seen.SAME;
        refused = false;
        saving = false;
        left = workspace.left();
        refresh();
    }

    /** A design that was in no file was brought back: that is said until it is saved. */
    void recovered(Recovery.Found found) {
        opened();
        recovered = Optional.of(found);
        refresh();
    }

    /** The window got the focus: the hand may have been in another program. */
    void focused() {
        if (workspace.opening()) return;
        workspace.look(false, seen -> {
            disk = seen;
            refresh();
        });
    }

    /** It was not saved over what another program wrote: that is asked about first. */
    void changedOnDisk(DiskWatch.Seen seen) {
        disk = seen;
        saving = true;
        refresh();
    }

    /** What is in the file is what is here. */
    void saved() {
        disk = DiskWatch.Seen.SAME;
        recovered = Optional.empty();
        refused = false;
        saving = false;
        refresh();
    }

    private void refused() {
        refused = true;
        refresh();
    }

    /** Shows what there is to say now. */
    void refresh() {
        parts.banner.show(notice());
    }

    private Optional<FileBanner.Notice> notice() {
        Optional<Path> file = workspace.file();
        if (file.isPresent() && disk.state() == DiskWatch.State.CHANGED) return Optional.of(changed(file.get()));
        if (file.isPresent() && disk.state() == DiskWatch.State.GONE)
            return Optional.of(new FileBanner.Notice(FileBanner.Kind.WARNING,
                    Texts.of("files.banner.gone", name(file.get())), List.of()));
        if (recovered.isPresent() && file.isEmpty()) return recovered.map(FileCare::recoveredNotice);
        if (left.isPresent()) return Optional.of(left(left.get()));
        if (workspace.newer().isPresent()) return workspace.newer().map(this::newer);
        return workspace.isBroken() ? Optional.of(broken()) : Optional.empty();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    // Changed by another program

    private FileBanner.Notice changed(Path file) {
        String words = Texts.of(workspace.editor().dirty() ? "files.banner.changed.unsaved" : "files.banner.changed",
                name(file),
                Times.of(disk.time()));
        return new FileBanner.Notice(FileBanner.Kind.WARNING, words, List.of(choice("reload", this::reload),
                choice("keep", this::keep), choice("compare", this::compareWithDisk)));
    }

    private void reload() {
        workspace.file().ifPresent(file -> workspace.open(file, this::opened));
    }

    private void keep() {
        boolean goOn = saving;
        workspace.keepMine();
        disk = DiskWatch.Seen.SAME;
        saving = false;
        refresh();
        if (goOn) save.run();
    }

    private void compareWithDisk() {
        workspace.onDisk(theirs -> compare("disk", workspace.editor().design(), theirs));
    }

    private void compare(String what, Design from, Design to) {
        List<String> differences = Differences.between(from, to);
        dialogs.compare(Texts.of("files.compare." + what),
                differences.isEmpty() ? List.of(Texts.of("files.compare.same")) : differences);
    }

    // Left by a crash

    private FileBanner.Notice left(Recovery.Found found) {
        String words = Texts.of("files.banner.left", workspace.file().map(FileCare::name).orElse(""),
                Times.of(found.content().time()));
        return new FileBanner.Notice(FileBanner.Kind.WARNING, words, List.of(choice("restore", () -> restore(found)),
                choice("discard", () -> discard(found)),
                choice("compare", () -> compare("left", workspace.editor().design(), found.content().design()))));
    }

    private static FileBanner.Notice recoveredNotice(Recovery.Found found) {
        return new FileBanner.Notice(FileBanner.Kind.WARNING,
                Texts.of("files.banner.left.new", found.content().design().name(),
                        Times.of(found.content().time())),
                List.of());
    }

    private void restore(Recovery.Found found) {
        left = Optional.empty();
        workspace.restore(found);
        refresh();
    }

    private void discard(Recovery.Found found) {
        left = Optional.empty();
        workspace.disk().tell(() -> Recovery.remove(found.side()));
        refresh();
    }

    // Not whole

    private FileBanner.Notice newer(Problem why) {
        String words = Texts.of(refused ? "files.banner.newer.refused" : "files.banner.newer", why.message());
        return new FileBanner.Notice(refused ? FileBanner.Kind.REFUSED : FileBanner.Kind.WARNING, words,
                List.of(choice("copy", saveAs)));
    }

    private FileBanner.Notice broken() {
        List<Problem> problems = workspace.problems();
        String first = problems.stream()
                .filter(Problem::isError)
                .findFirst()
                .map(p -> " " + Texts.of("files.banner.broken.first", p.toString()))
                .orElse("");
        return new FileBanner.Notice(FileBanner.Kind.PROBLEM,
                Texts.counted("files.banner.broken", problems.size()) + first,
                List.of());
    }

    private static FileBanner.Choice choice(String id, Runnable what) {
        return new FileBanner.Choice(id, Texts.of("files.banner." + id), what);
    }
}
