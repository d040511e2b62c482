package millrace.app.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import millrace.operator.Files;
import millrace.operator.SourceSpec;

/**
 * The files beside a shipped design, read out of the program's own package. They are remembered as they are asked for, so
 * that they can be laid beside the design when it is saved somewhere.
 */
public final class ShippedFiles implements Files {
    /** Plain names only: nothing else of the package can be read. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String folder;
    private final Set<String> used = new ConcurrentSkipListSet<>();

    /** @param path of the design, "events/departures.json" */
    public ShippedFiles(String path) {
        folder = path.substring(0, path.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<SourceSpec.File.Opener> find(String name) {
        if (!NAME.matcher(name).matches() || ShippedFiles.class.getResource("/designs/" + folder + name) == null)
            return Optional.empty();
        used.add(name);
        return Optional.of(() -> open(name));
    }

    private InputStream open(String name) throws IOException {
        return Objects.requireNonNull(ShippedFiles.class.getResourceAsStream("/designs/" + folder + name), name);
    }

    /** Lays the files that were asked for into a folder, where they are not there yet. */
    public void layInto(Path target) throws IOException {
        for (String name : used) {
            Path file = target.resolve(name);
            if (java.nio.file.Files.exists(file)) continue;
            try (InputStream in = open(name)) {
                java.nio.file.Files.copy(in, file);
            }
        }
    }
}
