package millrace.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ann");

    @Test
    void linuxKeepsToXdg() {
        assertEquals(new Places(HOME.resolve(".config/millrace"), HOME.resolve(".local/share/millrace")),
                Places.of("Linux", Map.of(), HOME));
        assertEquals(new Places(Path.of("/etc/ann/millrace"), Path.of("/var/ann/millrace")),
                Places.of("Linux", Map.of("XDG_CONFIG_HOME", "/etc/ann", "XDG_DATA_HOME", "/var/ann"), HOME));
        assertEquals(HOME.resolve(".config/millrace"),
                Places.of("FreeBSD", Map.of("XDG_CONFIG_HOME", "not/absolute"), HOME).config());
    }

    @Test
    void macOsAndWindowsHaveFoldersOfTheirOwn() {
        assertEquals(HOME.resolve("Library/Application Support/Millrace"),
                Places.of("Mac OS X", Map.of(), HOME).config());
        assertEquals(new Places(Path.of("/roaming/Millrace"), Path.of("/local/Millrace")),
                Places.of("Windows 11", Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"), HOME));
        assertEquals(HOME.resolve("AppData/Local/Millrace"), Places.of("Windows 11", Map.of(), HOME).data());
    }

    @Test
    void aGivenFolderHoldsEverything() {
        assertEquals(new Places(HOME.resolve("config"), HOME.resolve("data")), Places.in(HOME));
    }
}
