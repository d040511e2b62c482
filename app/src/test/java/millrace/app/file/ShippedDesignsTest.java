package millrace.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.compile.Compiler;
import millrace.design.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The designs that are packed into the program. */
class ShippedDesignsTest {
    private static final Path DESIGNS = Path.of("../designs");

    private static List<ShippedDesigns.Shipped> all() {
        return ShippedDesigns.chapters().stream().flatMap(c -> c.designs().stream()).toList();
    }

    @Test
    void thereAreSevenChapters() {
        assertEquals(
                List.of("Events", "Batch and stream", "Messaging", "State and streams", "Time", "Joins",
                        "Fault tolerance"),
                ShippedDesigns.chapters().stream().map(ShippedDesigns.Chapter::title).toList());
        for (ShippedDesigns.Chapter chapter : ShippedDesigns.chapters())
            for (ShippedDesigns.Shipped design : chapter.designs())
                assertTrue(design.number().isEmpty() || design.number().startsWith(chapter.number() + "."),
                        design.number());
    }

    @Test
    void theIndexNamesEveryDesignOfTheChaptersAndNoOther() throws IOException {
        Set<String> named = all().stream()
                .map(ShippedDesigns.Shipped::path)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> folders = named.stream().map(p -> p.substring(0, p.indexOf('/'))).collect(Collectors.toSet());
        Set<String> there = new TreeSet<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(DESIGNS.resolve(folder))) {
                files.filter(f -> f.toString().endsWith(".json"))
                        .forEach(f -> there.add(folder + "/" + f.getFileName()));
            }
        }
        assertEquals(there, named);
        assertTrue(named.size() >= 52, named.size() + " designs");
    }

    @Test
    void everyOneIsReadOutOfThePackageAndCompilesWithItsFiles() {
        for (ShippedDesigns.Shipped shipped : all()) {
            assertEquals(shipped.title(), shipped.read().name());
            List<Problem> problems = Compiler.compile(shipped.read(), new ShippedFiles(shipped.path())).errors();
            assertEquals(List.of(), problems, shipped.path());
        }
    }

    @Test
    void theFilesThatADesignReadsAreLaidBesideItsCopy(@TempDir Path folder) throws IOException {
        ShippedFiles files = new ShippedFiles("events/departures.json");
        files.layInto(folder);
        assertEquals(0, folder.toFile().list().length, "nothing was asked for yet");
        assertTrue(files.find("flights.csv.gz").isPresent());
        assertTrue(files.find("../time/late-arrivals.json").isEmpty(), "nothing but what lies beside it");
        assertTrue(files.find("none.csv").isEmpty());
        Files.writeString(folder.resolve("other.txt"), "stays");
        files.layInto(folder);
        assertEquals(-1, Files.mismatch(DESIGNS.resolve("events/flights.csv.gz"), folder.resolve("flights.csv.gz")));
    }
}
