package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import millrace.house.Literals.Literal;

/**
 * What reads like words in the sources of a module, and which of it may stand there. What reads like words is a literal with a word and
 * a space, be it a piece of a sentence, and a literal with a letter that is given to a call that shows it.
 *
 * @param sources the folder of the module's main package
 * @param showing calls that show a text that they are given
 * @param machine calls whose texts are read by the machine, or by those who mend the program
 * @param elsewhere beginnings of the names of files whose words are on no screen
 * @param known by file, literals that are no words on a screen
 * @param otherwise what else may stand anywhere
 */
record Wording(Path sources, Set<String> showing, Set<String> machine, Set<String> elsewhere,
        Map<String, Set<String>> known, Predicate<Literal> otherwise) {
    private static final Pattern WORD_AND_SPACE = Pattern.compile("(?s)(?=.*\\s).*\\p{L}{2}.*");
    private static final Pattern LETTER = Pattern.compile("(?s).*\\p{L}.*");

    /** The literals of each file, by its name from the main package on. */
    static Map<String, List<Literal>> literals(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            Map<String, List<Literal>> literals = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
                literals.put(sources.relativize(file).toString().replace('\\', '/'),
                        Literals.of(Files.readString(file)));
            return literals;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a file that stand in no bundle, with their lines. */
    List<String> words(String file, Collection<Literal> literals) {
        if (elsewhere.stream().anyMatch(file::startsWith)) return List.of();
        List<String> words = new ArrayList<>();
        for (Literal literal : literals)
            if (reads(literal) && !otherwise.test(literal)
                    && !known.getOrDefault(file, Set.of()).contains(literal.text()))
                words.add("line " + literal.line() + ": " + literal.text());
        return words;
    }

    void noWordsStandInTheCode() {
        Map<String, List<String>> found = new TreeMap<>();
        literals(sources).forEach((file, literals) -> {
            List<String> words = words(file, literals);
            if (!words.isEmpty()) found.put(file, words);
        });
        assertEquals(Map.of(), found, "put these words into a bundle");
    }

    /** An exception that nothing needs any more would hide the next word. */
    void everyExceptionIsNeeded() {
        Map<String, List<Literal>> all = literals(sources);
        for (String part : elsewhere)
            assertTrue(all.entrySet()
                    .stream()
                    .anyMatch(e -> e.getKey().startsWith(part)
                            && e.getValue().stream().anyMatch(l -> reads(l) && !otherwise.test(l))),
                    part);
        known.forEach((file, texts) -> texts.forEach(text -> assertTrue(
                all.getOrDefault(file, List.of()).stream().anyMatch(l -> l.text().equals(text) && reads(l)),
                file + ": " + text)));
        Set<String> unused = new TreeSet<>(machine);
        all.values()
                .forEach(literals -> literals.stream()
                        .filter(Wording::isWords)
                        .forEach(l -> l.calls().forEach(unused::remove)));
        assertEquals(Set.of(), unused, "calls that are given no words");
    }

    private boolean reads(Literal literal) {
        if (literal.within(machine::contains)) return false;
        return isWords(literal) || LETTER.matcher(bare(literal)).matches()
                && !literal.calls().isEmpty() && showing.contains(literal.calls().getFirst());
    }

    private static boolean isWords(Literal literal) {
        return WORD_AND_SPACE.matcher(bare(literal)).matches();
    }

    private static String bare(Literal literal) {
        return literal.text().replaceAll("\\\\(?:u[0-9A-Fa-f]{4}|.)", " ");
    }
}
