package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the answers say and what the bundle has are the same. */
class ExplainTextsTest {
    private static final Path CODE = Path.of("src/main/java/millrace/explain");
    private static final Path TEXTS = Path.of("src/main/resources/millrace/text/explain.properties");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)*)\"");

    private static Set<String> keys() throws IOException {
        Properties texts = new Properties();
        try (var file = Files.newBufferedReader(TEXTS)) {
            texts.load(file);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Set<String> written() throws IOException {
        try (Stream<Path> files = Files.list(CODE)) {
            return files.sorted()
                    .flatMap(f -> KEY.matcher(read(f)).results())
                    .map(m -> m.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String unformed(String key) {
        return key.replaceAll("\\.(one|many)$", "");
    }

    @Test
    void everyTextIsSaidSomewhere() throws IOException {
        Set<String> unsaid = keys();
        Set<String> written = written();
        unsaid.removeIf(k -> written.contains(k) || written.contains(unformed(k)));
        assertTrue(written.size() > 100, written.toString());
        assertEquals(Set.of(), unsaid);
    }

    /** All quoted words with points between them are keys. */
    @Test
    void everyKeyHasItsText() throws IOException {
        Set<String> keys = keys();
        Set<String> missing = written();
        missing.removeIf(k -> !k.contains(".") || keys.contains(k)
                || keys.contains(k + ".one") && keys.contains(k + ".many"));
        assertEquals(Set.of(), missing);
    }
}
