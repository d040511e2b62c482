package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.house.Literals.Literal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the engine says to people stands in bundles ({@code millrace.text.Sentences}). English of its own it has only in what a
 * bundle of the designer is made of: titles, lines, helps and labels of the catalog.
 */
class NoEngineTextOutsideBundleTest {
    private static final Path SOURCES = Path.of("..", "engine", "core", "src", "main", "java", "millrace");
    private static final Path CATALOG = Path.of("src", "main", "resources", "millrace", "app", "text",
            "catalog.properties");
    /** Some of a help that is written in pieces is at least so long, in words, if it is neither its beginning nor its end. */
    private static final int PIECE = 4;
    /** What is given to these is read by the machine, or by those who mend the program. */
    private static final Map<String, String> MACHINE = Map.of("IllegalArgumentException", "a fault of the program",
            "IllegalStateException", "a fault of the program", "requireNonNull", "a fault of the program", "compile",
            "a pattern", "replaceFirst", "a pattern", "equals", "a word of design files", "withAt",
            "a setting as design files have it");
    /** Files whose words are on no screen. */
    private static final Map<String, String> ELSEWHERE = Map.of("catalog/Examples.java",
            "writes values as design files have them", "format/DesignSchema.java",
            "describes design files to other programs, in English as their fields are");
    /** Single literals that are no sentences. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            // an element as those see it who mend the program
            Map.entry("event/Barrier.java", Set.of("Barrier ")),
            Map.entry("event/Watermark.java", Set.of("watermark ")),
            // a fault that nobody hears of: the text is no time then
            Map.entry("design/Clock.java", Set.of("not a time of day", "day ")),
            // what the library of expressions says, and an expression
            Map.entry("expression/Diagnosis.java",
                    Set.of("(int, double)", "(double, int)", "'<EOF>' expecting", ".getHours() == 12")),
            Map.entry("expression/Expressions.java", Set.of(".getHours() == 12")),
            // letters that may follow a backslash
            Map.entry("format/SlipFinder.java", Set.of("\\\"\\\\/bfnrt")),
            // as design files have it
            Map.entry("event/Timing.java", Set.of("on time")),
            Map.entry("compile/RecoverySettings.java", Set.of("last read")),
            Map.entry("compile/ChangeSettings.java",
                    Set.of("[{\\\"at\\\": \\\"12:01:00\\\", \\\"node\\\": \\\"by2\\\", \\\"setting\\\": \\\"lateness\\\", "
                            + "\\\"value\\\": \\\"30 s\\\"}]")),
            Map.entry("catalog/Aggregates.java", Set.of(" of ", " as ")),
            Map.entry("catalog/EnvelopeType.java", Set.of("op, before, after")),
            Map.entry("catalog/Triggers.java",
                    Set.of("{\\\"every\\\": \\\"1 min\\\"}", "{\\\"main\\\": ..., \\\"until\\\": ...}",
                            "{\\\"late\\\": {\\\"repeatedly\\\": {\\\"afterCount\\\": 1}}}")),
            Map.entry("catalog/RunForm.java", Set.of("10 min")),
            Map.entry("catalog/WindowType.java", Set.of("1 min", "if new")));

    private static final Set<String> EXPORTED = exported();
    private static final Wording WORDING = new Wording(SOURCES, Set.of(), MACHINE.keySet(), ELSEWHERE.keySet(), KNOWN,
            NoEngineTextOutsideBundleTest::isExported);

    @Test
    void noSentencesStandInTheCode() {
        WORDING.noWordsStandInTheCode();
    }

    @Test
    void everyExceptionIsNeeded() {
        WORDING.everyExceptionIsNeeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw new EvaluationException(\"too far\")", "return \"a list\";",
        "Problem.error(where, \"no-node\", \"there is no node\")", "words.say(\", and \")",
        "\"'\" + a + \"' is no \" + b"})
    void sentencesAreFound(String code) {
        assertEquals(1, WORDING.words("trace/Some.java", Literals.of(code)).size(), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sentences.of(\"trace.no-node\", node)", "throw new IllegalStateException(\"no node\")",
        "/** \"as here\" */", "String.join(\", \", names)", "return \"Keep what fits\";"})
    void otherLiteralsAreNot(String code) {
        assertEquals(List.of(), WORDING.words("trace/Some.java", Literals.of(code)), code);
    }

    /** A text of the designer's bundle that is made from the catalog, or a piece of one; of a choice what stands behind its value. */
    private static boolean isExported(Literal literal) {
        String text = plain(literal.text());
        if (literal.calls().contains("choice") && text.contains(":")) text = text.substring(text.indexOf(':') + 1);
        String piece = text;
        return EXPORTED.contains(text) || EXPORTED.stream()
                .anyMatch(e -> e.startsWith(piece) || e.endsWith(piece)
                        || piece.split(" ").length >= PIECE && e.contains(piece));
    }

    private static Set<String> exported() {
        Properties catalog = new Properties();
        try (Reader file = Files.newBufferedReader(CATALOG)) {
            catalog.load(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertTrue(catalog.size() > 500, "only " + catalog.size() + " texts");
        return catalog.values()
                .stream()
                .flatMap(v -> Stream.of(v.toString(), v.toString().replace("''", "'")))
                .map(NoEngineTextOutsideBundleTest::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String text) {
        return text.replace("\\\n", "").replace("\\\"", "\"").replaceAll("\\s+", " ").strip();
    }
}
