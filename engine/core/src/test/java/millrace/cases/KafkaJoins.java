package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Joins of Kafka Streams, record by record: streams within a window before and after, a stream with a table. A record without
 * a value takes no part on the side of a stream, and removes the row on that of a table.
 */
final class KafkaJoins {
    private static final long STEP = 1000;
    private static final Compared OUTPUTS = Compared.exactly("record", "key", "value", "timestamp_ms");

    private KafkaJoins() {}

    static Design design(JsonNode asked) {
        boolean table = Json.text(asked, "operation").equals("stream-table-join");
        TwoSides sides = new TwoSides("kafka-streams", table ? "stream" : "left", table ? "table" : "right")
                .skipsEmpty(0);
        if (!table) sides.skipsEmpty(1);
        List<JsonNode> inputs = Json.list(asked, "inputs");
        for (int i = 0; i < inputs.size(); i++) {
            JsonNode in = inputs.get(i);
            sides.row(Json.text(in, "side").equals("left") ? 0 : 1, Json.text(in, "key"), in.path("value"),
                    Json.number(in, "timestamp_ms"), i * STEP);
        }
        String type = type(Json.text(asked, "join"));
        return table ? withTable(sides, type) : streams(sides, type, asked);
    }

    static String type(String join) {
        return join.equals("outer") ? "full" : join;
    }

    static Design withTable(TwoSides sides, String type) {
        Value.Group settings = Value.Group.EMPTY.with("asOf", Value.of("processing")).with("type", Value.of(type));
        return sides.join("stream-table-join", settings, false).design();
    }

    private static Design streams(TwoSides sides, String type, JsonNode asked) {
        return streams(sides, type, Json.number(asked, "before_ms"), Json.number(asked, "after_ms"),
                Json.number(asked, "grace_ms"));
    }

    static Design streams(TwoSides sides, String type, long before, long after, long grace) {
        Value.Group settings = Value.Group.EMPTY.with("lower", Sketch.duration(-before))
                .with("upper", Sketch.duration(after))
                .with("grace", Sketch.duration(grace))
                .with("type", Value.of(type));
        return sides.join("interval-join", settings, true).design();
    }

    static Verdict judge(Question question, Observed observed) {
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        List<JsonNode> inputs = Json.list(question.answer(), "inputs");
        for (int i = 0; i < inputs.size(); i++) {
            for (Map<String, @Nullable Object> row : Json.rows(Json.list(inputs.get(i), "expected_outputs"))) {
                row.put("record", Compared.number(i));
                expected.add(row);
            }
        }
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        String right = Json.text(question.asked(), "operation").equals("stream-table-join") ? "tableValue"
                : "rightValue";
        String left = right.equals("tableValue") ? "value" : "leftValue";
        observed.at(Sketch.PANES).forEach(row -> came.add(output(row, left, right)));
        Verdict verdict = OUTPUTS.verdict(expected, came, "");
        if (!(verdict instanceof Verdict.Passed) || !Json.has(question.answer(), "dropped_records")) return verdict;
        long dropped = Json.number(question.answer(), "dropped_records");
        long skipped = observed.dropped() + observed.failed();
        return dropped == skipped ? verdict
                : new Verdict.Failed(dropped + " dropped records expected, " + skipped + " were dropped");
    }

    private static Map<String, @Nullable Object> output(Row row, String left, String right) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("record", Compared.number(row.at() / STEP));
        said.put("key", row.value("key"));
        said.put("value", "[" + row.value(left) + ", " + row.value(right) + "]");
        said.put("timestamp_ms", Compared.number(row.event().time));
        return said;
    }
}
