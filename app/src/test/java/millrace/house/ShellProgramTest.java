package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** bin/millrace, with a java of the test's own that says how it was called. */
@DisabledOnOs(OS.WINDOWS)
class ShellProgramTest {
    private static final Path PROGRAM = Path.of("bin", "millrace").toAbsolutePath();

    private record Call(int status, List<String> lines) {}

    @TempDir
    private Path folder;

    @Test
    void passesArgumentsAndStatusFromAnyFolderThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first"), PROGRAM);
        Files.createSymbolicLink(folder.resolve("second"), link.getFileName());
        Call call = call(javaOfVersion("25"), "./second", "run", "two words", "*", "");
        assertEquals(7, call.status);
        int main = call.lines.indexOf("<millrace.app.Launcher>");
        assertEquals(List.of("<run>", "<two words>", "<*>", "<>"), call.lines.subList(main + 1, call.lines.size()));
        assertTrue(call.lines.getFirst().endsWith("app/bin/jvm.args>"), call.lines.getFirst());
    }

    @Test
    void takesNoJavaThatIsTooOld() throws Exception {
        Call call = call(javaOfVersion("24"), PROGRAM.toString(), "--help");
        assertTrue(call.lines.stream().noneMatch(line -> line.startsWith("<")),
                "an old java was called: " + call.lines);
    }

    private Path javaOfVersion(String version) throws IOException {
        Path java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, """
                #!/bin/sh
                case $1 in
                    -XshowSettings*) echo "    java.specification.version = %s" >&2 ;;
                    *) for a; do echo "<$a>"; done; exit 7 ;;
                esac
                """.formatted(version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("jdk");
    }

    private Call call(Path javaHome, String... command) throws Exception {
        Path output = folder.resolve("output");
        var process = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("JAVA_HOME", javaHome.toString());
        return new Call(process.start().waitFor(), Files.readAllLines(output));
    }
}
