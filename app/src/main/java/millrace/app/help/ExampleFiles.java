package millrace.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The example design of each node type, as a file: the program carries them, and files are what designs are read from. */
public final class ExampleFiles {
    private static final String FOLDER = "/designs/examples/";
    /** What examples read beside them. */
    private static final List<String> DATA = List.of("letters.jsonl");
    private static Optional<Path> folder = Optional.empty();

    private ExampleFiles() {}

    /** The example of a type; empty if it has none. */
    public static synchronized Optional<Path> of(String type) {
        if (folder.isEmpty()) folder = Optional.of(made());
        Path file = folder.get().resolve(type + ".json");
        return Files.exists(file) || copied(type + ".json", file) ? Optional.of(file) : Optional.empty();
    }

    private static Path made() {
        try {
            Path made = Files.createTempDirectory("millrace-examples");
            made.toFile().deleteOnExit();
            for (String name : DATA)
                copied(name, made.resolve(name));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean copied(String name, Path to) {
        try (InputStream in = ExampleFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) return false;
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            to.toFile().deleteOnExit();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
