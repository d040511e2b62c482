package millrace.app.cli;

import static millrace.app.cli.Call.LATE_ARRIVALS;
import static millrace.app.cli.Call.millrace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Execution(ExecutionMode.CONCURRENT)
class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aTableForAPerson() {
        Call call = millrace("run", LATE_ARRIVALS);
        assertEquals(0, call.status());
        assertEquals("""
                at        sink    window          sum  timing
                12:05:59  totals  [12:00, 12:02)    5  on time
                12:06:00  totals  [12:02, 12:04)    7  early
                12:07:00  totals  [12:02, 12:04)   10  early
                12:07:00  totals  [12:04, 12:06)    4  early
                12:07:28  totals  [12:02, 12:04)   18  on time
                12:07:39  totals  [12:04, 12:06)    4  on time
                12:08:00  totals  [12:06, 12:08)    3  early
                12:08:19  totals  [12:00, 12:02)   14  late
                12:09:00  totals  [12:06, 12:08)   12  early
                12:09:20  totals  [12:06, 12:08)   12  on time""", call.printed());
        assertEquals(List.of("9 events in, 10 results; the run ends at 12:09:22"), call.err());
    }

    @Test
    void aLineOfJsonForEachResult() {
        Call call = millrace("run", LATE_ARRIVALS, "--format", "jsonl", "--set", "by2.lateness=2 min");
        assertEquals("{\"sink\":\"totals\",\"processingTime\":\"12:05:59\",\"eventTime\":\"12:01:59.999\",\"key\":null,"
                + "\"fields\":{\"sum\":5},\"windowStart\":\"12:00:00\",\"windowEnd\":\"12:02:00\",\"timing\":\"on time\","
                + "\"index\":0,\"first\":true,\"last\":false,\"retraction\":false}", call.out().getFirst());
        assertEquals("{\"sink\":\"too-late\",\"processingTime\":\"12:08:19\",\"eventTime\":\"12:01:26\",\"key\":null,"
                + "\"fields\":{\"value\":9}}", call.out().get(7));
        assertEquals("9 events in, 10 results, 1 dropped too late; the run ends at 12:09:22", call.said());
    }

    @Test
    void windowsThatCountAreBoundedByNumbers() {
        Path design = Call.DESIGNS.resolve("examples/count-window.json");
        assertTrue(millrace("run", design, "--format", "jsonl").out()
                .get(1)
                .contains("\"windowStart\":3,\"windowEnd\":6,\"timing\":\"on time\""));
        assertTrue(millrace("run", design, "--format", "csv").out().get(2).contains(",,3,6,on time,0,true,true,"));
        assertTrue(millrace("run", design).out().get(2).contains("  events 4 to 6  "),
                millrace("run", design).printed());
        assertTrue(
                millrace("trace", design, "--kind", "expired").printed().contains("\"windowStart\":3,\"windowEnd\":6"));
        assertTrue(millrace("why", design, "--window", "@3").out().getFirst().equals("Why has this window said 15?"));
        assertEquals(2, millrace("why", design, "--window", "@00:00").status());
    }

    @Test
    void aDesignWithADateWritesItEverywhere() {
        Path design = Call.DESIGNS.resolve("real/earthquakes.json");
        String first = millrace("run", design, "--format", "jsonl").out().getFirst();
        assertTrue(first.contains("\"eventTime\":\"2018-01-31 23:59:59.999\"")
                && first.contains("\"windowStart\":\"2018-01-31 00:00:00\""), first);
        assertTrue(millrace("run", design, "--format", "csv").out().get(1).contains(",2018-01-31 23:59:59.999,"));
    }

    @Test
    void csvWithAHeader() {
        Call call = millrace("run", LATE_ARRIVALS, "--format", "csv", "--node", "totals", "--until", "12:06:30");
        assertEquals("""
                sink,processingTime,eventTime,key,windowStart,windowEnd,timing,index,first,last,retraction,sum
                totals,12:05:59,12:01:59.999,,12:00:00,12:02:00,on time,0,true,false,false,5
                totals,12:06:00,12:03:59.999,,12:02:00,12:04:00,early,0,true,false,false,7""", call.printed());
    }

    @Test
    void untilTakesADurationToo() {
        assertEquals(millrace("run", LATE_ARRIVALS, "--until", "12:07:30").out(),
                millrace("run", LATE_ARRIVALS, "--until", "2 min 30 s").out());
    }

    @Test
    void everyFormSaysTheSame() throws IOException {
        Path design = Call.DESIGNS.resolve("real/earthquakes.json");
        List<String> json = millrace("run", design, "--format", "jsonl").out();
        assertEquals(json.size() + 1, millrace("run", design, "--format", "csv").out().size());
        assertEquals(json.size() + 1, millrace("run", design).out().size());
        JsonMapper mapper = new JsonMapper();
        for (String line : json) {
            JsonNode row = mapper.readTree(line);
            assertTrue(row.has("sink") && row.has("processingTime") && row.has("fields"), line);
        }
    }

    @Test
    void theSeedDecides() throws IOException {
        Path design = generator(
                "\"events\": 50, \"rate\": 1, \"values\": {\"distribution\": \"uniform\", \"from\": 1, \"to\": 99}",
                "");
        assertEquals(millrace("run", design, "--seed", "7").out(), millrace("run", design, "--seed", "7").out());
        assertTrue(!millrace("run", design, "--seed", "7").out().equals(millrace("run", design, "--seed", "8").out()));
    }

    @Test
    void aRunWithoutEndIsCutAndSaysSo() throws IOException {
        Path design = generator("\"events\": 0, \"rate\": 1", "");
        Call call = millrace("run", design);
        assertEquals(0, call.status());
        assertEquals("gen never ends, so the run was cut at 01:00:00: set another end with --until TIME",
                call.err().getLast());
        assertTrue(millrace("run", design, "--until", "00:01:00").err().getLast().endsWith("the run ends at 00:01:00"));
    }

    @Test
    void troubleWithSingleEventsIsToldOnce() throws IOException {
        Files.writeString(folder.resolve("in.csv"),
                "time,value\n00:00:01,5\n00:00:02,five\n00:00:03,0\n00:00:04,0\nx,1\n");
        Path design = design("""
                {"id": "in", "type": "file", "settings": {"file": "in.csv", "fields": {"value": "long"},
                  "eventTime": "time", "timeFormat": "clock"}},
                {"id": "share", "type": "compute", "settings": {"fields": {"share": "100 / value"}}},
                {"id": "out", "type": "results"}
                """, "{\"from\": \"in\", \"to\": \"share\"}, {\"from\": \"share\", \"to\": \"out\"}");
        Call call = millrace("run", design);
        assertEquals(0, call.status());
        assertEquals("3 events in, 1 result, 2 rows refused, 2 events without a result; the run ends at 00:00:04",
                call.err().getLast());
        assertTrue(call.err().get(0).startsWith("in: line 3 refused: 'value' is 'five'"), call.said());
        assertTrue(call.err().get(0).endsWith("(and 1 more)"), call.said());
        assertTrue(call.err().get(1).startsWith("share: event 3: '100 / value' has no result: "), call.said());
    }

    @Test
    void aBrokenDesignIsNotRun() throws IOException {
        Path design = design("{\"id\": \"by2\", \"type\": \"tumbing\"}", "");
        Call call = millrace("run", design);
        assertEquals(2, call.status());
        assertEquals(List.of(), call.out());
        assertTrue(call.err().getFirst().contains("did you mean 'tumbling'?"), call.said());
        assertTrue(call.err().getLast().endsWith("can't be run: it has 1 error"), call.said());
    }

    @Test
    void wrongUseIsNamed() {
        assertEquals("millrace: there is no sink 'total': did you mean 'totals'?",
                millrace("run", LATE_ARRIVALS, "--node", "total").said());
        assertEquals("millrace: by3.size: there is no node 'by3': did you mean 'by2'?",
                millrace("run", LATE_ARRIVALS, "--set", "by3.size=1 min").said());
        assertEquals("millrace: --until soon: neither a time (12:10:00) nor a duration (10 min)",
                millrace("run", LATE_ARRIVALS, "--until", "soon").said());
        for (String[] wrong : new String[][] {{"run"}, {"run", "nothing.json"},
            {"run", LATE_ARRIVALS.toString(), "--set", "x"},
            {"run", LATE_ARRIVALS.toString(), "--format", "xml"}, {"run", LATE_ARRIVALS.toString(), "--seed", "one"}}) {
            Call call = millrace((Object[]) wrong);
            assertEquals(2, call.status(), String.join(" ", wrong));
            assertTrue(call.said().contains("millrace: "), call.said());
        }
    }

    @Test
    void aReaderThatLeavesEndsTheRunWithoutAWord() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Call.Window window = new Call.Window();
        int status = Cli.run(List.of("run", LATE_ARRIVALS.toString()),
                new Surroundings(gone, false, err, false, window, window));
        assertEquals(0, status);
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    /** The bar is drawn where a person sees it, and wiped away before anything else is said. */
    @Test
    void aLongRunShowsItsProgressOnATerminalOnly() throws IOException {
        Path design = generator("\"events\": 0, \"rate\": 1000", "");
        for (boolean terminal : new boolean[] {true, false}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Call.Window window = new Call.Window();
            int status = Cli.run(List.of("run", design.toString(), "--until", "00:15:00", "--format", "jsonl"),
                    new Surroundings(OutputStream.nullOutputStream(), false, err, terminal, window, window));
            String said = err.toString(StandardCharsets.UTF_8);
            assertEquals(0, status);
            assertEquals(terminal, said.contains("#") && said.contains(" %  ") && said.contains("\r\u001b[K"), said);
            assertTrue(said.endsWith("900,001 events in, 900,001 results; the run ends at 00:15:00\n"), said);
            if (!terminal) assertEquals(1, said.lines().count());
        }
    }

    @Test
    void whatATerminalWouldObeyIsNotWritten() throws IOException {
        Path design = design("""
                {"id": "in", "type": "timetable", "settings": {"fields": {"word": "string"},
                  "rows": [["00:00:01", null, "\\u001b[2Jgone"]]}},
                {"id": "out", "type": "results"}
                """, "{\"from\": \"in\", \"to\": \"out\"}");
        assertTrue(millrace("run", design).printed().contains("\uFFFD[2Jgone"));
        assertTrue(millrace("run", design, "--format", "jsonl").printed().contains("\\u001b[2Jgone"));
    }

    private Path generator(String settings, String more) throws IOException {
        return design("{\"id\": \"gen\", \"type\": \"generator\", \"settings\": {" + settings + "}},"
                + "{\"id\": \"out\", \"type\": \"results\"}" + more, "{\"from\": \"gen\", \"to\": \"out\"}");
    }

    private Path design(String nodes, String wires) throws IOException {
        Path file = folder.resolve("design.json");
        return Files.writeString(file,
                "{\"millrace\": 1, \"name\": \"Test\", \"settings\": {\"clock\": \"00:00:00\"},\n"
                        + "\"nodes\": [" + nodes + "],\n\"wires\": [" + wires + "]}");
    }
}
