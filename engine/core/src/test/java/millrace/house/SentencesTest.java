package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine's bundles of sentences: what the code asks for is there, what is there is asked for, and all can be read. */
class SentencesTest {
    private static final Path CODE = Path.of("src/main/java/millrace");
    private static final Path TEXTS = Path.of("src/main/resources/millrace/text");
    /** In a pattern an apostrophe stands twice, or around braces and what is between them. */
    private static final Pattern GOOD_APOSTROPHE = Pattern.compile("''|'[{}][^']*'");
    private static final Pattern FORM = Pattern.compile("\\.(one|many|fix)$");

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(f -> f.getFileName().toString().replace(".properties", "")).sorted().toList();
        }
    }

    private static Properties texts(String file) {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(TEXTS.resolve(file + ".properties"))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The keys of a file that stand in the code, without the file's name. */
    private static Set<String> asked(String file) throws IOException {
        Pattern key = Pattern.compile("\"" + file + "\\.([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
        try (Stream<Path> sources = Files.walk(CODE)) {
            return sources.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(f -> key.matcher(read(f)).results())
                    .map((MatchResult m) -> m.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of {@code explain} are asked for in another way, and {@code ExplainTextsTest} looks at them. */
    private static List<String> filesOfWholeKeys() throws IOException {
        return files().stream().filter(f -> !f.equals("explain")).toList();
    }

    @ParameterizedTest
    @MethodSource("filesOfWholeKeys")
    void whatTheCodeAsksForIsThere(String file) throws IOException {
        Set<String> there = texts(file).stringPropertyNames();
        Set<String> missing = asked(file);
        assertTrue(missing.size() > 3, missing.toString());
        missing.removeIf(k -> there.contains(k) || there.contains(k + ".one") && there.contains(k + ".many"));
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("filesOfWholeKeys")
    void whatIsThereIsAskedFor(String file) throws IOException {
        Set<String> asked = asked(file);
        Set<String> codes = asked.stream().map(k -> k.split("\\.")[0]).collect(Collectors.toSet());
        Set<String> idle = new TreeSet<>(texts(file).stringPropertyNames());
        idle.removeIf(k -> asked.contains(k) || asked.contains(FORM.matcher(k).replaceFirst(""))
                || k.endsWith(".fix") && codes.contains(k.replace(".fix", "")));
        assertEquals(Set.of(), idle);
    }

    @ParameterizedTest
    @MethodSource("files")
    void apostrophesAndPlacesAreAsPatternsHaveThem(String file) {
        texts(file).forEach((key, text) -> {
            String pattern = text.toString();
            assertTrue(GOOD_APOSTROPHE.matcher(pattern).replaceAll("").indexOf('\'') < 0, key + ": " + pattern);
            assertEquals(pattern.strip(), pattern, key + " has blanks at its ends");
            new MessageFormat(pattern, Locale.ROOT);
        });
    }

    @Test
    void thereAreFilesOfSentences() throws IOException {
        assertTrue(files().containsAll(List.of("catalog", "compile", "design", "explain", "format")),
                files().toString());
    }
}
