package millrace.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.ChangeKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running aggregate by key, with the table after each input: {@code input} and {@code result_after_each}, or {@code rows}
 * with input and state. It is a running aggregate; its changes, laid on one another, are the table.
 */
final class DocRunning implements DocShape {
    private static final long STEP = 1000;

    @Override
    public boolean fits(JsonNode one) {
        return one.has("result_after_each") || one.path("rows").path(0).has("state");
    }

    @Override
    public List<Question> questions(JsonNode one) {
        ObjectNode asked = Json.without(one, Set.of("result_after_each", "rows"));
        if (one.has("rows"))
            asked.putArray("input").addAll(one.get("rows").valueStream().map(r -> r.get("input")).toList());
        List<JsonNode> states = one.has("rows") ? one.get("rows").valueStream().map(r -> r.get("state")).toList()
                : Json.list(one, "result_after_each");
        ObjectNode answer = asked.objectNode();
        answer.putArray("states").addAll(states);
        return List.of(new Question(Json.text(one, "id", "a case"), asked, answer));
    }

    @Override
    public Design design(JsonNode asked) {
        String words = Json.text(asked, "query", Json.text(asked, "operation", ""));
        String aggregate = words.isBlank() ? "" : words.split("\\s+")[0];
        List<JsonNode> inputs = Json.list(asked, "input");
        Feed feed = new Feed("none").of(inputs.stream().map(i -> i.path(1)).toList(), true);
        for (int i = 0; i < inputs.size(); i++)
            feed.row(i * STEP, i * STEP, inputs.get(i).path(0), inputs.get(i).path(1), i);
        Value.Group settings = Forms.only("aggregates", Value.of(List.of(Value.of(Forms.aggregate(aggregate)))));
        return new Sketch(DocShape.dialect(asked)).source(feed)
                .node("table", "aggregate", settings)
                .wire(Sketch.SOURCE, "table")
                .sink(Sketch.PANES)
                .wire("table", Sketch.PANES)
                .design();
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        List<JsonNode> states = Json.list(question.answer(), "states");
        Map<String, @Nullable Object> table = new TreeMap<>();
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            expected.add(new TreeMap<>(Json.row(states.get(i))));
            for (Row row : observed.at(Sketch.PANES))
                if (row.at() == i * STEP) lay(table, row);
            came.add(new TreeMap<>(table));
        }
        return came.equals(expected) ? new Verdict.Passed("")
                : new Verdict.Failed("the tables " + expected + " expected, " + came + " came");
    }

    private static void lay(Map<String, @Nullable Object> table, Row row) {
        String key = String.valueOf(row.value(Feed.KEY));
        if (ChangeKind.of(row.event()).adds()) table.put(key, row.value(Feed.VALUE));
        else
            table.remove(key);
    }
}
