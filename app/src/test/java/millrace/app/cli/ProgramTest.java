package millrace.app.cli;

import static millrace.app.cli.Call.LATE_ARRIVALS;
import static millrace.app.cli.Call.millrace;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a whole: which command is meant, help, pictures, failures. */
class ProgramTest {
    @TempDir
    private Path folder;

    @Test
    void withoutACommandItOpensTheDesigner() {
        Call.Window window = new Call.Window();
        assertEquals(0, millrace(window).status());
        assertEquals(0, millrace(window, LATE_ARRIVALS).status());
        assertEquals(List.of(LATE_ARRIVALS), window.opened);
    }

    @Test
    void aWordThatIsNeitherFileNorCommand() {
        Call call = millrace("chek");
        assertEquals(2, call.status());
        assertEquals("millrace: there is no file or command 'chek': did you mean 'check'?", call.said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "test", "trace", "why", "render"})
    void everyCommandHasHelp(String command) {
        Call call = millrace(command, "--help");
        assertEquals(0, call.status());
        assertTrue(call.out().getFirst().startsWith("Usage: millrace " + command), call.printed());
        assertTrue(millrace("--help").out().stream().anyMatch(line -> line.strip().startsWith(command + " ")));
    }

    @Test
    void versionIsTheBuilds() {
        Call call = millrace("--version");
        assertEquals(0, call.status());
        assertTrue(call.printed().matches("millrace \\d+\\.\\d+.*"), call.printed());
    }

    @Test
    void aPictureOfAMoment() throws IOException {
        Call.Window window = new Call.Window();
        Path png = folder.resolve("shot.png");
        Call call = millrace(window, "render", LATE_ARRIVALS, "--at", "12:08:19", "--view", "time-chart", "--theme",
                "dark",
                "--size", "800x600", "--node", "by2", "-o", png);
        assertEquals(0, call.status(), call.said());
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(png));
        Shot shot = window.shots.getFirst();
        assertEquals(Shot.View.TIME_CHART, shot.view());
        assertEquals(((12 * 60 + 8) * 60 + 19) * 1000L, shot.at());
        assertEquals("800x600 by2", shot.width() + "x" + shot.height() + " " + shot.node().orElse(""));
        assertTrue(shot.dark());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--at noon", "--at 12:06 --view all", "--at 12:06 --size 1x1", "--at 12:06 --size 99999x99999",
                "--at 12:06 --theme pink", "--at 12:06 --node nobody", ""})
    void aPictureThatCanNotBe(String options) {
        Call.Window window = new Call.Window();
        Path png = folder.resolve("shot.png");
        String[] words = ("render " + LATE_ARRIVALS + " -o " + png + " " + options).strip().split(" ");
        assertEquals(2, millrace(window, (Object[]) words).status());
        assertTrue(window.shots.isEmpty());
        assertFalse(Files.exists(png));
    }

    @Test
    void aFailureOfTheProgramIsOneLineAndALog() throws IOException {
        Call.Window window = new Call.Window();
        Surroundings.Designer broken = files -> {
            throw new IllegalStateException("inside");
        };
        var err = new java.io.ByteArrayOutputStream();
        int status = Cli.run(List.of(),
                new Surroundings(new java.io.ByteArrayOutputStream(), false, err, false, broken, window));
        assertEquals(Status.BROKEN, status);
        String said = err.toString(java.nio.charset.StandardCharsets.UTF_8).strip();
        assertEquals(1, said.lines().count(), said);
        Path log = Path.of(said.substring(said.indexOf("stands in ") + 10));
        assertTrue(Files.readString(log).contains("IllegalStateException: inside"));
        Files.delete(log);
    }
}
