package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Pane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parts with a window and key-value inputs each: {@code expected} (each value with each of its windows), {@code assigned}
 * (the window of each input before any merging, as if it were alone), {@code merged} (the windows of each key with their
 * values).
 */
final class DocAssignments implements DocShape {
    private static final String ASKS = "asks";
    private static final List<String> TABLES = List.of("expected", "assigned", "merged");

    @Override
    public boolean fits(JsonNode one) {
        return parts(one).findAny().isPresent();
    }

    private static Stream<String> parts(JsonNode one) {
        return one.propertyNames()
                .stream()
                .filter(p -> one.get(p).path("window").isObject()
                        && one.get(p).path("input").isArray());
    }

    @Override
    public List<Question> questions(JsonNode one) {
        List<Question> questions = new ArrayList<>();
        parts(one).forEach(part -> TABLES.stream().filter(one.get(part)::has).forEach(table -> {
            ObjectNode asked = Json.without(one.get(part), Set.copyOf(TABLES)).put(ASKS, table);
            asked.set("source", one.path("source"));
            questions.add(new Question(part + " " + table, asked, one.get(part).get(table)));
        }));
        return questions;
    }

    @Override
    public Design design(JsonNode asked) {
        JsonNode window = Json.need(asked, "window");
        List<JsonNode> rows = Json.list(asked, "input");
        boolean byKey = Json.text(asked, ASKS).equals("merged");
        Feed feed = new Feed("none").of(rows.stream().map(r -> r.path("value")).toList(), true);
        long last = 0;
        for (int i = 0; i < rows.size(); i++) {
            long happened = DocShape.time(Json.text(rows.get(i), "t"));
            last = Math.max(last, happened);
            feed.row(happened, last, rows.get(i).path(byKey ? "key" : "value"), rows.get(i).path("value"), i);
        }
        Value.Group settings = Forms.only("aggregates", Value.of(List.of(Value.of("collect of value as value"),
                Value.of("min of step as step"))));
        return new Sketch(DocShape.dialect(asked)).source(feed.ends(last))
                .windows(Forms.windowType(window), Forms.all(settings, window))
                .design();
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        String asks = Json.text(question.asked(), ASKS);
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        int n = 0;
        for (JsonNode row : question.answer())
            expected.add(expected(row, asks, n++));
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        observed.at(Sketch.PANES).forEach(row -> came.add(said(row)));
        return switch (asks) {
            case "expected" -> Compared.exactly("key", "start", "end").verdict(expected, came, "");
            case "assigned" -> Compared.exactly("step", "start", "end").verdict(expected, came, "");
            default -> Compared.exactly("key", "start", "end", "value").verdict(expected, came, "");
        };
    }

    private static Map<String, @Nullable Object> expected(JsonNode row, String asks, int n) {
        JsonNode window = asks.equals("assigned") ? row : Json.need(row, "window");
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("start", Compared.number(DocShape.time(window.get(0).asString())));
        one.put("end", Compared.number(DocShape.time(window.get(1).asString())));
        one.put("step", Compared.number(n));
        one.put("key", Json.plain(row.path(asks.equals("expected") ? "value" : "key")));
        if (row.has("values"))
            one.put("value", row.get("values").valueStream().map(JsonNode::asString).toList().toString());
        return one;
    }

    private static Map<String, @Nullable Object> said(Row row) {
        Pane pane = row.pane();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("start", Compared.number(pane.start()));
        said.put("end", Compared.number(pane.end()));
        said.put("step", row.value(Feed.STEP));
        said.put("key", row.value(Feed.KEY));
        said.put("value", String.valueOf(row.value(Feed.VALUE)));
        return said;
    }
}
