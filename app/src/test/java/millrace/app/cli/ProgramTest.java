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
import java.util.ArrayList;
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
        assertEquals("time-chart png", shot.view() + " " + shot.format());
        assertEquals(((12 * 60 + 8) * 60 + 19) * 1000L, shot.part().from());
        assertEquals("800x600 by2", shot.width() + "x" + shot.height() + " " + shot.node().orElse(""));
        assertTrue(shot.dark());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "mp4", "html"})
    void aClipOfAPartOfTheRun(String format) throws IOException {
        Call.Window window = new Call.Window();
        Path clip = folder.resolve("clip." + format);
        Call call = millrace(window, "render", LATE_ARRIVALS, "--from", "12:08", "--to", "12:08:30", "--speed", "2.5",
                "-o", clip);
        assertEquals(0, call.status(), call.said());
        Shot shot = window.shots.getFirst();
        long begin = (12 * 60 + 8) * 60_000L;
        assertEquals(new Shot.Part(begin, begin + 30_000, 2.5), shot.part());
        assertEquals(format, shot.format());
        millrace(window, "render", LATE_ARRIVALS, "-o", clip);
        assertEquals(new Shot.Part((12 * 60 + 5) * 60_000L, Long.MAX_VALUE, 1), window.shots.getLast().part(),
                "the whole run");
    }

    @Test
    void aClipThatIsGivenUpLeavesNoFile() throws IOException {
        Call.Window window = new Call.Window();
        window.whole = false;
        Call call = millrace(window, "render", LATE_ARRIVALS, "-o", folder.resolve("clip.gif"));
        assertEquals(2, call.status());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.gif --at 12:06", "a.mp4 --from 12:08 --to 12:07", "a.html --speed 0",
        "a.gif --speed -1", "a.webm", "a", "a.svg --from 12:06", "a.svg", "a.png --at 12:06 --view lanes-and-more"})
    void aClipThatCanNotBe(String options) {
        Call.Window window = new Call.Window();
        String[] words = ("render " + LATE_ARRIVALS + " -o " + folder + "/" + options).split(" ");
        Call call = millrace(window, (Object[]) words);
        assertEquals(2, call.status(), call.said());
        assertTrue(window.shots.isEmpty());
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
    void aPictureGoesOverNeitherTheDesignNorADevice() throws IOException {
        Path design = Files.copy(LATE_ARRIVALS, folder.resolve("design.json"));
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), design);
        for (Path output : List.of(design, link, Path.of("/dev/null"), folder)) {
            Call call = millrace("render", design, "--at", "12:06", "-o", output);
            assertEquals(2, call.status(), output + ": " + call.said());
        }
        assertEquals(Files.readString(LATE_ARRIVALS), Files.readString(design));
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    }

    @Test
    void whatATerminalWouldObeyIsNotSaid() throws IOException {
        Path hostile = Files.writeString(folder.resolve("a.json"), """
                {"millrace": 1, "nodes": [{"id": "a", "type": "time\\u001b[2Jtable"}, {"id": "b", "type": "results"}]}
                """);
        for (String command : List.of("check", "run", "trace")) {
            Call call = millrace(command, hostile);
            assertTrue(call.printed().contains("\uFFFD[2J") || call.said().contains("\uFFFD[2J"), call.toString());
            assertFalse(call.toString().contains("\u001b"), command + " lets it through");
        }
        assertFalse(millrace("no\u001b[2J").said().contains("\u001b"));
    }

    @Test
    void aFullDiskIsToldOnce() {
        for (String command : List.of("run", "check", "test", "trace", "why --event 1")) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.add(LATE_ARRIVALS.toString());
            var err = new java.io.ByteArrayOutputStream();
            var full = new java.io.OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
            Call.Window window = new Call.Window();
            int status = Cli.run(words, new Surroundings(full, false, err, false, window, window));
            assertEquals(2, status, command);
            assertEquals("millrace: the results can't be written: No space left on device",
                    err.toString(java.nio.charset.StandardCharsets.UTF_8).strip(), command);
        }
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
