package millrace.format;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.operator.Files;
import millrace.operator.SourceSpec;

/** The folder in which a design lies. Nothing outside it can be read: a design may come from a stranger. */
public final class DesignFolder implements Files {
    private final Path folder;

    public DesignFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of a design file. */
    public static DesignFolder of(Path designFile) {
        Path parent = designFile.toAbsolutePath().getParent();
        return new DesignFolder(parent == null ? designFile.toAbsolutePath() : parent);
    }

    @Override
    public Optional<SourceSpec.File.Opener> find(String name) {
        return resolve(name).value().map(path -> () -> java.nio.file.Files.newInputStream(path));
    }

    /** The file of this name; or why it can't be read, for a person. */
    public Outcome<Path> resolve(String name) {
        try {
            Path given = Path.of(name);
            if (name.isBlank()) return refused("format.no-name", name);
            if (given.isAbsolute() || name.startsWith("/") || name.startsWith("\\") || name.contains(":"))
                return refused("format.outside", name);
            if (!folder.resolve(given).normalize().startsWith(folder.normalize())) return leadsOut(name);
            return inside(name, folder.toRealPath(), folder.resolve(given));
        } catch (InvalidPathException | IOException e) {
            return refused("format.no-file.beside", name);
        }
    }

    private static Outcome<Path> inside(String name, Path home, Path file) throws IOException {
        if (!file.toRealPath().startsWith(home)) return leadsOut(name);
        return java.nio.file.Files.isRegularFile(file) ? Outcome.of(file.toRealPath())
                : refused("format.not-a-file", name);
    }

    private static <T> Outcome<T> leadsOut(String name) {
        return refused("format.outside.led", name);
    }

    private static <T> Outcome<T> refused(String key, String name) {
        return Outcome.failed(java.util.List.of(Problem.error(Location.DESIGN, key, name)));
    }
}
