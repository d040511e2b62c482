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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A figure in which orders get the rate that was valid as they happened, once the watermark has passed them. */
final class TemporalJoins {
    private static final Compared TOTALS = new Compared(
            List.of("order_event_time_ms", "rate", "value_yen", "processing_time_ms"), java.util.Set.of(),
            "processing_time_ms", 10_000);

    private TemporalJoins() {}

    static boolean asks(JsonNode asked) {
        JsonNode pipeline = asked.path("pipeline");
        return pipeline.path("join").asString("").equals("temporal, inner")
                && pipeline.path("trigger").path("type").asString("").equals("after_watermark");
    }

    static Design design(JsonNode asked) {
        Feed rates = side(asked, "rate");
        Feed orders = side(asked, "order");
        Value.Group total = Value.Group.EMPTY.with("yen", Value.of("value * tableValue"));
        return new Sketch("millrace").startsAt(Math.min(rates.start(), orders.start()))
                .node("rates", "timetable", rates.settings())
                .node("orders", "timetable", orders.settings())
                .node(TwoSides.JOIN, "stream-table-join", Value.Group.EMPTY.with("asOf", Value.of("event")))
                .node("total", "compute", Value.Group.EMPTY.with("fields", total))
                .sink(Sketch.PANES)
                .sink(Sketch.LATE)
                .wire("orders", TwoSides.JOIN + ".stream")
                .wire("rates", TwoSides.JOIN + ".table")
                .wire(TwoSides.JOIN, "total")
                .wire("total", Sketch.PANES)
                .wire(TwoSides.JOIN + ".late", Sketch.LATE)
                .design();
    }

    private static Feed side(JsonNode asked, String kind) {
        ObjectNode own = Json.without(asked, java.util.Set.of());
        ArrayNode inputs = own.putArray("inputs");
        for (JsonNode in : Json.list(asked, "inputs"))
            if (Json.text(in, "kind").equals(kind))
                inputs.add(((ObjectNode) in.deepCopy()).put("key", Json.text(in, "currency")));
        return StreamFeed.of(own, 0);
    }

    static Verdict judge(Question question, Observed observed) {
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        observed.at(Sketch.PANES).forEach(row -> came.add(said(row)));
        return TOTALS.verdict(Json.rows(Json.list(question.answer(), "expected")), came, "");
    }

    private static Map<String, @Nullable Object> said(Row row) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("order_event_time_ms", Compared.number(row.event().time));
        said.put("rate", row.value("tableValue"));
        said.put("value_yen", row.value("yen"));
        said.put("processing_time_ms", Compared.number(row.at()));
        return said;
    }
}
