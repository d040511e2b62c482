package millrace.app.cli;

import static millrace.app.cli.Call.millrace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a design writes: whole, beside it, and over nothing that matters. */
class FileSinksTest {
    @TempDir
    private Path folder;

    @Test
    void csvWithWhatAPaneIs() throws IOException {
        Call call = millrace("run", design("sums.csv", "csv"));
        assertEquals(0, call.status(), call.said());
        assertEquals("""
                processingTime,eventTime,windowStart,windowEnd,sum,timing,index,first,last,retraction
                00:00:15,00:00:09.999,00:00:00,00:00:10,3,on time,0,true,true,false
                00:00:15,00:00:19.999,00:00:10,00:00:20,4,on time,0,true,true,false
                """, Files.readString(folder.resolve("sums.csv")));
        assertEquals("wrote " + folder.resolve("sums.csv"), call.err().getFirst());
    }

    @Test
    void jsonLinesThatASourceCanReadAgain() throws IOException {
        assertEquals(0, millrace("run", design("sums.jsonl", "jsonl")).status());
        Path again = Files.writeString(folder.resolve("again.json"),
                """
                        {"millrace": 1, "name": "Again", "nodes": [
                          {"id": "in", "type": "file", "settings": {"file": "sums.jsonl", "format": "jsonl",
                            "fields": {"sum": "long"}, "eventTime": "eventTime", "arrival": "processingTime", "timeFormat": "clock"}},
                          {"id": "out", "type": "results"}],
                         "wires": [{"from": "in", "to": "out"}]}
                        """);
        assertEquals("""
                at        event time    sum
                00:00:15  00:00:09.999    3
                00:00:15  00:00:19.999    4""", millrace("run", again).printed());
    }

    @Test
    void anOlderResultIsReplacedAsAWhole() throws IOException {
        Files.writeString(folder.resolve("sums.csv"), "old\n".repeat(100));
        millrace("run", design("sums.csv", "csv"));
        assertFalse(Files.readString(folder.resolve("sums.csv")).contains("old"));
        assertNothingElse("sums.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"design.json", "in.csv", "IN.CSV/../in.csv", "notes.txt", ".bashrc", "nowhere/sums.csv",
        "../sums.csv", "/sums.csv"})
    void isRefused(String name) throws IOException {
        Files.writeString(folder.resolve("in.csv"), "time,value\n00:00:01,1\n00:00:02,2\n00:00:15,4\n");
        Path design = design(name, "csv");
        String before = Files.readString(design) + Files.readString(folder.resolve("in.csv"));
        Call call = millrace("run", design);
        assertEquals(2, call.status(), call.said());
        assertTrue(call.said().contains("can't"), call.said());
        assertEquals(before, Files.readString(design) + Files.readString(folder.resolve("in.csv")));
        assertNothingElse("in.csv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        Files.writeString(elsewhere.resolve("mine.csv"), "mine");
        assertEquals(2, millrace("run", design("out/sums.csv", "csv")).status());
        Files.createSymbolicLink(folder.resolve("link.csv"), elsewhere.resolve("mine.csv"));
        assertEquals(0, millrace("run", design("link.csv", "csv")).status());
        assertEquals("mine", Files.readString(elsewhere.resolve("mine.csv")));
    }

    @Test
    void twoSinksCanNotWriteOneFile() throws IOException {
        Path design = design("sums.csv", "csv");
        Files.writeString(design, Files.readString(design)
                .replace("\"nodes\": [", "\"nodes\": [{\"id\": \"too\", \"type\": \"file-sink\","
                        + "\"settings\": {\"file\": \"sums.csv\"}},")
                .replace("\"wires\": [", "\"wires\": [{\"from\": \"by10\", \"to\": \"too\"},"));
        Call call = millrace("run", design);
        assertEquals(2, call.status());
        assertTrue(call.said().contains("another sink writes this file"), call.said());
        assertNothingElse();
    }

    private Path design(String file, String format) throws IOException {
        Path in = folder.resolve("in.csv");
        if (!Files.exists(in)) Files.writeString(in, "time,value\n00:00:01,1\n00:00:02,2\n00:00:15,4\n");
        return Files.writeString(folder.resolve("design.json"), """
                {"millrace": 1, "name": "Test", "settings": {"clock": "00:00:00"},
                 "nodes": [
                  {"id": "in", "type": "file", "settings": {"file": "in.csv", "fields": {"value": "long"},
                    "eventTime": "time", "timeFormat": "clock"}},
                  {"id": "by10", "type": "tumbling", "settings": {"size": "10 s", "aggregates": ["sum of value"]}},
                  {"id": "out", "type": "file-sink", "settings": {"file": "%s", "format": "%s"}}],
                 "wires": [{"from": "in", "to": "by10"}, {"from": "by10", "to": "out"}]}
                """.formatted(file, format));
    }

    private void assertNothingElse(String... expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var names = files.map(f -> f.getFileName().toString()).sorted().toList();
            var allowed = Stream.concat(Stream.of("design.json", "in.csv"), Stream.of(expected))
                    .distinct()
                    .sorted()
                    .toList();
            assertEquals(allowed, names);
        }
    }
}
