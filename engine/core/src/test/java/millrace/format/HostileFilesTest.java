package millrace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that want too much room, or are not text at all. */
class HostileFilesTest {
    @Test
    void tooLarge() {
        byte[] bytes = new byte[Limits.BYTES + 1];
        assertEquals(List.of("too-large"), codes(DesignReader.read(bytes, "x")));
    }

    @Test
    void tooDeep() {
        assertEquals(List.of("too-deep"), codes(read("{\"millrace\": 1, \"x\": " + "[".repeat(1_000_000))));
        assertEquals(List.of(), codes(read("{\"millrace\": 1, \"x\": " + "[".repeat(63) + "]".repeat(63) + "}")));
    }

    @Test
    void numbersThatWouldTakeForEver() {
        assertEquals(List.of("number-too-large"), codes(read("{\"millrace\": 1, \"x\": 1e999999999}")));
        assertEquals(List.of("number-too-large"), codes(read("{\"millrace\": 1, \"x\": 1e99999999999999999999}")));
        assertEquals(List.of("number-too-large"), codes(read("{\"millrace\": 1, \"x\": " + "9".repeat(5000) + "}")));
    }

    @Test
    void textsAndNamesWithoutEnd() {
        assertEquals(List.of("text-too-long"),
                codes(read("{\"millrace\": 1, \"x\": \"" + "a".repeat(Limits.TEXT + 1) + "\"}")));
        assertEquals(List.of("text-too-long"), codes(read("{\"millrace\": 1, \"" + "a".repeat(2000) + "\": 1}")));
    }

    @Test
    void tooManyNodes() {
        StringBuilder text = new StringBuilder("{\"millrace\": 1, \"nodes\": [");
        for (int i = 0; i < Limits.NODES + 5; i++)
            text.append(i == 0 ? "" : ",").append("{\"id\": \"n").append(i).append("\", \"type\": \"merge\"}");
        Reading reading = read(text + "]}");
        assertEquals(List.of("too-many-nodes"), codes(reading));
        assertEquals(Limits.NODES, reading.design().orElseThrow().nodes().size());
    }

    @Test
    void tooManyRows() {
        Reading reading = read("{\"millrace\": 1, \"x\": [" + "1,".repeat(Limits.ROWS) + "1]}");
        assertEquals(List.of("too-many-rows"), codes(reading));
    }

    @Test
    void thousandsOfProblemsAreToldUpToALimit() {
        Reading reading = read("{\"millrace\": 1, \"nodes\": [" + "{},".repeat(1000) + "{}]}");
        assertEquals(Limits.PROBLEMS, reading.problems().size());
    }

    @Test
    void notUtf8() {
        byte[] bytes = "{\"millrace\": 1,\n \"name\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Reading reading = DesignReader.read(bytes, "x");
        assertEquals(List.of("not-utf-8"), codes(reading));
        assertEquals("line 2, column 14: the file is not UTF-8: the byte 0xE9 stands here: save it as UTF-8",
                reading.problems().getFirst().toString());
        assertFalse(reading.whole());
        assertEquals(List.of("not-utf-8"), codes(DesignReader.read(new byte[] {-1, -2, 123, 0}, "x")));
    }

    @Test
    void aByteOrderMarkIsNoProblem() {
        Reading reading = DesignReader.read("\ufeff{\"millrace\": 1}".getBytes(StandardCharsets.UTF_8), "x");
        assertEquals(List.of(), reading.problems());
        assertTrue(reading.whole());
    }

    @Test
    void nothingAtAll() {
        assertEquals(List.of("json-end"), codes(read("")));
        assertEquals(List.of("json-end"), codes(read(" \n ")));
        assertEquals(List.of("not-a-design"), codes(read("[1, 2]")));
        assertEquals(List.of("not-a-design"), codes(read("null")));
    }

    private static Reading read(String text) {
        return DesignReader.read(text, "x");
    }

    private static List<String> codes(Reading reading) {
        return reading.problems().stream().map(p -> p.code()).toList();
    }
}
