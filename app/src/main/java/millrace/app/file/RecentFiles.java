package millrace.app.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that were opened or saved last, the newest first; kept on disk, since other windows may add some, too. */
public final class RecentFiles {
    public static final int MOST = 12;

    private final JsonStore<Remembered> store;

    /**
     * @param opened when it was opened or saved last
     * @param missing it was not there when that was asked
     */
    public record Recent(Path file, Instant opened, boolean missing) {}

    record Line(String file, long opened) {}

    record Remembered(List<Line> files) {}

    public RecentFiles(Places places) {
        store = new JsonStore<>(places.data().resolve("recent.json"), Remembered.class);
    }

    public List<Recent> all() {
        return store.load()
                .map(Remembered::files)
                .stream()
                .flatMap(List::stream)
                .map(RecentFiles::recent)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private static Optional<Recent> recent(Line line) {
        try {
            Path file = Path.of(line.file);
            return Optional.of(new Recent(file, Instant.ofEpochMilli(line.opened), !Files.isRegularFile(file)));
        } catch (RuntimeException notAPath) {
            return Optional.empty();
        }
    }

    /** Puts the file on top. */
    public void add(Path file, Instant now) {
        Path whole = file.toAbsolutePath().normalize();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(whole.toString(), now.toEpochMilli()));
        all().stream()
                .filter(r -> !r.file().equals(whole))
                .forEach(r -> lines.add(new Line(r.file().toString(), r.opened().toEpochMilli())));
        store.save(new Remembered(lines.subList(0, Math.min(MOST, lines.size()))));
    }

    /** Forgets a file that nobody wants to see here any more. */
    public void forget(Path file) {
        List<Line> lines = all().stream()
                .filter(r -> !r.file().equals(file))
                .map(r -> new Line(r.file().toString(), r.opened().toEpochMilli()))
                .toList();
        store.save(new Remembered(lines));
    }
}
