package millrace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.design.Design;
import millrace.design.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignFilesTest {
    @TempDir
    Path folder;

    @Test
    void savedAndReadAgain() throws IOException {
        Path file = folder.resolve("a.json");
        assertEquals(Optional.empty(), DesignFiles.save(file, Design.EMPTY));
        assertEquals(Optional.empty(), DesignFiles.save(file, Design.EMPTY.named("Second")));
        assertEquals("Second", DesignReader.read(file).design().orElseThrow().name());
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void theNextSaveTakesAwayWhatADeadProcessLeftAndNothingElse() throws IOException {
        long nobody = 999_999_999_999L;
        Files.writeString(folder.resolve(".a.json." + nobody + ".123.saving"), "half");
        Files.writeString(folder.resolve(".a.json." + ProcessHandle.current().pid() + ".1.saving"), "at work");
        Files.writeString(folder.resolve(".b.json." + nobody + ".123.saving"), "another's");
        Files.writeString(folder.resolve(".a.json.notes.saving"), "a person's");
        assertEquals(Optional.empty(), DesignFiles.save(folder.resolve("a.json"), Design.EMPTY));
        assertEquals(List.of(".a.json." + ProcessHandle.current().pid() + ".1.saving", ".a.json.notes.saving",
                ".b.json." + nobody + ".123.saving", "a.json"), names());
    }

    @Test
    void aNewerFileIsReadAsFarAsItIsKnownAndSaysThatItIsNewer() {
        Reading reading = DesignReader.read("{\"millrace\": 7, \"name\": \"From the future\", \"glow\": true}",
                "new.json");
        assertEquals("From the future", reading.design().orElseThrow().name());
        assertEquals(Optional.empty(), reading.wholeDesign());
        Problem newer = reading.newer().orElseThrow();
        assertEquals("written by a newer Millrace: format 7, this one reads 1", newer.message());
        assertEquals(Optional.empty(), DesignReader.read("{\"millrace\": 1}", "old.json").newer());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = folder.resolve("real.json");
        DesignFiles.save(real, Design.EMPTY);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        assertEquals(Optional.empty(), DesignFiles.save(link, Design.EMPTY.named("Through")));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("Through", DesignReader.read(real).design().orElseThrow().name());
    }

    @Test
    void whatCanNotBeSavedLeavesEverythingAsItWas() throws IOException {
        Files.createDirectory(folder.resolve("taken"));
        assertEquals("not-saved", DesignFiles.save(folder.resolve("taken"), Design.EMPTY).orElseThrow().code());
        assertEquals("not-saved", DesignFiles.save(folder.resolve("no/where.json"), Design.EMPTY).orElseThrow().code());
        assertEquals("not-saved", DesignFiles.save(Path.of("/dev/null"), Design.EMPTY).orElseThrow().code());
        assertEquals(List.of("taken"), names());
    }

    @Test
    void aMissingFileAndAFolderAreProblems() {
        assertEquals(List.of("no-file"), codes(DesignReader.read(folder.resolve("none.json"))));
        assertEquals(List.of("unreadable"), codes(DesignReader.read(folder)));
    }

    @Test
    void onlyFilesBesideTheDesign() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("data.csv"), "a");
        Files.createDirectory(home.resolve("sub"));
        Files.writeString(home.resolve("sub/more.csv"), "b");
        Files.writeString(folder.resolve("secret.csv"), "c");
        Files.createSymbolicLink(home.resolve("way-out.csv"), folder.resolve("secret.csv"));
        DesignFolder files = DesignFolder.of(home.resolve("design.json"));
        assertEquals("a", new String(files.find("data.csv").orElseThrow().open().readAllBytes()));
        assertTrue(files.find("sub/more.csv").isPresent());
        assertEquals("outside", refused(files, "../secret.csv"));
        assertEquals("outside", refused(files, "sub/../../secret.csv"));
        assertEquals("outside", refused(files, folder.resolve("secret.csv").toString()));
        assertEquals("outside", refused(files, "way-out.csv"));
        assertEquals("outside", refused(files, "C:\\secret.csv"));
        assertEquals("no-file", refused(files, "none.csv"));
        assertEquals("not-a-file", refused(files, "sub"));
        assertEquals("no-file", refused(files, "a\0b"));
        assertTrue(files.find("way-out.csv").isEmpty());
    }

    private static String refused(DesignFolder files, String name) {
        List<Problem> problems = files.resolve(name).problems();
        return problems.isEmpty() ? "allowed" : problems.getFirst().code();
    }

    private static List<String> codes(Reading reading) {
        return reading.problems().stream().map(Problem::code).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
