package millrace.app.cli;

import static millrace.app.cli.Call.LATE_ARRIVALS;
import static millrace.app.cli.Call.millrace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check} and {@code test}. */
class CheckAndTestTest {
    private static final String BROKEN = """
            {"millrace": 1, "name": "Broken",
             "nodes": [
              {"id": "in", "type": "timetable", "settings": {"fields": {"value": "long"}, "rows": [["12:00:00", null, 1]]}},
              {"id": "by2", "type": "tumbing", "settings": {"size": "2 min"}},
              {"id": "only", "type": "filter", "settings": {"condition": "valu > 0"}},
              {"id": "out", "type": "results"}],
             "wires": [{"from": "in", "to": "only"}, {"from": "only", "to": "out"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void saysThatNothingIsWrong() {
        Call call = millrace("check", LATE_ARRIVALS);
        assertEquals(0, call.status());
        assertEquals(List.of(LATE_ARRIVALS + ": nothing is wrong"), call.out());
    }

    @Test
    void everyProblemAtOnceWithItsPlaceAndFix() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), BROKEN);
        Call call = millrace("check", LATE_ARRIVALS, file);
        assertEquals(1, call.status());
        List<String> lines = call.out().stream().filter(l -> l.startsWith(file.toString())).toList();
        assertTrue(lines.stream()
                .anyMatch(l -> l.startsWith(file + ":4:") && l.contains(": error: ")
                        && l.endsWith("(did you mean 'tumbling'?)")),
                call.printed());
        assertTrue(lines.stream().anyMatch(l -> l.startsWith(file + ":5:") && l.contains("valu")), call.printed());
    }

    @Test
    void asJsonForOtherPrograms() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), BROKEN);
        Call call = millrace("check", "--format", "json", file);
        assertEquals(1, call.status());
        JsonNode first = new JsonMapper().readTree(call.out().getFirst());
        assertEquals(file.toString(), first.get("file").asString());
        assertEquals(4, first.get("line").asInt());
        assertEquals("error", first.get("severity").asString());
        assertEquals("unknown-type", first.get("code").asString());
    }

    @Test
    void aFileThatCanNotBeReadIsAnotherAnswer() {
        assertEquals(2, millrace("check", LATE_ARRIVALS, folder.resolve("none.json")).status());
        assertEquals(2, millrace("check", folder).status());
        assertEquals(2, millrace("check").status());
    }

    @Test
    void aFileThatIsNoJsonHasErrors() throws IOException {
        Path file = Files.writeString(folder.resolve("half.json"), "{\"millrace\": 1, \"nodes\": [\n  {\"id\": }");
        Call call = millrace("check", file);
        assertEquals(1, call.status());
        assertTrue(call.out().getFirst().startsWith(file + ":2:"), call.printed());
    }

    @Test
    void designsThatDoWhatTheySay() {
        Call call = millrace("test", Call.DESIGNS.resolve("time"));
        assertEquals(0, call.status(), call.printed());
        assertTrue(call.out().getLast().matches("\\d+ passed, 0 failed"), call.printed());
    }

    @Test
    void theFirstDifferenceInPlainWords() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"),
                Files.readString(LATE_ARRIVALS).replace("\"sum\": 14", "\"sum\": 15"));
        Call call = millrace("test", file, LATE_ARRIVALS);
        assertEquals(1, call.status());
        assertTrue(call.out().getFirst().startsWith("FAILED  " + file + ": Ten panes"), call.printed());
        assertTrue(call.out().getFirst().contains("14") && call.out().getFirst().contains("15"), call.printed());
        assertEquals("1 passed, 1 failed", call.out().getLast());
    }

    @Test
    void brokenAndEmptyOnesAreTold() throws IOException {
        Path broken = Files.writeString(folder.resolve("a.json"), "{\"millrace\": 1, \"nodes\": 7}");
        Path silent = Files.writeString(folder.resolve("b.json"), "{\"millrace\": 1, \"name\": \"Nothing\"}");
        Call call = millrace("test", folder);
        assertEquals(1, call.status());
        assertTrue(call.out().get(0).startsWith("FAILED  " + broken), call.printed());
        assertEquals("none    " + silent + ": expects nothing", call.out().get(1));
        assertEquals("0 passed, 1 failed, 1 without expectations", call.out().getLast());
        assertEquals(2, millrace("test", folder.resolve("nowhere")).status());
    }
}
