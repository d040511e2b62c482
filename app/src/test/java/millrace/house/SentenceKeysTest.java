package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.house.Literals.Literal;
import org.junit.jupiter.api.Test;

/**
 * The bundles of the engine's sentences against its code: each key is used, each key that is used is there. In the code a key is
 * a whole literal with the file's name before it, but for the package that the file is named after, which may leave it away.
 * Forms for one and many, and fixes of problems, stand behind the key of the literal.
 */
class SentenceKeysTest {
    private static final Path ENGINE = Path.of("..", "engine", "core", "src", "main");
    private static final Path TEXTS = ENGINE.resolve(Path.of("resources", "millrace", "text"));
    private static final Path SOURCES = ENGINE.resolve(Path.of("java", "millrace"));
    private static final Pattern ADDED = Pattern.compile("\\.(?:one|many|fix)$");
    private static final Pattern WHOLE = Pattern.compile("[a-z]+(?:\\.[a-z0-9-]+)+");
    /** What is given to these within {@code explain} is a key. */
    private static final Set<String> ASKING = Set.of("say", "tell", "ask", "counted");
    /** Literals that look like keys. */
    private static final Set<String> NO_KEYS = Set.of();

    private final Map<String, Map<String, String>> files = files();
    private final Map<String, List<Literal>> code = Wording.literals(SOURCES);

    @Test
    void everySentenceIsUsed() {
        Set<String> used = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        everyLiteral((file, literal) -> {
            used.add(whole(file, literal));
            used.add(literal.text());
            codes.add(code(literal.text()));
        });
        List<String> unused = keys().filter(key -> !isUsed(key, used, codes)).toList();
        assertEquals(List.of(), unused, "sentences that nothing says");
    }

    private static boolean isUsed(String key, Set<String> used, Set<String> codes) {
        String asked = ADDED.matcher(key).replaceFirst("");
        return used.contains(key) || used.contains(asked)
                || key.endsWith(".fix") && asked.equals(code(asked)) && codes.contains(asked);
    }

    /** The file and the first word of a key: of problems with one code. */
    private static String code(String key) {
        return key.split("\\.").length < 2 ? "" : key.split("\\.")[0] + "." + key.split("\\.")[1];
    }

    @Test
    void everySentenceThatIsSaidIsThere() {
        Set<String> keys = keys().collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        everyLiteral((file, literal) -> {
            String key = asked(file, literal);
            if (!key.isEmpty() && !keys.contains(key) && !keys.containsAll(List.of(key + ".one", key + ".many")))
                missing.add(file + ", line " + literal.line() + ": " + literal.text());
        });
        assertEquals(List.of(), missing, "there are no such sentences");
    }

    /** The key that a literal is; empty if it is none. */
    private String asked(String file, Literal literal) {
        String text = literal.text();
        if (!WHOLE.matcher(text).matches() || NO_KEYS.contains(text)) return "";
        boolean within = bundle(file).equals("explain") && !literal.calls().isEmpty()
                && ASKING.contains(literal.calls().getFirst());
        if (within) return whole(file, literal);
        return files.containsKey(text.substring(0, text.indexOf('.'))) ? text : "";
    }

    /** A form for one without that for many would fail on the day when there are two. */
    @Test
    void thereAreFormsForOneAndForMany() {
        Set<String> keys = keys().collect(Collectors.toSet());
        assertEquals(forms(keys, ".many"), forms(keys, ".one"));
        assertTrue(forms(keys, ".one").size() > 3);
    }

    private static Set<String> forms(Set<String> keys, String form) {
        return keys.stream()
                .filter(k -> k.endsWith(form))
                .map(k -> k.substring(0, k.length() - form.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One apostrophe alone would be swallowed with all the places behind it. */
    @Test
    void everySentenceIsAPatternWithItsApostrophesDoubled() {
        files.forEach((file, texts) -> texts.forEach((key, text) -> {
            String name = file + "." + key;
            assertTrue(new MessageFormat(text, Locale.ROOT).getFormats().length >= 0, name);
            assertEquals(-1, text.replace("''", "").replace("'{'", "").indexOf('\''), name + ": " + text);
            assertEquals(text.strip(), text, name + " begins or ends with a space");
        }));
    }

    /** The checks above find what they are for. */
    @Test
    void whatIsWrongIsFound() {
        Literal said = new Literal(1, "expression.nothing", List.of("of"));
        assertEquals("expression.nothing", asked("expression/Some.java", said));
        assertEquals("explain.late.nothing", asked("explain/Some.java", new Literal(1, "late.nothing", List.of("tell"))));
        assertEquals("", asked("trace/Some.java", new Literal(1, "late.nothing", List.of("tell"))));
        Set<String> used = Set.of("trace.a", "trace.b.c");
        assertTrue(Stream.of("trace.a", "trace.a.one", "trace.a.fix", "trace.b.c", "trace.b.fix")
                .allMatch(k -> isUsed(k, used, Set.of("trace.a", "trace.b"))));
        assertTrue(Stream.of("trace.b", "trace.b.one", "trace.d.fix", "trace.a.two")
                .noneMatch(k -> isUsed(k, used, Set.of("trace.a", "trace.b"))));
    }

    private void everyLiteral(BiConsumer<String, Literal> each) {
        code.forEach((file, literals) -> literals.forEach(l -> each.accept(file, l)));
    }

    private static String whole(String file, Literal literal) {
        return bundle(file) + "." + literal.text();
    }

    private static String bundle(String file) {
        return file.split("/")[0];
    }

    private Stream<String> keys() {
        return files.entrySet().stream().flatMap(f -> f.getValue().keySet().stream().map(k -> f.getKey() + "." + k));
    }

    private static Map<String, Map<String, String>> files() {
        try (Stream<Path> all = Files.list(TEXTS)) {
            Map<String, Map<String, String>> files = new TreeMap<>();
            for (Path file : all.filter(f -> !f.getFileName().toString().contains("_")).toList())
                files.put(file.getFileName().toString().replace(".properties", ""), texts(file));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that stands twice in a file is a fault. */
    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new java.util.Properties() {
                private static final long serialVersionUID = 1;

                @Override
                public synchronized Object put(Object key, Object text) {
                    String before = texts.put(key.toString(), text.toString());
                    assertEquals(null, before, file.getFileName() + " has twice: " + key);
                    return "";
                }
            }.load(reader);
        }
        return texts;
    }
}
