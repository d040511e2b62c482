package millrace.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import millrace.app.text.Texts;
import millrace.design.Location;
import millrace.design.Problem;

/** The files that a design reads and writes lie in its own folder, so that both can be sent together. */
final class DataFiles {
    private DataFiles() {}

    /** The name by which a design calls a file; one elsewhere is refused with a reason. */
    static Optional<String> beside(Optional<Path> design, Path file, Consumer<Problem> tell) {
        Optional<Path> folder = design.map(Path::toAbsolutePath).map(Path::normalize).map(Path::getParent);
        Path chosen = file.toAbsolutePath().normalize();
        if (folder.isPresent() && chosen.startsWith(folder.get()))
            return Optional.of(folder.get().relativize(chosen).toString().replace('\\', '/'));
        tell.accept(Problem.inWords(Location.DESIGN, "not-beside",
                Texts.of(folder.isEmpty() ? "finder.no-folder" : "finder.not-beside", String.valueOf(file)),
                Texts.of(folder.isEmpty() ? "finder.no-folder.fix" : "finder.not-beside.fix")));
        return Optional.empty();
    }
}
