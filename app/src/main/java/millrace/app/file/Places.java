package millrace.app.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the platform wants a program to keep things.
 *
 * @param config what a person chose
 * @param data what the program remembers: recent files, side files of designs that are in no file yet
 */
public record Places(Path config, Path data) {
    private static final String NAME = "millrace";

    /** Both in one folder, for tests and for runs that must leave no trace with the person. */
    public static Places in(Path folder) {
        return new Places(folder.resolve("config"), folder.resolve("data"));
    }

    /** Of this machine and this person; the system property {@code millrace.home} names another folder. */
    public static Places usual() {
        String given = System.getProperty("millrace.home", "");
        return given.isEmpty()
                ? of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")))
                : in(Path.of(given));
    }

    /** Linux and its like keep to XDG, macOS and Windows have folders of their own. */
    static Places of(String system, Map<String, String> variables, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) return windows(variables, home);
        if (name.startsWith("mac")) return both(home.resolve("Library/Application Support/Millrace"));
        return new Places(absolute(variables, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(NAME),
                absolute(variables, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve(NAME));
    }

    private static Places windows(Map<String, String> variables, Path home) {
        Path roaming = given(variables, "APPDATA").orElse(home.resolve("AppData/Roaming"));
        Path local = given(variables, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
        return new Places(roaming.resolve("Millrace"), local.resolve("Millrace"));
    }

    private static Places both(Path folder) {
        return new Places(folder, folder);
    }

    private static Optional<Path> given(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(v -> !v.isBlank()).map(Path::of);
    }

    /** XDG says that a relative path is to be ignored. */
    private static Optional<Path> absolute(Map<String, String> variables, String name) {
        return given(variables, name).filter(Path::isAbsolute);
    }
}
