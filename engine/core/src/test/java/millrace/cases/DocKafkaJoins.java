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
import millrace.event.ChangeKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables of Kafka's manual on joins: records of one key on two sides, and for inner, left and outer joins what each brings
 * out. Where the manual and a run of Kafka Streams differ, the run is right, and that is said.
 */
final class DocKafkaJoins implements DocShape {
    private static final String JOIN = "join";
    private static final String RUN = "kafka_3_9_run";
    private static final long STEP = 1000;
    private static final Compared OUTPUTS = Compared.exactly("row", "left", "right", "gone");

    @Override
    public boolean fits(JsonNode one) {
        return one.has("config") && one.path("rows").isArray() && one.get("rows").get(0).path("expected").isObject();
    }

    @Override
    public List<Question> questions(JsonNode one) {
        List<String> joins = List.copyOf(one.get("rows").get(0).get("expected").propertyNames());
        return joins.stream().map(join -> {
            ObjectNode asked = Json.without(one, Set.of("rows", "note")).put(JOIN, join);
            ArrayNode rows = asked.putArray("rows");
            Json.list(one, "rows").forEach(r -> rows.add(Json.without(r, Set.of("expected", RUN, "run_agrees"))));
            return new Question(Json.text(one, "id", "a case") + " " + join, asked, one);
        }).toList();
    }

    private static boolean is(JsonNode asked, String kind) {
        return Json.text(asked, "id").contains(kind);
    }

    @Override
    public Design design(JsonNode asked) {
        String type = KafkaJoins.type(Json.text(asked, JOIN));
        boolean streamTable = is(asked, "stream-table");
        TwoSides sides = new TwoSides("kafka-streams", streamTable ? "stream" : "left",
                streamTable ? "table" : "right");
        if (!is(asked, "table-table")) sides.skipsEmpty(0);
        if (is(asked, "stream-stream")) sides.skipsEmpty(1);
        List<JsonNode> rows = Json.list(asked, "rows");
        for (int i = 0; i < rows.size(); i++)
            sides.row(Json.text(rows.get(i), "side").equals("left") ? 0 : 1, "k", rows.get(i).path("value"),
                    Json.number(rows.get(i), "timestamp") * 1000, i * STEP);
        if (streamTable) return KafkaJoins.withTable(sides, type);
        if (is(asked, "table-table"))
            return sides.join("table-join", Value.Group.EMPTY.with("type", Value.of(type)), false).design();
        long window = Json.number(asked.get("config"), "join_window_s") * 1000;
        return KafkaJoins.streams(sides, type, window, window, Json.number(asked.get("config"), "grace_s") * 1000);
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        String join = Json.text(question.asked(), JOIN);
        List<JsonNode> rows = Json.list(question.answer(), "rows");
        boolean agree = rows.stream().allMatch(r -> r.path("run_agrees").path(join).asBoolean(true));
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++)
            for (JsonNode pair : rows.get(i).path(agree ? "expected" : RUN).path(join))
                expected.add(said(i, pair.path(0).asString(null), pair.path(1).asString(null), pair.isNull()));
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        observed.at(Sketch.PANES).stream().filter(r -> !before(r)).forEach(r -> came.add(said(r)));
        return OUTPUTS.verdict(expected, came, agree ? ""
                : "the manual is a record early where the grace ends exactly; the run of Kafka Streams is used");
    }

    /** The row before an update is not told: Kafka's tables say only what is. */
    private static boolean before(Row row) {
        return row.event().schema.changelog() && ChangeKind.of(row.event()) == ChangeKind.UPDATE_BEFORE;
    }

    private static Map<String, @Nullable Object> said(Row row) {
        boolean gone = row.event().schema.changelog() && !ChangeKind.of(row.event()).adds();
        return said(row.at() / STEP, gone ? null : side(row, "leftValue", "value"),
                gone ? null : side(row, "rightValue", "tableValue"), gone);
    }

    private static @Nullable Object side(Row row, String... names) {
        String name = Stream.of(names)
                .filter(n -> row.event().schema.indexOf(n).isPresent())
                .findFirst()
                .orElseThrow();
        return row.value(name);
    }

    private static Map<String, @Nullable Object> said(long row, @Nullable Object left, @Nullable Object right,
            boolean gone) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("row", Compared.number(row));
        said.put("left", left);
        said.put("right", right);
        said.put("gone", gone);
        return said;
    }
}
