package millrace.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** That cases are judged and not waved through: other people's folders, wrong results, and what no design can say. */
class AdaptersTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KAFKA = """
            {"schema": "kafka-case/1", "id": "mine", "operation": "tumbling", "size_ms": 10, "grace_ms": 0, "emit": "update",
             "inputs": [
              {"key": "a", "value": "2", "timestamp_ms": 3, "expected_outputs": [
                {"key": "a", "window_start_ms": 0, "window_end_ms": 10, "value": "2", "timestamp_ms": 3}]},
              {"key": "a", "value": "5", "timestamp_ms": 12, "expected_outputs": [
                {"key": "a", "window_start_ms": 10, "window_end_ms": 20, "value": "5", "timestamp_ms": 12}]},
              {"key": "a", "value": "1", "timestamp_ms": 4, "expected_outputs": []}],
             "dropped_records": 1}
            """;
    private static final String BEAM = """
            {"schema": "beam-case/1", "id": "mine", "processing_time_start_ms": 0,
             "window": {"type": "fixed", "size_ms": 10, "offset_ms": 0}, "trigger": {"type": "default"},
             "accumulation": "accumulating", "allowed_lateness_ms": 0, "aggregate": "sum",
             "steps": [{"op": "element", "at_ms": 5, "key": "a", "value": 3, "event_time_ms": 4},
              {"op": "watermark", "at_ms": 9, "to_ms": 20},
              {"op": "element", "at_ms": 11, "key": "a", "value": 8, "event_time_ms": 7}],
             "expected_panes": [{"key": "a", "value": 3, "window_start_ms": 0, "window_end_ms": 10, "timing": "ON_TIME",
               "pane_index": 0, "on_time_index": 0, "is_first": true, "is_last": true, "timestamp_ms": 9,
               "processing_time_ms": 9}],
             "dropped_elements": 1}
            """;
    private static final String FLINK = """
            {"schema": "flink-case/1", "id": "mine", "window": {"type": "session", "gap_ms": 5}, "trigger_kind": "default",
             "allowed_lateness_ms": 0,
             "steps": [{"op": "element", "key": "a", "value": 3, "event_time_ms": 4},
              {"op": "element", "key": "a", "value": 4, "event_time_ms": 9}, {"op": "watermark", "to_ms": 20},
              {"op": "element", "key": "a", "value": 8, "event_time_ms": 7}],
             "expected_firings": [{"key": "a", "window_start_ms": 4, "window_end_ms": 14, "sum": 7, "count": 2,
               "newest_step": 1, "watermark_ms": 20}],
             "expected_dropped": [{"dropped_step": 3, "value": 8}]}
            """;
    private static final String STREAM = """
            {"schema": "stream-case/1", "runs": [{"id": "mine", "certainty": "drawn",
             "inputs": [{"key": "k", "value": 5, "event_time_ms": 1000, "processing_time_ms": 30000},
              {"key": "k", "value": 2, "event_time_ms": 2000, "processing_time_ms": 50000}],
             "watermark": {"form": "curve", "points": [{"processing_time_ms": 20000, "watermark_ms": 0},
               {"processing_time_ms": 120000, "watermark_ms": 100000}]},
             "pipeline": {"words": "", "window": {"type": "fixed", "size_ms": 60000}, "trigger": {"type": "after_watermark"},
              "accumulation": "accumulating", "allowed_lateness_ms": 0, "aggregate": "sum"},
             "expected": [{"key": "k", "window_start_ms": 0, "window_end_ms": 60000, "value": 7, "timing": "on-time",
              "processing_time_ms": 80000}]}]}
            """;
    private static final String DOC = """
            {"schema": "doc-case/1", "id": "mine", "source": "Apache Flink", "window": {"type": "sliding", "size_min": 4,
              "slide_min": 2}, "input": [{"bidtime": "2020-04-15 08:05", "price": 4.5, "item": "C"}],
             "sums": [{"window_start": "2020-04-15 08:02", "window_end": "2020-04-15 08:06", "price": 4.5},
              {"window_start": "2020-04-15 08:04", "window_end": "2020-04-15 08:08", "price": 4.5}]}
            """;

    private static final String CHANGELOG = """
            {"schema": "doc-case/1", "id": "mine", "source": "Apache Flink", "cases": [{"key": "id", "changes": [
              {"kind": "+I", "id": 1, "name": "a"}, {"kind": "-U", "id": 1, "name": "a"}, {"kind": "+U", "id": 1, "name": "b"},
              {"kind": "+I", "id": 2, "name": "c"}, {"kind": "-D", "id": 2, "name": null}], "table": [[1, "b"]]}]}
            """;
    private static final String LAST_ROWS = """
            {"schema": "doc-case/1", "id": "mine", "source": "Apache Flink", "input": [
              {"kind": "INSERT", "update_time": "09:00:00", "currency": "Yen", "rate": 102},
              {"kind": "INSERT", "update_time": "10:00:00", "currency": "Yen", "rate": 103}],
             "expected": [{"kind": "INSERT", "update_time": "09:00:00", "currency": "Yen", "rate": 102},
              {"kind": "UPDATE_AFTER", "update_time": "10:00:00", "currency": "Yen", "rate": 103}]}
            """;
    private static final String RUNNING = """
            {"schema": "doc-case/1", "id": "mine", "source": "Apache Flink", "query": "sum by key",
             "input": [["a", 1], ["b", 2], ["a", 3]],
             "result_after_each": [{"a": 1}, {"a": 1, "b": 2}, {"a": 4, "b": 2}]}
            """;

    private static Verdict verdict(String one) {
        List<Report.Result> results = CaseFiles.run(JSON.readTree(one));
        assertEquals(1, results.size());
        return results.getFirst().verdict();
    }

    /** The case passes; with one of its results changed it fails and says both. */
    private static void judges(String one, String right, String wrong) {
        assertEquals(new Verdict.Passed(""), verdict(one));
        assertTrue(one.contains(right), right);
        String difference = assertInstanceOf(Verdict.Failed.class, verdict(one.replace(right, wrong))).difference();
        assertTrue(difference.contains("expected"), difference);
    }

    @Test
    void aWrongResultFails() {
        judges(KAFKA, "\"value\": \"5\", \"timestamp_ms\": 12}", "\"value\": \"6\", \"timestamp_ms\": 12}");
        judges(KAFKA, "\"dropped_records\": 1", "\"dropped_records\": 0");
        judges(BEAM, "\"ON_TIME\"", "\"LATE\"");
        judges(BEAM, "\"is_last\": true", "\"is_last\": false");
        judges(BEAM, "\"dropped_elements\": 1", "\"dropped_elements\": 2");
        judges(FLINK, "\"window_end_ms\": 14", "\"window_end_ms\": 9");
        judges(FLINK, "\"newest_step\": 1", "\"newest_step\": 0");
        judges(FLINK, "\"dropped_step\": 3", "\"dropped_step\": 1");
        judges(STREAM, "\"timing\": \"on-time\"", "\"timing\": \"early\"");
        judges(STREAM, "\"processing_time_ms\": 80000", "\"processing_time_ms\": 95000");
        judges(CHANGELOG, "[[1, \"b\"]]", "[[1, \"a\"]]");
        judges(CHANGELOG, "[[1, \"b\"]]", "[[1, \"b\"], [2, \"c\"]]");
        judges(RUNNING, "{\"a\": 4, \"b\": 2}", "{\"a\": 3, \"b\": 2}");
        judges(DOC, "08:02\"", "08:01\"");
    }

    @Test
    void aMissingOrSuperfluousRowFails() {
        Verdict.Failed missing = assertInstanceOf(Verdict.Failed.class,
                verdict(DOC.replace("\"sums\": [{", "\"sums\": [{\"window_start\": \"2020-04-15 07:00\", "
                        + "\"window_end\": \"2020-04-15 07:04\", \"price\": 1}, {")));
        assertTrue(missing.difference().contains("3 expected, 2 came"), missing.difference());
        assertInstanceOf(Verdict.Failed.class,
                verdict(STREAM.replaceAll("\"expected\": \\[\\{.*?}\\]", "\"expected\": []")
                        .replaceAll("(?s)\"expected\": \\[.*?\\]", "\"expected\": []")));
    }

    @Test
    void whatNoDesignSaysIsNamed() {
        assertEquals(new Verdict.NotExpressible("needs a join (table-table-join)"),
                verdict(KAFKA.replace("\"tumbling\"", "\"table-table-join\"")));
        assertEquals(new Verdict.NotExpressible("needs windows of type 'validity'"),
                verdict(STREAM.replace("\"fixed\"", "\"validity\"")));
        assertEquals(new Verdict.NotExpressible("needs a pipeline with 'side_input'"),
                verdict(STREAM.replace("\"words\"", "\"side_input\"")));
        assertEquals(new Verdict.NotExpressible("needs triggers of type 'on_full_moon'"),
                verdict(BEAM.replace("\"default\"", "\"on_full_moon\"")));
        assertEquals(new Verdict.NotExpressible("needs the trigger 'delta'"),
                verdict(FLINK.replace("\"default\"", "\"delta\"")));
    }

    @Test
    void whatCanNotBeReadFails() {
        assertInstanceOf(Verdict.Failed.class, verdict("{\"schema\": \"cake-case/1\"}"));
        assertInstanceOf(Verdict.Failed.class, verdict("[{}]"));
        assertInstanceOf(Verdict.Failed.class, verdict(BEAM.replace("\"at_ms\": 5", "\"at_ms\": \"five\"")));
        assertInstanceOf(Verdict.Failed.class, verdict("{\"schema\": \"doc-case/1\", \"id\": \"of no shape\"}"));
    }

    @Test
    void anotherFolderIsRunAsAWhole(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        Files.writeString(folder.resolve("deep/er/beam.json"), "[" + BEAM + "," + BEAM.replace("\"sum\"", "\"count\"")
                + "]");
        Files.writeString(folder.resolve("kafka.json"), KAFKA);
        Files.writeString(folder.resolve("broken.json"), "{\"schema\": ");
        Files.writeString(folder.resolve("empty.json"), "[]");
        Files.writeString(folder.resolve("notes.md"), "not a case");
        Report report = CaseFiles.run(folder);
        assertEquals(4, report.files().size());
        assertEquals(2, report.count(Verdict.Passed.class));
        assertEquals(3, report.count(Verdict.Failed.class), report.text());
        assertEquals(3, report.failures().size());
        assertTrue(report.text().contains("kafka.json: 1 passed, 0 failed"), report.text());
        assertTrue(report.failures().getFirst().startsWith("broken.json"), report.failures().toString());
    }

    @Test
    void anAdapterSeesNoResult() {
        for (String one : List.of(KAFKA, BEAM, FLINK, STREAM, DOC)) {
            for (Question question : CaseFiles.adapter(JSON.readTree(one)).questions(JSON.readTree(one))) {
                String asked = question.asked().toString();
                assertTrue(!asked.contains("expected") && !asked.contains("sums\":"), asked);
            }
        }
    }

    @Test
    void aWrongViewOfLastRowsFails() {
        assertEquals(new Verdict.Passed("rows before an update are not shown"), verdict(LAST_ROWS));
        assertInstanceOf(Verdict.Failed.class, verdict(LAST_ROWS.replace("UPDATE_AFTER", "INSERT")));
    }
}
