package millrace.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program in a process of its own, where no class of JavaFX can be found. */
@Execution(ExecutionMode.CONCURRENT)
class ProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aRunNeedsNoJavaFx() throws Exception {
        Process process = start("run", Call.LATE_ARRIVALS.toString(), "--format", "jsonl");
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("9 events in, 10 results; the run ends at 12:09:22", Files.readString(err()).strip());
        assertEquals(10, Files.readAllLines(out()).size());
        assertEquals(0, process.exitValue());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutAnyFontItSaysWhatToInstall() throws Exception {
        Path none = Files.createDirectory(folder.resolve("none"));
        Path fonts = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?>"
                + "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>" + none + "</dir></fontconfig>");
        Process process = start(Map.of("FONTCONFIG_FILE", fonts.toString()), "render", Call.LATE_ARRIVALS.toString(),
                "--at", "12:06", "-o", folder.resolve("x.png").toString());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertTrue(Files.readString(err()).contains("fonts-dejavu-core"), Files.readString(err()));
        assertEquals(2, process.exitValue());
    }

    /** SIGTERM takes the way of Ctrl-C, and is not ignored where a test is started in the background. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stoppedInTheMiddleWhatWasWrittenIsWhole() throws Exception {
        Path design = Files.writeString(folder.resolve("design.json"), """
                {"millrace": 1, "name": "Endless", "settings": {"until": "day 90000 00:00:00"},
                 "nodes": [{"id": "gen", "type": "generator", "settings": {"events": 0, "rate": 100}},
                  {"id": "out", "type": "file-sink", "settings": {"file": "all.csv"}}],
                 "wires": [{"from": "gen", "to": "out"}]}
                """);
        Process process = start("run", design.toString(), "--format", "jsonl");
        while (process.isAlive() && Files.size(out()) < 100_000)
            Thread.sleep(20);
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertTrue(Files.readString(err()).contains("; interrupted at "), Files.readString(err()));
        String text = Files.readString(out());
        assertTrue(text.endsWith("}\n"), "the last line is not whole");
        assertEquals(text.lines().count() + 1, Files.readAllLines(folder.resolve("all.csv")).size());
        assertEquals(128 + 15, process.exitValue());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path err() {
        return folder.resolve("err");
    }

    private Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private Process start(Map<String, String> variables, String... arguments) throws IOException {
        String path = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("javafx"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", path,
                        "millrace.app.Launcher"));
        command.addAll(List.of(arguments));
        Files.createFile(out());
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out().toFile())
                .redirectError(err().toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }
}
