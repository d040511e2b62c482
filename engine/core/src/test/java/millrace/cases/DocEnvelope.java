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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records that a connector writes of a table ({@code events}), and the table after each. What is asked is the edits: the
 * table after each one and its instant; a row that the connector reads as it connects was inserted before.
 */
final class DocEnvelope implements DocShape {
    private static final String TABLE = "table";
    private static final String AT = "at";
    private static final long BEFORE = 1000;

    @Override
    public boolean fits(JsonNode one) {
        return one.has("events") && one.has("table_after_each");
    }

    /** The edits: at each instant of a record the table as it is then; of the records themselves nothing is told. */
    @Override
    public List<Question> questions(JsonNode one) {
        ObjectNode asked = Json.without(one, Set.of("events", "table_after_each", "ops"));
        ArrayNode edits = asked.putArray("edits");
        List<JsonNode> tables = Json.list(one, "table_after_each");
        List<JsonNode> events = Json.list(one, "events");
        for (int i = 0; i < events.size(); i++) {
            JsonNode value = events.get(i).path("value");
            if (value.isObject()) edits.addObject().put(AT, Json.number(value, "ts_ms")).set(TABLE, tables.get(i));
        }
        asked.put("connects", Json.number(events.getFirst().path("value"), "ts_ms"));
        asked.put("key", events.getFirst().path("key").propertyNames().iterator().next());
        return List.of(new Question(Json.text(one, "id", "a case"), asked, one));
    }

    @Override
    public Design design(JsonNode asked) {
        long connects = Json.number(asked, "connects");
        String key = Json.text(asked, "key");
        List<Value> edits = new ArrayList<>();
        Map<String, JsonNode> before = new LinkedHashMap<>();
        for (JsonNode edit : Json.list(asked, "edits")) {
            Map<String, JsonNode> after = new LinkedHashMap<>();
            edit.path(TABLE).forEach(row -> after.put(row.path(key).asString(), row));
            long at = Json.number(edit, AT);
            edits(edits, at == connects ? at - BEFORE : at, before, after);
            before = after;
        }
        Value.Group table = Value.Group.EMPTY.with("fields", fields(asked))
                .with("key", Value.of(key))
                .with("edits", Value.of(edits));
        return new Sketch(DocShape.dialect(asked)).startsAt(connects - BEFORE)
                .node("db", "database", table)
                .node("envelope", "envelope", Value.Group.EMPTY.with("connects", Sketch.time(connects))
                        .with("deletes", Value.of("tombstone")))
                .wire("db", "envelope")
                .sink("records")
                .wire("envelope", "records")
                .design();
    }

    private static Value fields(JsonNode asked) {
        JsonNode row = Json.list(asked, "edits").getFirst().path(TABLE).path(0);
        Value.Group fields = Value.Group.EMPTY;
        for (Map.Entry<String, JsonNode> field : row.properties())
            fields = fields.with(field.getKey(), Value.of(field.getValue().isNumber() ? "long" : "string"));
        return fields;
    }

    private static void edits(List<Value> edits, long at, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        after.forEach((key, row) -> {
            JsonNode was = before.get(key);
            if (!row.equals(was)) edits.add(edit(at, was == null ? "insert" : "update", row));
        });
        before.forEach((key, row) -> {
            if (!after.containsKey(key)) edits.add(edit(at, "delete", row));
        });
    }

    private static Value edit(long at, String what, JsonNode row) {
        List<Value> cells = new ArrayList<>(List.of(Sketch.time(at), Value.of(what)));
        row.forEach(v -> cells.add(v.isNumber() ? new Value.Number(new BigDecimal(v.asString()))
                : Value.of(v.asString())));
        return Value.of(cells);
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        for (JsonNode event : Json.list(question.answer(), "events"))
            expected.add(expected(event));
        List<Row> rows = observed.at("records");
        List<Map<String, @Nullable Object>> came = new ArrayList<>(rows.stream().map(DocEnvelope::said).toList());
        if (!came.equals(expected))
            return new Verdict.Failed("the records " + expected + " expected, " + came + " came");
        for (int i = 1; i < rows.size(); i++) {
            BigDecimal last = (BigDecimal) rows.get(i - 1).value("position");
            BigDecimal next = (BigDecimal) rows.get(i).value("position");
            if (last != null && next != null && last.compareTo(next) >= 0)
                return new Verdict.Failed("the position does not rise: " + last + ", " + next);
        }
        return new Verdict.Passed("the position is the number of the edit, not that of a byte");
    }

    private static Map<String, @Nullable Object> expected(JsonNode event) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        JsonNode value = event.path("value");
        record.put("key", Json.plain(event.path("key").iterator().next()));
        record.put("op", value.isObject() ? Json.text(value, "op") : null);
        record.put("time", value.isObject() ? Compared.number(Json.number(value, "ts_ms")) : null);
        for (String when : List.of("before", "after"))
            value.path(when).properties().forEach(f -> record.put(name(when, f.getKey()), Json.plain(f.getValue())));
        return record;
    }

    private static String name(String when, String field) {
        return when + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    /** What a record says; a field without a value is not there, as in a row that is null. */
    private static Map<String, @Nullable Object> said(Row row) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("key", row.value("key"));
        record.put("op", row.value("op"));
        record.put("time", row.value("time"));
        row.event().schema.fields().forEach(f -> {
            boolean image = f.name().startsWith("before") || f.name().startsWith("after");
            if (image && row.value(f.name()) != null) record.put(f.name(), row.value(f.name()));
        });
        return record;
    }
}
