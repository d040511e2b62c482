package millrace.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
    @TempDir
    private Path folder;

    private List<String> names(RecentFiles recent) {
        return recent.all().stream().map(r -> r.file().getFileName().toString()).toList();
    }

    @Test
    void theNewestIsOnTopAndEachIsThereOnce() {
        RecentFiles recent = new RecentFiles(Places.in(folder));
        recent.add(folder.resolve("a.json"), Instant.ofEpochMilli(1));
        recent.add(folder.resolve("b.json"), Instant.ofEpochMilli(2));
        recent.add(folder.resolve("x/../a.json"), Instant.ofEpochMilli(3));
        assertEquals(List.of("a.json", "b.json"), names(new RecentFiles(Places.in(folder))));
        assertEquals(Instant.ofEpochMilli(3), recent.all().getFirst().opened());
    }

    @Test
    void twelveAreKept() {
        RecentFiles recent = new RecentFiles(Places.in(folder));
        for (int i = 0; i < 15; i++)
            recent.add(folder.resolve(i + ".json"), Instant.ofEpochMilli(i));
        assertEquals(12, recent.all().size());
        assertEquals("14.json", names(recent).getFirst());
        assertEquals("3.json", names(recent).getLast());
    }

    @Test
    void oneThatIsGoneIsShownAsMissingAndCanBeForgotten() throws IOException {
        RecentFiles recent = new RecentFiles(Places.in(folder));
        Path there = Files.writeString(folder.resolve("there.json"), "{}");
        recent.add(there, Instant.EPOCH);
        recent.add(folder.resolve("gone.json"), Instant.EPOCH);
        assertTrue(recent.all().getFirst().missing());
        assertFalse(recent.all().getLast().missing());
        recent.forget(recent.all().getFirst().file());
        assertEquals(List.of("there.json"), names(recent));
    }

    @Test
    void aBrokenMemoryIsNone() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/recent.json"), "{\"files\": [{\"file\": \"");
        RecentFiles recent = new RecentFiles(Places.in(folder));
        assertEquals(List.of(), recent.all());
        recent.add(folder.resolve("a.json"), Instant.EPOCH);
        assertEquals(List.of("a.json"), names(recent));
    }
}
