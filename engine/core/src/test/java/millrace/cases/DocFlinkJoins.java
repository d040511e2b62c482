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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The joins of Flink's manual: two rows of numbers within bounds, two tables in windows, orders with the rates of the moment. */
final class DocFlinkJoins implements DocShape {
    private static final String ASKS = "asks";
    private static final Set<String> RESULTS = Set.of("expected", "full_outer", "semi", "anti");

    @Override
    public boolean fits(JsonNode one) {
        return one.has("orange") && one.has("green") || one.has("left") && one.has("right") && one.has("on")
                || one.has("rates") && one.has("orders");
    }

    @Override
    public List<Question> questions(JsonNode one) {
        return RESULTS.stream().sorted().filter(one::has).map(r -> {
            ObjectNode asked = Json.without(one, RESULTS).put(ASKS, r);
            return new Question(Json.text(one, "id", "a case") + " " + r, asked, one);
        }).toList();
    }

    @Override
    public Design design(JsonNode asked) {
        if (asked.has("orange")) return interval(asked);
        return asked.has("rates") ? lookUp(asked) : windows(asked);
    }

    private static Design interval(JsonNode asked) {
        TwoSides sides = new TwoSides("flink", "left", "right").watermark("ascending");
        asked.get("orange").forEach(n -> sides.row(0, "k", n, n.asLong(), n.asLong()));
        asked.get("green").forEach(n -> sides.row(1, "k", n, n.asLong(), n.asLong()));
        Value.Group settings = Value.Group.EMPTY.with("lower", Sketch.duration(Json.number(asked, "lower_bound")))
                .with("upper", Sketch.duration(Json.number(asked, "upper_bound")));
        return sides.join("interval-join", settings, true).design();
    }

    /** A row with a partner leaves a join that keeps its side with one, a row without alone: that tells semi and anti. */
    private static Design windows(JsonNode asked) {
        TwoSides sides = new TwoSides("flink", "left", "right");
        for (int side = 0; side < 2; side++)
            for (JsonNode row : asked.get(side == 0 ? "left" : "right"))
                sides.row(side, Json.need(row, Json.text(asked, "on")).asString(), row.get("id"),
                        DocShape.time(Json.text(row, "row_time")), DocShape.time(Json.text(row, "row_time")));
        boolean full = Json.text(asked, ASKS).equals("full_outer");
        Value.Group settings = Value.Group.EMPTY
                .with("size", Sketch.duration(Json.number(asked.get("window"), "size_min") * 60_000))
                .with("type", Value.of(full ? "full" : "left"));
        return sides.join("window-join", settings, true).design();
    }

    private static Design lookUp(JsonNode asked) {
        TwoSides sides = new TwoSides("flink", "stream", "table");
        for (JsonNode version : asked.get("rates"))
            version.get("rates")
                    .properties()
                    .forEach(rate -> sides.row(1, rate.getKey(), rate.getValue(), at(version, "at"),
                            at(version, "at")));
        for (JsonNode order : asked.get("orders"))
            sides.row(0, Json.text(order, "currency"), order.get("amount"), at(order, "arrives"), at(order, "arrives"));
        Value.Group fields = Value.Group.EMPTY.with("total", Value.of("int(value) * int(tableValue)"));
        return sides.join("stream-table-join", Value.Group.EMPTY.with("asOf", Value.of("processing")), false)
                .node("total", "compute", Value.Group.EMPTY.with("fields", fields))
                .sink("totals")
                .wire(TwoSides.JOIN, "total")
                .wire("total", "totals")
                .design();
    }

    private static long at(JsonNode row, String field) {
        return DocShape.time(Json.text(row, field));
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        String asks = Json.text(question.asked(), ASKS);
        JsonNode answer = question.answer().get(asks);
        return switch (asks) {
            case "full_outer" -> fullOuter(answer, observed);
            case "semi" -> ids(answer, observed, true);
            case "anti" -> ids(answer, observed, false);
            default -> question.asked().has("orange") ? pairs(answer, observed) : totals(answer, observed);
        };
    }

    private static Verdict pairs(JsonNode answer, Observed observed) {
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        answer.forEach(p -> expected.add(row("left", p.get(0).asString(), "right", p.get(1).asString())));
        return Compared.exactly("left", "right")
                .verdict(expected, rows(observed.at(Sketch.PANES),
                        r -> row("left", r.value("leftValue"), "right", r.value("rightValue"))), "");
    }

    private static Verdict fullOuter(JsonNode answer, Observed observed) {
        List<Map<String, @Nullable Object>> expected = Json.rows(list(answer));
        expected.forEach(
                r -> r.put("window_start", Compared.number(DocShape.time(String.valueOf(r.get("window_start"))))));
        return Compared.exactly("left", "right", "window_start")
                .verdict(expected, rows(observed.at(Sketch.PANES), r -> row("left", r.value("leftValue"), "right",
                        r.value("rightValue"), "window_start", r.value("windowStart"))), "");
    }

    private static Verdict ids(JsonNode answer, Observed observed, boolean paired) {
        List<Row> came = observed.at(Sketch.PANES)
                .stream()
                .filter(r -> (r.value("rightValue") != null) == paired)
                .toList();
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        answer.forEach(id -> expected.add(row("left", id.asString())));
        return Compared.exactly("left").verdict(expected, rows(came, r -> row("left", r.value("leftValue"))), "");
    }

    private static Verdict totals(JsonNode answer, Observed observed) {
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        for (JsonNode r : answer)
            expected.add(row("currency", Json.text(r, "currency"), "amount", r.get("amount").asString(), "rate",
                    r.get("rate").asString(), "total", Compared.number(Json.number(r, "total"))));
        return Compared.exactly("currency", "amount", "rate", "total")
                .verdict(expected, rows(observed.at("totals"), r -> row("currency", r.value("key"), "amount",
                        r.value("value"), "rate", r.value("tableValue"), "total", r.value("total"))), "");
    }

    private static List<JsonNode> list(JsonNode array) {
        return Stream.of(array).flatMap(a -> java.util.stream.StreamSupport.stream(a.spliterator(), false)).toList();
    }

    private static List<Map<String, @Nullable Object>> rows(List<Row> rows,
            java.util.function.Function<Row, Map<String, @Nullable Object>> as) {
        return new ArrayList<>(rows.stream().map(as).toList());
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        return row;
    }
}
