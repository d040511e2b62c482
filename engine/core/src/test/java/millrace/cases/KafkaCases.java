package millrace.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Pane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * kafka-case/1: records one after another through one operation of Kafka Streams, and what each of them brings out. Nothing
 * there depends on the clock: record n comes at second n. An update for each record is a window that fires after every event;
 * a final result one that fires only as it expires. What a window says when it takes a result back is a tombstone.
 */
final class KafkaCases implements Adapter {
    private static final Set<String> JOINS = Set.of("stream-stream-join", "stream-table-join");
    private static final Set<String> WINDOWS = Set.of("tumbling", "hopping", "session", "sessions", "sliding");
    private static final Set<String> KNOWN = Set.of("schema", "source", "certainty", "id", "seed", "operation", "emit",
            "inputs", "size_ms", "advance_ms", "gap_ms", "inactivity_gap_ms", "grace_ms", "notes", "note", "licence");
    private static final Compared OUTPUTS = Compared.exactly("record", "key", "window_start_ms", "window_end_ms",
            "value", "timestamp_ms");
    private static final long STEP = 1000;
    private static final String TIMESTAMP = "timestamp_ms";

    @Override
    public String schema() {
        return "kafka-case/1";
    }

    @Override
    public List<Question> questions(JsonNode one) {
        ObjectNode asked = Json.without(one, Set.of("dropped_records"));
        ArrayNode inputs = asked.putArray("inputs");
        Json.list(one, "inputs").forEach(in -> inputs.add(Json.without(in, Set.of("expected_outputs"))));
        return List.of(new Question(Json.text(one, "id", ""), asked, one));
    }

    @Override
    public Design design(JsonNode asked) {
        String operation = Json.text(asked, "operation");
        if (JOINS.contains(operation)) return KafkaJoins.design(asked);
        if (operation.contains("join")) throw new NotYet("a join (" + operation + ")");
        if (!WINDOWS.contains(operation)) throw new NotYet("the operation '" + operation + "'");
        asked.propertyNames().stream().filter(p -> !KNOWN.contains(p)).findFirst().ifPresent(p -> {
            throw new NotYet("an operation with '" + p + "'");
        });
        return new Sketch("kafka-streams").source(feed(asked))
                .windows(Forms.windowType(window(asked)),
                        settings(asked, operation))
                .design();
    }

    private static Value.Group settings(JsonNode asked, String operation) {
        String emit = Json.text(asked, "emit", "update");
        Value trigger = switch (emit) {
            case "update" -> Forms.often(Forms.count(1));
            case "final" -> Value.of("never");
            default -> throw new NotYet("results emitted by '" + emit + "'");
        };
        boolean tombstones = operation.startsWith("session") && emit.equals("update");
        Value.Group settings = Value.Group.EMPTY.with("trigger", trigger)
                .with("accumulation", Value.of(tombstones ? "retracting" : "accumulating"))
                .with("lateness", Sketch.duration(Json.number(asked, "grace_ms", 0)))
                .with("aggregates", Value.of(List.of(Value.of("sum of value as value"),
                        Value.of("max of happened as " + TIMESTAMP))));
        return Forms.all(settings, window(asked));
    }

    private static ObjectNode window(JsonNode asked) {
        ObjectNode window = Json.without(asked, Set.of()).put("type", Json.text(asked, "operation"));
        if (isSliding(asked)) window.put("type", "event-sliding").put("difference_ms", Json.number(asked, "size_ms"));
        if (asked.has("inactivity_gap_ms")) window.set("gap_ms", asked.get("inactivity_gap_ms"));
        return window;
    }

    /** Kafka's sliding windows end at their last instant, both bounds being within. */
    private static boolean isSliding(JsonNode asked) {
        return Json.text(asked, "operation").equals("sliding");
    }

    private static Feed feed(JsonNode asked) {
        List<JsonNode> inputs = Json.list(asked, "inputs");
        Feed feed = new Feed("none").numbers(true).startsAt(0);
        for (int i = 0; i < inputs.size(); i++) {
            JsonNode in = inputs.get(i);
            if (!Json.has(in, "key") || !Json.has(in, "value")) throw new NotYet("records without key or value");
            feed.row(Json.number(in, "timestamp_ms"), i * STEP, in.get("key"), in.get("value"), i);
        }
        return feed;
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        if (JOINS.contains(Json.text(question.asked(), "operation"))) return KafkaJoins.judge(question, observed);
        boolean session = Json.text(question.asked(), "operation").startsWith("session");
        long gap = session ? Json.number(window(question.asked()), "gap_ms") : isSliding(question.asked()) ? 1 : 0;
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        List<Row> panes = observed.at(Sketch.PANES);
        for (int i = 0; i < panes.size(); i++)
            if (!session || !isPoint(panes, i, gap)) came.add(output(panes.get(i), gap));
        Verdict verdict = OUTPUTS.verdict(expected(question.answer()), came, "");
        if (!(verdict instanceof Verdict.Passed) || !Json.has(question.answer(), "dropped_records")) return verdict;
        long dropped = Json.number(question.answer(), "dropped_records");
        return dropped == observed.dropped() ? verdict
                : new Verdict.Failed(dropped + " dropped records expected, " + observed.dropped() + " were dropped");
    }

    /** A session of one instant that another record of that instant joins gets no tombstone: the record's own session is the same. */
    private static boolean isPoint(List<Row> panes, int i, long gap) {
        Pane pane = panes.get(i).pane();
        if (!pane.retraction() || pane.end() - gap > pane.start() || i + 1 == panes.size()) return false;
        Pane next = panes.get(i + 1).pane();
        return next.start() == pane.start() && next.end() == pane.end();
    }

    private static List<Map<String, @Nullable Object>> expected(JsonNode answer) {
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        List<JsonNode> inputs = Json.list(answer, "inputs");
        for (int i = 0; i < inputs.size(); i++) {
            for (Map<String, @Nullable Object> row : Json.rows(Json.list(inputs.get(i), "expected_outputs"))) {
                row.put("record", Compared.number(i));
                if (row.get("value") instanceof String text) {
                    row.put("value", Compared.number(new BigDecimal(text)));
                }
                expected.add(row);
            }
        }
        return expected;
    }

    /** A session of Kafka Streams ends with its last record, ours a gap later; a sliding window with its last instant. */
    private static Map<String, @Nullable Object> output(Row row, long gap) {
        Pane pane = row.pane();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("record", Compared.number(row.at() / STEP));
        said.put("key", row.value(Feed.KEY));
        said.put("window_start_ms", Compared.number(pane.start()));
        said.put("window_end_ms", Compared.number(pane.end() - gap));
        said.put("value", pane.retraction() ? null : row.value(Feed.VALUE));
        said.put("timestamp_ms", row.value(TIMESTAMP));
        return said;
    }
}
