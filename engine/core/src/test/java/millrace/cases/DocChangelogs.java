package millrace.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.ChangeKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes that fold into a table: {@code cases}, each with a {@code key} (null = the whole row), {@code changes} and the
 * {@code table}; and {@code transient}, the partitions of a changelog with the table before the last deletion and after it. The
 * changes of a case come at one instant, those of partitions one after the other, the last deletion a second later.
 */
final class DocChangelogs implements DocShape {
    private static final String TABLE = "table";
    private static final String BEFORE = "before_last_delete";
    private static final String ROW = "row";

    @Override
    public boolean fits(JsonNode one) {
        return one.path("cases").path(0).has("changes");
    }

    @Override
    public List<Question> questions(JsonNode one) {
        List<Question> questions = new ArrayList<>();
        String id = Json.text(one, "id", "a case");
        for (JsonNode part : Json.list(one, "cases")) {
            ObjectNode asked = ((ObjectNode) part.deepCopy()).put("source", Json.text(one, "source", ""));
            ObjectNode answer = asked.objectNode();
            answer.set("after", asked.remove(TABLE));
            questions.add(new Question(id + " " + (questions.size() + 1), asked, answer));
        }
        if (Json.has(one, "transient")) questions.add(partitions(one, id));
        return questions;
    }

    private static Question partitions(JsonNode one, String id) {
        JsonNode part = one.get("transient");
        ObjectNode asked = ((ObjectNode) one.deepCopy()).removeAll();
        asked.put("source", Json.text(one, "source", "")).put("key", "id");
        Json.list(part, "partitions").forEach(p -> p.forEach(asked.withArray("changes")::add));
        ObjectNode answer = asked.objectNode();
        answer.set("after", Json.need(part, "after"));
        answer.set(BEFORE, Json.need(part, BEFORE));
        return new Question(id + " partitions", asked, answer);
    }

    @Override
    public Design design(JsonNode asked) {
        Sketch sketch = new Sketch(DocShape.dialect(asked)).node(Sketch.SOURCE, "timetable", source(asked));
        boolean keyed = Json.has(asked, "key");
        Value.Group table = Value.Group.EMPTY.with("operation", Value.of("op"))
                .with("by", Value.of(keyed ? Json.text(asked, "key") : ROW));
        if (!keyed)
            sketch.node(ROW, "compute", Forms.only("fields",
                    Forms.only(ROW, Value.of("string(id) + \" \" + name")))).wire(Sketch.SOURCE, ROW);
        return sketch.node(TABLE, "table", table)
                .wire(keyed ? Sketch.SOURCE : ROW, TABLE)
                .sink(Sketch.PANES)
                .wire(TABLE, Sketch.PANES)
                .design();
    }

    private static Value.Group source(JsonNode asked) {
        List<JsonNode> changes = Json.list(asked, "changes");
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            JsonNode change = changes.get(i);
            boolean last = i == changes.size() - 1 && Json.text(change, "kind").equals("-D");
            JsonNode name = change.get("name");
            rows.add(Value.of(List.of(Sketch.time(last ? 1000 : 0), new Value.Nothing(),
                    Value.of(Json.text(change, "kind")), Value.of(Json.number(change, "id")),
                    name.isNull() ? new Value.Nothing() : Value.of(name.stringValue()))));
        }
        Value.Group fields = Value.Group.EMPTY.with("op", Value.of("string"))
                .with("id", Value.of("long"))
                .with("name", Value.of("string"));
        return Value.Group.EMPTY.with("fields", fields).with("rows", Value.of(rows));
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        JsonNode answer = question.answer();
        Verdict after = compare(answer.get("after"), observed, Long.MAX_VALUE);
        boolean more = after instanceof Verdict.Passed && Json.has(answer, BEFORE);
        return more ? compare(answer.get(BEFORE), observed, 0) : after;
    }

    private static Verdict compare(JsonNode rows, Observed observed, long until) {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        rows.forEach(row -> expected.add(row.valueStream().<@Nullable Object>map(Json::plain).toList()));
        List<List<@Nullable Object>> came = new ArrayList<>(table(observed, until).values());
        Comparator<List<@Nullable Object>> order = Comparator.comparing(Object::toString);
        expected.sort(order);
        came.sort(order);
        return came.equals(expected) ? new Verdict.Passed("")
                : new Verdict.Failed("the table " + expected + " expected, " + came + " came");
    }

    private static Map<Object, List<@Nullable Object>> table(Observed observed, long until) {
        Map<Object, List<@Nullable Object>> table = new LinkedHashMap<>();
        for (Row row : observed.at(Sketch.PANES)) {
            if (row.at() > until) break;
            List<@Nullable Object> said = new ArrayList<>();
            said.add(row.value("id"));
            said.add(row.value("name"));
            if (ChangeKind.of(row.event()).adds()) table.put(said, said);
            else
                table.remove(said);
        }
        return table;
    }
}
