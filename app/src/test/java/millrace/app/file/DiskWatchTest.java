package millrace.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {
    @TempDir
    private Path folder;

    @Test
    void aChangeIsSeenUntilItIsKnown() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "one");
        DiskWatch watch = new DiskWatch(file);
        assertEquals(DiskWatch.State.SAME, watch.look(false));
        Files.writeString(file, "other");
        assertEquals(DiskWatch.State.CHANGED, watch.look(false));
        assertEquals(DiskWatch.State.CHANGED, watch.look(true));
        watch.known();
        assertEquals(DiskWatch.State.SAME, watch.look(true));
        Files.delete(file);
        assertEquals(DiskWatch.State.GONE, watch.look(false));
    }

    @Test
    void aTouchIsNoChange() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "one");
        DiskWatch watch = new DiskWatch(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertEquals(DiskWatch.State.SAME, watch.look(false));
    }

    @Test
    void sameLengthAndTimeIsSeenByAThoroughLook() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "one");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        DiskWatch watch = new DiskWatch(file);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertEquals(DiskWatch.State.CHANGED, watch.look(true));
    }
}
