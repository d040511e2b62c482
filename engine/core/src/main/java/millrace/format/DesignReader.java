package millrace.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;

/**
 * Reads design files: format version {@value #VERSION}. Finds every problem of the file at once, never throws for what a file
 * may hold, and reads nothing but the bytes given. What the settings mean is the compiler's to check: place its problems
 * with {@link Reading#with}.
 */
public final class DesignReader {
    /** The version of the format that this program reads and writes. */
    public static final int VERSION = 1;
    /** What a design may hold at most. */
    public static final int MOST_NODES = Limits.NODES;
    public static final int MOST_WIRES = Limits.WIRES;

    private DesignReader() {}

    /** Reads a file of the disk. */
    public static Reading read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.BYTES + 1);
            return bytes.length <= Limits.BYTES ? read(bytes, name)
                    : failed(name, JsonText.tooLarge(Files.size(file)).problems());
        } catch (NoSuchFileException e) {
            return failed(name, unreadable("format.no-file", file));
        } catch (IOException e) {
            String key = Files.isDirectory(file) ? "format.unreadable.folder" : "format.unreadable";
            return failed(name, unreadable(key, file, String.valueOf(e.getMessage())));
        }
    }

    private static List<Problem> unreadable(String key, Object... parts) {
        return List.of(Problem.error(Location.DESIGN, key, parts));
    }

    private static Reading failed(String source, List<Problem> problems) {
        return new Reading(source, Optional.empty(), false, problems, Positions.NONE);
    }

    /** Reads the bytes of a file; {@code source} is its name for messages. */
    public static Reading read(byte[] bytes, String source) {
        JsonText text = JsonText.of(bytes);
        return text.text().map(t -> read(t, source, text.problems())).orElseGet(() -> failed(source, text.problems()));
    }

    public static Reading read(String text, String source) {
        return text.length() > Limits.BYTES ? failed(source, JsonText.tooLarge(text.length()).problems())
                : read(text, source, List.of());
    }

    private static Reading read(String text, String source, List<Problem> encoding) {
        JsonFile file = JsonFile.read(text);
        Told told = file.told();
        Optional<Design> design = file.root().flatMap(root -> new DesignShape(told).design(root));
        List<Problem> problems = new ArrayList<>(encoding);
        problems.addAll(told.problems());
        problems.sort(Comparator.comparingLong(Told::order));
        boolean whole = design.isPresent() && !told.lossy() && encoding.isEmpty();
        return new Reading(source, design, whole, problems, new Positions(new Lines(text), file.root()));
    }
}
