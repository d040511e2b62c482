package millrace.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.ChangeKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A view of the last row by currency, given as a stream of inserts and, expected, the changes of the view; rows before an update are
 * not shown there.
 */
final class DocLastRows implements DocShape {
    private static final String LAST = "last";

    @Override
    public boolean fits(JsonNode one) {
        return one.path("input").path(0).has("kind");
    }

    @Override
    public List<Question> questions(JsonNode one) {
        ObjectNode answer = ((ObjectNode) one.deepCopy()).removeAll();
        answer.set("expected", Json.need(one, "expected"));
        return List.of(new Question(Json.text(one, "id", "a case"), Json.without(one, Set.of("expected")), answer));
    }

    @Override
    public Design design(JsonNode asked) {
        List<Value> rows = new ArrayList<>();
        Value clock = Sketch.time(DocShape.time(Json.text(Json.list(asked, "input").getFirst(), "update_time")));
        for (JsonNode row : Json.list(asked, "input"))
            rows.add(Value.of(List.of(Sketch.time(DocShape.time(Json.text(row, "update_time"))), new Value.Nothing(),
                    Value.of(Json.text(row, "currency")), Value.of(Json.number(row, "rate")))));
        Value.Group fields = Value.Group.EMPTY.with("currency", Value.of("string")).with("rate", Value.of("long"));
        Value.Group last = Value.Group.EMPTY.with("by", Value.of("currency")).with("keep", Value.of("last"));
        return new Sketch(DocShape.dialect(asked))
                .node(Sketch.SOURCE, "timetable",
                        Value.Group.EMPTY.with("fields", fields).with("rows", Value.of(rows)))
                .node(LAST, "deduplicate", last)
                .wire(Sketch.SOURCE, LAST)
                .sink(Sketch.PANES)
                .wire(LAST, Sketch.PANES)
                .at(clock)
                .design();
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (JsonNode row : Json.list(question.answer(), "expected"))
            expected.add(row(Json.text(row, "kind"), DocShape.time(Json.text(row, "update_time")),
                    Json.plain(row.get("currency")), Json.plain(row.get("rate"))));
        List<List<@Nullable Object>> came = new ArrayList<>();
        for (Row row : observed.at(Sketch.PANES)) {
            ChangeKind kind = ChangeKind.of(row.event());
            if (kind != ChangeKind.UPDATE_BEFORE)
                came.add(row(kind.name(), row.event().time, row.value("currency"), row.value("rate")));
        }
        return came.equals(expected) ? new Verdict.Passed("rows before an update are not shown")
                : new Verdict.Failed("the changes " + expected + " expected, " + came + " came");
    }

    private static List<@Nullable Object> row(String kind, long time, @Nullable Object currency,
            @Nullable Object rate) {
        List<@Nullable Object> row = new ArrayList<>(List.of(kind, time));
        row.add(currency);
        row.add(rate);
        return row;
    }
}
